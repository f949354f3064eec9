/** Every rule of the Russian and Kazakh readings fires on its own example and can be listed with a reason. */
import { describe, expect, test } from 'vitest'
import { actsIn, countered } from '../acts.ts'
import { extract } from '../extract.ts'
import { codebook, documentOf, reading as english, pack, whole } from '../fixture.ts'
import { grammarOf } from '../grammar-of.ts'
import { rulesOf } from '../rules.ts'
import { findAll, fits } from '../scan.ts'
import { kazakh, russian } from './fixture.ts'
import { penaltiesInflected } from './penalties.ts'

const TOLD = {
  ru: '3 мая 2031 года в Алматы полиция задержала 40 человек по статье 488 КоАП.',
  kk: '2031 жылғы 3 мамырда Алматыда полиция 40 адамды ұстады. Ол ҚР ҚК 405-бабы бойынша сотталды.',
}

describe.each([
  ['Russian', russian],
  ['Kazakh', kazakh],
] as const)('%s', (_, reading) => {
  test('every act fires on its example', () => {
    const silent = reading.acts.filter(
      (cue) => !actsIn(cue.example, whole(cue.example), reading).some((one) => one.rule === cue.id),
    )
    expect(silent.map((cue) => cue.id)).toEqual([])
  })
  test('every penalty fires on its example', () => {
    const silent = reading.penalties.filter(
      (cue) =>
        !penaltiesInflected(cue.example, whole(cue.example), pack, reading).some(
          (one) => one.value.type === cue.type,
        ),
    )
    expect(silent.map((cue) => cue.id)).toEqual([])
  })
  test('every freedom, law and turn fires on its example', () => {
    const beside = /^(?:date|place|person|not)-|^provided$/
    const cues = [
      ...reading.freedoms,
      ...reading.lexicon.laws,
      ...reading.turns.filter((cue) => !beside.test(cue.turn)),
    ]
    const silent = cues.filter((cue) =>
      findAll(cue.example, cue.pattern, whole(cue.example)).every((one) =>
        countered(cue, cue.example, whole(cue.example), one.span),
      ),
    )
    expect(silent.map((cue) => cue.id)).toEqual([])
  })
  test('every form of a date fires on its example', () => {
    const silent = grammarOf(reading)
      .dates(reading)
      .forms.filter((form) => !fits(form.pattern, form.example))
    expect(silent.map((form) => form.id)).toEqual([])
  })
  test('a guard silences the act of its example', () => {
    const told = (example: string, without: string | null): number =>
      actsIn(example, whole(example), {
        ...reading,
        guards: reading.guards.filter((one) => one.id !== without),
      }).length
    const idle = reading.guards.filter((guard) => told(guard.example, guard.id) <= told(guard.example, null))
    expect(idle.map((guard) => guard.id)).toEqual([])
  })
  test('every value names a rule of the list', () => {
    const known = new Set(rulesOf(reading).map((one) => one.id))
    const told = TOLD[reading.language === 'kk' ? 'kk' : 'ru']
    const text = [told, ...reading.acts.map((cue) => `${told} ${cue.example}`)].join('\n\n')
    const document = { ...documentOf(text), language: reading.language }
    const { drafts } = extract(document, { pack, codebook, reading, asOf: '2031-05-28' })
    const used = drafts.flatMap((draft) => [draft.rule, ...draft.proposals.map((one) => one.rule)])
    expect([...new Set(used)].filter((id) => !known.has(id))).toEqual([])
    expect(drafts.length).toBeGreaterThan(10)
    for (const rule of ['group-counted@2', 'law-article@2', 'actor-words@1']) expect(used).toContain(rule)
  })
  test('no id is that of another language, and every act is in the codebook', () => {
    const ids = new Set(rulesOf(english).map((one) => one.id))
    const own = [
      ...reading.acts,
      ...reading.penalties,
      ...reading.freedoms,
      ...reading.guards,
      ...reading.turns,
    ]
    expect(own.map((one) => one.id).filter((id) => ids.has(id))).toEqual([])
    expect(new Set(own.map((one) => one.id)).size).toBe(own.length)
    expect(
      [...reading.acts, ...reading.penalties].map((cue) => cue.act).filter((act) => !codebook.acts.has(act)),
    ).toEqual([])
  })
})
