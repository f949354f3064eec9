/** Records told in the words of others: by the rules of the codebook, each with what it must not take. */
import { describe, expect, it } from 'vitest'
import { loadCodebook } from '../../adapters/load-codebook.ts'
import { countedFrom } from '../counts/counted.ts'
import { group, incident, named, PACK, type Sketch, WITHHELD } from '../fixture.ts'
import { acledRow } from './acled.ts'
import { tagsOf } from './civicus.ts'
import { fits, type MappedRecord } from './fits.ts'
import { sdgTable } from './sdg.ts'

const codebook = loadCodebook(new URL('../../..', import.meta.url).pathname, [])
if (!codebook) throw new Error('the codebook cannot be read')
const { mappings, counting } = codebook

const record = (id: string, sketch: Sketch, more: Partial<MappedRecord> = {}): MappedRecord => ({
  id,
  counted: { ...countedFrom(incident(sketch), { pack: PACK, words: counting }), fingerprint: 1 },
  words: '',
  collectors: ['A'],
  ...more,
})
const journalist = { ...WITHHELD, role: 'radio journalist' }
const HELD = {
  acts: ['detention', 'administrative_detention'],
  freedoms: ['assembly' as const],
  people: [journalist],
}

describe('the table of SDG 16.10.1', () => {
  const cells = (records: readonly MappedRecord[]) =>
    sdgTable(records, mappings).map(
      ({ harm, group, persons, twice }) =>
        `${harm} ${group} ${persons.certain}–${persons.claimed ?? '?'} twice ${twice.certain}–${twice.claimed ?? '?'}`,
    )

  it('counts who was held and then jailed once, and says whether two collectors tell it', () => {
    expect(cells([record('a', HELD), record('b', HELD, { collectors: ['A', 'B'] })])).toEqual([
      'arbitrary_detention journalists 2–2 twice 1–1',
    ])
  })

  it('keeps people of whom nobody says what they do in a row of their own', () => {
    const unknown = {
      ...HELD,
      people: [{ ...WITHHELD, role: null }],
      groups: [group('people detained', 40, 40)],
    }
    expect(cells([record('a', unknown)])).toEqual(['arbitrary_detention unknown 40–40 twice 0–0'])
  })

  it('does not take a total that a source gives, nor an official', () => {
    expect(cells([record('a', { ...HELD, kind: 'aggregate' })])).toEqual([])
    expect(
      cells([record('a', { ...HELD, people: [{ ...named('x'), harmed: 'actor', role: 'journalist' }] })]),
    ).toEqual([])
  })

  it('claims what only some sources say', () => {
    const said = { acts: ['torture_ill_treatment', 'detention'], people: [journalist], disputed: ['act'] }
    expect(cells([record('a', said)])).toEqual([
      'torture journalists 0–1 twice 0–0',
      'arbitrary_detention journalists 0–1 twice 0–0',
    ])
  })
})

describe('tags', () => {
  const tags = (sketch: Sketch, words = '') =>
    tagsOf([record('a', sketch, { words })], mappings)
      .counts.map((one) => one.tag)
      .sort()

  it.each([
    [
      'a journalist held at a rally',
      HELD,
      '',
      ['victim.journalist', 'violation.journalists_detained', 'violation.protesters_detained'],
    ],
    ['a post', { acts: ['fine'], freedoms: ['expression' as const], people: [WITHHELD] }, '', ['victim.hrd']],
    [
      'a blocked site',
      { acts: ['website_blocking'] },
      '',
      ['violation.censorship', 'violation.internet_restriction'],
    ],
    ['a release', { acts: ['release'], people: [journalist] }, '', ['positive.release', 'victim.journalist']],
    ['a rally over wages', { acts: ['protest_held'] }, 'They asked for higher wages.', ['driver.labour']],
  ] as const)('of %s', (_what, sketch, words, expected) => {
    expect(tags(sketch as Sketch, words)).toEqual(expected)
  })

  it('have denominators: what went well is no violation, and what nobody tagged is said', () => {
    const all = tagsOf(
      [
        record('a', HELD),
        record('b', { acts: ['release'] }),
        record('c', {}),
        record('d', { ...HELD, kind: 'aggregate' }),
      ],
      mappings,
    )
    expect(all).toMatchObject({ incidents: 3, violations: 1, positive: 1, untagged: 1 })
  })
})

