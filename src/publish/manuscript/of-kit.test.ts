/** A lesson kit on paper: the three questions at the end have room for an answer, and nothing has room for a name. */
import { expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { LANGUAGES } from '../../core/language.ts'
import { kitLeaf } from '../../teach/kit/assemble.ts'
import { kitManuscript } from './of-kit.ts'
import { plainOf } from './plain.ts'

it.each(LANGUAGES)('has in %s a slip that nobody signs', (language) => {
  const words = knowledge.words[language]
  for (const kit of knowledge.packs.get('kz')?.kits.values() ?? []) {
    const leaf = kitLeaf({
      ...{ kit, words, reader: 'learner', persons: [], records: [], taught: null, address: null },
      ...{ country: 'kz', countryName: 'Kazakhstan' },
    })
    const text = plainOf(kitManuscript(leaf))
    for (const { [language]: question } of kit.feedback) {
      const [, after = ''] = text.split(question)
      expect(after.trimStart().startsWith('....'), question).toBe(true)
    }
    expect(text).toContain(words.t('kit.feedback.note'))
    expect(text.match(/\.{40,}/g)).toHaveLength(2 * kit.feedback.length)
  }
})
