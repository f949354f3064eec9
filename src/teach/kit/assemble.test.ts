import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../test/world.ts'
import { loadKnowledge } from '../../adapters/load-knowledge.ts'
import { LANGUAGES } from '../../core/language.ts'
import { KIT_READERS, type KitPerson, type KitReader } from '../../core/teach/kit.ts'
import { kitLeaf } from './assemble.ts'

const { packs, words } = loadKnowledge(ROOT)
const kits = [...(packs.get('kz')?.kits.values() ?? [])]
const satire = kits.find((one) => one.id === 'satire')
if (!satire) throw new Error('the pack has lost a kit')
const leafOf = (
  persons: readonly KitPerson[],
  reader: KitReader = 'facilitator',
  language: (typeof LANGUAGES)[number] = 'en',
  kit = satire,
) =>
  kitLeaf({
    ...{ kit, reader, persons, country: 'kz', countryName: 'Kazakhstan', words: words[language] },
    ...{ records: [], address: null, taught: null },
  })
const NAMED: KitPerson = { id: 'usenov', name: 'Asan Usenov', standing: 'Sentence, 11 April 2025' }

describe('a lesson about somebody', () => {
  it('tells how the case stands today in the place of what was true when the lesson was written', () => {
    const standing = (person: KitPerson) =>
      leafOf([person]).sections.find((one) => one.id === 'standing')?.lines
    expect(standing(NAMED)).toEqual([{ lead: 'Asan Usenov', text: 'Sentence, 11 April 2025' }])
    expect(standing({ ...NAMED, standing: 'Arrest, 2 May 2026' })).toEqual([
      { lead: 'Asan Usenov', text: 'Arrest, 2 May 2026' },
    ])
  })

  it.each(KIT_READERS)('names the one whom it is about to a %s, wherever the story does', (reader) => {
    const told = JSON.stringify(leafOf([NAMED], reader))
    expect(told).toContain('Asan Usenov ran a page')
    expect(told).not.toContain('{person}')
  })

  it('guesses nothing of a course that nobody follows', () => {
    expect(JSON.stringify(leafOf([{ ...NAMED, standing: null }]))).toContain('nothing is on record')
  })
})

describe.each(kits.map((kit) => [kit.id, kit] as const))('the kit %s', (_id, kit) => {
  it.each(LANGUAGES)('is whole in %s, and says that nobody has reviewed it', (language) => {
    const leaf = leafOf([], 'facilitator', language, kit)
    expect(JSON.stringify(leaf)).not.toMatch(/\{\w+\}|null,null/)
    expect(leaf.status === null).toBe(kit.reviewedBy[language] !== null)
    const ids = leaf.sections.map((one) => one.id)
    for (const id of ['objectives', 'safety', 'not', 'steps', 'debrief', 'action', 'feedback'] as const)
      expect(ids).toContain(id)
  })

  it('gives learners neither the steps nor what is said to whoever leads', () => {
    const leaf = leafOf([], 'learner', 'en', kit)
    const told = JSON.stringify(leaf)
    expect(leaf.sections.map((one) => one.id)).not.toContain('steps')
    for (const one of [...kit.safety.facilitator, ...kit.prepare]) expect(told).not.toContain(one.en)
  })

  it('always has a way to act without being seen, and none that asks for a name', () => {
    expect(kit.action.some((one) => /^(Without being seen|Nothing)/.test(one.en ?? ''))).toBe(true)
    expect(JSON.stringify(kit.handouts)).not.toMatch(/your name|surname|e-mail|phone number/i)
  })
})

it('has a lesson for satire, assembly, association, digital rights and safety', () => {
  expect(kits.map((one) => one.id).sort()).toEqual(['certificate', 'observers', 'online', 'quilt', 'satire'])
})