describe('rows shaped like ACLED', () => {
  const DAY = { from: '2020-02-22', to: '2020-02-22', precision: 'day' }
  const row = (sketch: Sketch, day = DAY) =>
    acledRow(record('kz-1', sketch), { country: 'Kazakhstan', places: [], actors: ['police'], day }, mappings)

  it.each([
    [{ acts: ['protest_held'] }, 'Peaceful protest'],
    [{ acts: ['protest_held', 'detention'], freedoms: ['assembly' as const] }, 'Protest with intervention'],
    [{ acts: ['killing'], freedoms: ['assembly' as const] }, 'Excessive force against protesters'],
    [{ acts: ['killing'] }, 'Attack'],
    [{ acts: ['fine'], freedoms: ['expression' as const] }, 'Arrests'],
    [{}, 'Other'],
  ] as const)('%j is %s', (sketch, type) => {
    expect(row(sketch as Sketch)?.sub_event_type).toBe(type)
  })

  it('leave empty what is not known, and say how exact the day is', () => {
    expect(row({ acts: ['killing'] })).toMatchObject({
      location: null,
      latitude: null,
      fatalities: null,
      time_precision: '1',
    })
    expect(row({ acts: ['killing'], groups: [group('people killed', 14, 17)] })?.fatalities).toBe('14')
    expect(row({}, { from: '2020-02-01', to: '2020-02-29', precision: 'month' })?.time_precision).toBe('3')
    expect(row({}, { from: '2020-01-01', to: '2020-12-31', precision: 'year' })?.time_precision).toBeNull()
  })

  it('has none for a total, nor for what another passage tells by the way', () => {
    expect(row({ kind: 'aggregate' })).toBeNull()
    expect(row({ kind: 'background' })).toBeNull()
  })
})

describe('every rule of the codebook', () => {
  const all = [...mappings.harms, ...mappings.groups, ...mappings.tags, ...mappings.events]
  it('has an id of its own, a reason and an example', () => {
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length)
    for (const one of all) expect(`${one.reason.en} ${one.example}`.length).toBeGreaterThan(12)
  })

  it('asks for something, save the last of the events, which fits everything', () => {
    const asksNothing = all.filter(
      (one) => one.acts.length + one.roles.length + one.freedoms.length === 0 && one.words === null,
    )
    expect(asksNothing.map((one) => one.id)).toEqual(['acled.other@1'])
    expect(mappings.events.at(-1)?.id).toBe('acled.other@1')
  })

  it('of words does not fit an empty passage', () => {
    const worded = all.filter((one) => one.words !== null)
    expect(worded.filter((one) => fits(record('a', {}), one) !== 'no').map((one) => one.id)).toEqual([])
  })
})

describe('roles and institutions', () => {
  it.each([
    ['political activist', 'activist'],
    ['newspaper editor', 'editor'],
    ['video blogger', 'blogger'],
    ['адвокат', 'lawyer'],
    ['белсенді', 'activist'],
    ['driver', null],
  ])('%s is counted as %s', (words, role) => {
    expect(counting.roles.find((one) => one.words.test(words))?.role ?? null).toBe(role)
  })
  it.each([
    ['two police officers', ['police']],
    ['police officers and a prosecutor', ['police', 'prosecutor']],
    ['the administrative court in Uralsk', ['court']],
    ['National Security Committee', ['security_service']],
    ['unknown men in plain clothes', ['unidentified']],
    ['a journalist', []],
  ])('%s is %j', (words, expected) => {
    expect(
      counting.institutions
        .filter((one) => one.words.test(words.toLowerCase()))
        .map((one) => one.institution),
    ).toEqual(expected)
  })
})
