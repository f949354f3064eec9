/** Every rule of the English reading fires on its own example and can be listed with a reason. */
import { describe, expect, test } from 'vitest'
import { actsIn, countered } from './acts.ts'
import { dateForms } from './date-forms.ts'
import { extract } from './extract.ts'
import { codebook, documentOf, pack, reading, recordsOf, whole } from './fixture.ts'
import { penaltiesIn } from './penalties.ts'
import { rulesOf } from './rules.ts'
import { findAll } from './scan.ts'

describe('a rule fires on its own example', () => {
  test.each(reading.acts.map((cue) => [cue.id, cue] as const))('%s', (_, cue) => {
    expect(actsIn(cue.example, whole(cue.example), reading).map((one) => one.rule)).toContain(cue.id)
  })
  test.each(reading.penalties.map((cue) => [cue.id, cue] as const))('%s', (_, cue) => {
    expect(
      penaltiesIn(cue.example, whole(cue.example), pack, reading).map((one) => one.value.type),
    ).toContain(cue.type)
  })
  test.each([...reading.freedoms, ...reading.lexicon.laws].map((cue) => [cue.id, cue] as const))(
    '%s',
    (_, cue) => {
      const found = findAll(cue.example, cue.pattern, whole(cue.example))
      expect(found.filter((one) => !countered(cue, cue.example, whole(cue.example), one.span))).not.toEqual(
        [],
      )
    },
  )
  test.each(dateForms(reading.lexicon).map((form) => [form.id, form] as const))('%s', (_, form) => {
    expect(findAll(form.example, form.pattern, whole(form.example))).not.toEqual([])
  })
})

describe('a guard silences the cue of its example', () => {
  test.each(reading.guards.map((guard) => [guard.id, guard] as const))('%s', (id, guard) => {
    const without = { ...reading, guards: reading.guards.filter((one) => one.id !== id) }
    const told = (by: typeof reading): number => actsIn(guard.example, whole(guard.example), by).length
    expect(told(without)).toBeGreaterThan(told(reading))
  })
})

describe('the list of rules', () => {
  const rules = rulesOf(reading)
  test('each id stands once, with a reason and an example', () => {
    expect(new Set(rules.map((one) => one.id)).size).toBe(rules.length)
    for (const one of rules) {
      expect(one.id).toMatch(/^[a-z0-9-]+@\d+$/)
      expect(one.reason.en.length).toBeGreaterThan(5)
      expect(one.example.length).toBeGreaterThan(0)
    }
  })
  test('an act that the codebook does not know is never proposed', () => {
    expect(reading.acts.map((cue) => cue.act).filter((act) => !codebook.acts.has(act))).toEqual([])
    expect(reading.penalties.map((cue) => cue.act).filter((act) => !codebook.acts.has(act))).toEqual([])
  })
  test('every value names a rule of the list', () => {
    const known = new Set(rules.map((one) => one.id))
    const text = reading.acts
      .map((cue) => `• On 3 May 2031 in Almaty. ${cue.example} Asan Usenov was there.`)
      .join('\n')
    const { drafts } = extract(documentOf(text), { pack, codebook, reading, asOf: null })
    const used = drafts.flatMap((draft) => [draft.rule, ...draft.proposals.map((one) => one.rule)])
    expect([...new Set(used)].filter((id) => !known.has(id))).toEqual([])
    expect(recordsOf(text).length).toBeGreaterThan(30)
  })
})
