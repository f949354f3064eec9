/** Whatever falls due is told in words of three languages: a kind without a text would take the first page away. */
import { expect, it } from 'vitest'
import { knowledge } from '../../../../test/world.ts'
import { CASE_DUES } from '../../../core/cases/due.ts'
import { LANGUAGES } from '../../../core/language.ts'
import type { Due } from '../../../usecases/what-is-due.ts'

const KINDS: readonly Due['kind'][] = ['basis', 'retention', 'reply', 'deadline', ...CASE_DUES]

it.each(LANGUAGES)('every kind of what is due has its words in %s', (language) => {
  const said = KINDS.map((kind) => knowledge.words[language].t(`home.due.${kind}`))
  expect(new Set(said).size).toBe(KINDS.length)
})
