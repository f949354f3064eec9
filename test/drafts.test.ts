/** Every kind that can be drafted, in every language: whole sentences, each bound, none twice; what is not on record is missing and never made up. */
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../src/core/language.ts'
import { periodOf } from '../src/core/measure.ts'
import type { PublicIncident, PublicProceeding } from '../src/core/public-record.ts'
import { incident, named, quarter, withheld } from '../src/publish/fixture.ts'
import { servedAt } from '../src/publish/links.ts'
import { DRAFTERS } from '../src/publish/manuscript/drafters.ts'
import type { Asked, Material } from '../src/publish/manuscript/kinds.ts'
import { type Manuscript, type Sentence, sentencesIn } from '../src/publish/manuscript/manuscript.ts'
import { knowledge } from './world.ts'

const [pack, period] = [knowledge.packs.get('kz'), periodOf('2020-q1')]
if (!pack || !period) throw new Error('the pack of Kazakhstan is missing')
const site = servedAt('https://aigaq.example')

const journey = (person: PublicProceeding['person']): PublicProceeding =>
  ({
    ...{ id: 'case-x', person, charges: [] },
    stages: [{ stage: 'detained', date: null, incident: null, penalty: null }],
  }) as unknown as PublicProceeding

const material = (language: Language, asked: Asked, more: Partial<Material> = {}): Material => ({
  ...{
    site,
    codebook: knowledge.codebook,
    words: knowledge.words[language],
    tell: knowledge.tells[language],
  },
  ...{ asked, pack, period, incidents: quarter(40), proceedings: [journey(withheld)] },
  ...{ measures: [], analyses: [], testimonies: [], ratings: null },
  watch: { country: 'kz', month: '2020-03', since: '2020-04-02', decidedOn: '2020-04-02', signs: ['change'] },
  ...more,
})
const made = (language: Language, asked: Asked, more?: Partial<Material>): Manuscript =>
  DRAFTERS[asked.kind](material(language, asked, more), (page) => site.whole(language, page, 'html'))
const textOf = ({ runs }: Sentence): string =>
  runs.flatMap((run) => (run.kind === 'text' ? run.text : [])).join('')
const told = (manuscript: Manuscript): ReadonlyMap<string, string> =>
  new Map(sentencesIn(manuscript.sections).map((one) => [one.id, textOf(one)]))

const OF = { country: 'kz', period: '2020-q1' }
const ASKED: readonly Asked[] = [
  { kind: 'update', ...OF },
  { kind: 'briefing', ...OF },
  { kind: 'case', of: 'case-x' },
  { kind: 'watchlist', country: 'kz' },
  { kind: 'statement', ...OF },
  { kind: 'statement', ...OF, of: 'case-x' },
  { kind: 'letter', ...OF, to: 'parliament,government' },
  ...[...knowledge.codebook.submissions.keys()].map((form) => ({ kind: 'submission' as const, ...OF, form })),
]

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(ASKED.map((one) => [JSON.stringify(one), one] as const))('%s is whole', (_name, asked) => {
    const manuscript = made(language, asked)
    const sentences = sentencesIn(manuscript.sections)
    expect(sentences.length).toBeGreaterThan(5)
    expect(new Set(sentences.map((one) => one.id)).size).toBe(sentences.length)
    for (const one of sentences) expect(textOf(one)).toMatch(/^(?!.*(?:[{}]|undefined|null| {2}|\.\.$)).+$/s)
    const numbers = sentences.flatMap(({ runs }) =>
      runs.flatMap((run) => (run.kind === 'note' ? run.note : [])),
    )
    expect([...new Set(numbers)]).toEqual(manuscript.notes.map((one) => one.number))
    expect(manuscript).toEqual(made(language, asked))
  })

  it('says nothing of a record that went, and another number where one is told', () => {
    const all = quarter(40)
    const [gone] = all
    const asked: Asked = { kind: 'briefing', ...OF }
    const before = told(made(language, asked, { incidents: all }))
    const after = made(language, asked, { incidents: all.slice(1) })
    expect([before.has(`told:${gone?.id}`), told(after).has(`told:${gone?.id}`)]).toEqual([true, false])
    expect(JSON.stringify(after)).not.toContain(gone?.id)
    expect(told(after).get('lead:recorded')).not.toBe(before.get('lead:recorded'))
  })

  it('counts what is required and missing, and never fills consent', () => {
    const manuscript = made(language, { kind: 'submission', ...OF, form: 'special-procedure' })
    const fields = manuscript.sections[0]?.blocks.flatMap((one) => (one.kind === 'fields' ? one.fields : []))
    const missing = fields?.filter((one) => one.isMissing).map((one) => one.told.id)
    expect(missing).toEqual(
      expect.arrayContaining(['field:organisation', 'field:consent', 'field:confidential', 'field:victim']),
    )
  })

  it('measures the law by how its bodies read the standard and by what came of it, each with its certainty', () => {
    const one = incident({
      laws: [{ code: 'criminal', provision: 'CC-174', article: '174', part: null, name: null }],
    })
    const sentences = told(made(language, { kind: 'briefing', ...OF }, { incidents: [one] }))
    const readings = [...sentences].filter(([id]) => /^standard:ICCPR-\d+:(?:GC|C)\d/.test(id))
    expect(readings.length).toBeGreaterThan(6)
    const { tell } = material(language, { kind: 'briefing', ...OF })
    const recalled = String(tell.prose['certainty.recalled']).slice(1)
    for (const [id, text] of readings) expect(text, id).toContain(recalled)
    expect(sentences.get('law:CC-174:outcomes')).toMatch(/\b1\b/)
  })

  it('names a person only where the record does', () => {
    const person = named(0)
    const name = person.kind === 'named' ? person.name.en : ''
    const one: PublicIncident = incident({ people: [person], acts: ['detention'] })
    const asked: Asked = { kind: 'case', of: 'case-x' }
    const open = made(language, asked, { incidents: [one], proceedings: [journey(person)] })
    const shut = made(language, asked, { incidents: [incident({ people: [withheld] })] })
    const label = person.kind === 'named' ? (person.name[language] ?? name) : ''
    expect([open.title.includes(label), JSON.stringify(shut).includes(label)]).toEqual([true, false])
  })
})
