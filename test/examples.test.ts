/** The example corpus read as the program reads it: every decision is valid and points at words that stand there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadCodebook } from '../src/adapters/load-codebook.ts'
import { loadPack } from '../src/adapters/load-pack.ts'
import type { DecideIncident, RecordPerson, RecordProceeding } from '../src/core/decided.ts'
import type { Fault } from '../src/core/faults.ts'
import { cardIdFrom } from '../src/core/teach/lines.ts'
import { readMd } from '../src/document/md.ts'
import { locate } from '../src/review/locate.ts'
import { parseDecided, parseJsonLines } from '../src/usecases/decided-schema.ts'

const root = join(import.meta.dirname, '..')
const example = (name: string): string => readFileSync(join(root, 'examples', name), 'utf8')

const faults: Fault[] = []
const codebook = loadCodebook(root, faults)
if (!codebook) throw new Error(JSON.stringify(faults))

const lines = (name: string) =>
  parseJsonLines(example(name), name).map(({ where, value }) =>
    parseDecided(value, codebook, '2026-11-23', where),
  )

const people = lines('people.jsonl') as readonly RecordPerson[]
const proceedings = lines('proceedings.jsonl') as readonly RecordProceeding[]
const incidents = ['decisions-kz-2020-q1.jsonl', 'decisions-kz-cases.jsonl'].flatMap(
  lines,
) as readonly DecideIncident[]

/** The text of a report without marks of notes and of Markdown: what a person sees who copies words from it. */
const seen = (name: string): string =>
  example(`${name}.md`)
    .replace(/\[\^\d+\]:?/g, '')
    .replace(/\*\*/g, '')
    .replace(/^(?:#+|-) /gm, '')

const REPORTS = ['kz-2020-q1', 'kz-cases-2011-2025'] as const
const texts = new Map(
  REPORTS.map((name) => [name as string, { seen: seen(name), read: readMd(example(`${name}.md`)).text }]),
)
const textOf = (incident: DecideIncident) => {
  const text = texts.get(incident.document)
  if (!text) throw new Error(`${incident.id} is told in no report: ${incident.document}`)
  return text
}
const repeated = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at)

describe('the example corpus', () => {
  it('holds about a hundred incidents of one quarter, and cases over years', () => {
    const told = (document: string) => incidents.filter((one) => one.document === document).length
    expect([told('kz-2020-q1') >= 90, told('kz-cases-2011-2025') >= 20]).toEqual([true, true])
  })

  it('uses every id once', () => {
    expect(repeated([...people, ...incidents, ...proceedings].map((one) => one.id))).toEqual([])
  })

  it('was written down in the order of its instants, and by invented monitors only', () => {
    for (const name of [
      'people.jsonl',
      'decisions-kz-2020-q1.jsonl',
      'decisions-kz-cases.jsonl',
      'proceedings.jsonl',
    ]) {
      const instants = lines(name).map((one) => one.at)
      expect(instants, name).toEqual([...new Set(instants)].sort())
    }
    const hands = new Set([...people, ...incidents, ...proceedings].map((one) => one.by))
    expect([...hands].sort()).toEqual(['aigerim', 'daniyar', 'lena'])
  })

  it.each(incidents.map((one) => [one.id, one] as const))(
    '%s points at four to eight words that stand there',
    (_, one) => {
      const { seen, read } = textOf(one)
      const wordsIn = (words: string) => words.split(' ').length
      expect([seen.split(one.from).length, read.split(one.from).length]).toEqual([2, 2])
      expect([wordsIn(one.from), wordsIn(one.to)].every((n) => n >= 4 && n <= 8)).toBe(true)
      const [shown, stored] = [locate(seen, one.from, one.to), locate(read, one.from, one.to)]
      const passage = seen.slice(shown?.start, shown?.end)
      expect(passage).not.toContain('\n')
      expect(read.slice(stored?.start, stored?.end)).toBe(passage)
    },
  )

  it('tells no two incidents with the same words', () => {
    const spans = incidents.map((one) => ({ one, span: locate(textOf(one).seen, one.from, one.to) }))
    const overlapping = spans.flatMap((a, at) =>
      spans
        .slice(at + 1)
        .filter((b) => a.one.document === b.one.document && a.span && b.span)
        .filter((b) => (a.span?.start ?? 0) < (b.span?.end ?? 0) && (b.span?.start ?? 0) < (a.span?.end ?? 0))
        .map((b) => `${a.one.id} ${b.one.id}`),
    )
    expect(overlapping).toEqual([])
  })

  it('names no person, incident or term that nobody recorded', () => {
    const known = {
      people: new Set(people.map((one) => one.id)),
      incidents: new Set(incidents.map((one) => one.id)),
    }
    const persons = [
      ...incidents.flatMap((one) => one.people.map((person) => person.id)),
      ...proceedings.map((one) => one.person),
    ]
    const targets = [
      ...incidents.flatMap((one) => (one.links ?? []).map((link) => link.incident)),
      ...proceedings.flatMap((one) => one.stages.flatMap((stage) => stage.incident ?? [])),
    ]
    expect(persons.filter((id) => id === undefined || !known.people.has(id))).toEqual([])
    expect(targets.filter((id) => !known.incidents.has(id))).toEqual([])
    const terms = codebook.vocabularies
    expect(
      incidents.filter(
        (one) => !terms.kinds.has(one.kind) || one.freedoms.some((freedom) => !terms.freedoms.has(freedom)),
      ),
    ).toEqual([])
    expect(incidents.flatMap((one) => one.laws).filter((law) => !terms.law_codes.has(law.code))).toEqual([])
    expect(
      incidents.flatMap((one) => one.penalties).filter((penalty) => !terms.penalties.has(penalty.type)),
    ).toEqual([])
  })

  it('names places as the country pack names them, a site with its town', () => {
    const pack = parse(readFileSync(join(root, 'packs/kz/places.yaml'), 'utf8')) as {
      places: { name: { en: string } }[]
    }
    const names = new Set(pack.places.map((place) => place.name.en))
    const unknown = incidents
      .flatMap((one) => one.places)
      .filter((place) => place.split(', ').some((part) => !names.has(part)))
    expect(unknown).toEqual([])
  })

  it('gives every penalty that an act speaks of, and no other', () => {
    const TYPE_OF_ACT: Readonly<Record<string, string>> = {
      imprisonment: 'prison',
      administrative_detention: 'administrative_detention',
      fine: 'fine',
      warning: 'warning',
      house_arrest: 'house_arrest',
      suspended_sentence: 'suspended',
      restriction_of_freedom: 'restriction_of_freedom',
      activity_ban: 'ban',
    }
    const wrong = incidents.filter((one) => {
      const spoken = one.acts.flatMap((act) => TYPE_OF_ACT[act] ?? []).sort()
      const given = [...new Set(one.penalties.map((penalty) => penalty.type as string))]
        .filter((type) => type !== 'other')
        .sort()
      return JSON.stringify(spoken) !== JSON.stringify(given)
    })
    expect(wrong.map((one) => one.id)).toEqual([])
  })

  it('takes every sum of money from its passage, and its id from its date', () => {
    const absent = incidents.flatMap((one) => {
      const { seen } = textOf(one)
      const span = locate(seen, one.from, one.to)
      const passage = seen.slice(span?.start, span?.end)
      const sums = one.penalties.flatMap((penalty) => penalty.amount ?? [])
      return sums
        .filter((sum) => !passage.includes(`${sum.toLocaleString('en')} tenge`))
        .map((sum) => `${one.id} ${sum}`)
    })
    expect(absent).toEqual([])
    const otherDay = incidents
      .filter((one) => one.date !== null && !one.date.startsWith('..'))
      .filter((one) => !(one.date ?? '').startsWith(one.id.slice(3, -2)))
    expect(otherDay.map((one) => one.id)).toEqual([])
  })

  it('keeps what sources say differently, with a reason and more than one figure', () => {
    const disputed = incidents.filter((one) => one.disputed?.includes('groups'))
    expect(disputed.length).toBeGreaterThanOrEqual(3)
    expect(disputed.filter((one) => one.groups.length < 2 || one.why === undefined)).toEqual([])
  })

  it('tells a success that was reversed, and does not call any case ended by it', () => {
    const reversed = incidents.flatMap((one) =>
      (one.links ?? []).filter((link) => link.kind === 'reverses').map((link) => [one.id, link.incident]),
    )
    expect(reversed).toEqual([['kz-2025-01-17-a', 'kz-2022-07-22-a']])
    const stages = proceedings
      .find((one) => one.person === 'temirlan-ensebek')
      ?.stages.map((one) => one.stage)
    expect(stages).toEqual(['detained', 'closed', 'reversal', 'detained', 'conviction', 'sentence'])
  })

  it('has reviews of law cards that are of the words that stand there', () => {
    const cards = loadPack(root, 'kz', [])?.cards
    for (const line of example('law-cards.jsonl').trim().split('\n')) {
      const { id, print } = JSON.parse(line) as { id: string; print: string }
      const of = cardIdFrom(id)
      expect(of && cards?.get(of.card)?.prints[of.language], id).toBe(print)
    }
  })

  it('has a source for each report and for nothing else', () => {
    const sources = JSON.parse(example('sources.json')) as Record<string, { title: string; licence: string }>
    expect(Object.keys(sources)).toEqual(REPORTS.map((name) => `${name}.md`))
    for (const [name, source] of Object.entries(sources))
      expect(example(name).split('\n')[0], name).toBe(`# ${source.title}`)
  })
})
