/** The page of a campaign says where its person stands by the record of today; what is counted keeps its unit; silence has its length. */
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import type { ShownCount } from '../../core/act/counts.ts'
import type {
  CampaignShown,
  PublicCampaign,
  PublicDelivery,
  PublicTally,
} from '../../core/act/public-campaign.ts'
import { LANGUAGES, type Language } from '../../core/language.ts'
import { parsePartialDate } from '../../core/partial-date.ts'
import type { PublicProceeding } from '../../core/public-record.ts'
import { servedAt } from '../links.ts'
import { campaignJson, campaignPage } from '../pages/campaign.ts'
import { summed } from './counts.ts'
import { silenceOf } from './deliveries.ts'
import { campaignFeed } from './feed.ts'
import type { CampaignView } from './view.ts'

const found = knowledge.packs.get('kz')
if (!found) throw new Error('no pack')
const pack = found
const told = (en: string) => ({ en, ru: null, kk: null })
const name = { en: 'Aigul Serikova', ru: 'Айгуль Серикова', kk: null }
const tally = (more: Partial<PublicTally>): PublicTally => ({
  ...{ kind: 'tally', entry: 'e-0001', of: 'letter', low: 10, best: 12, high: 15, method: 'counted' },
  ...{ source: 'event', on: '2026-11-06', countedBy: 'a library' },
  ...more,
})
const delivery: PublicDelivery = {
  ...{ kind: 'delivery', entry: 'e-0002', authority: 'ombudsman', way: 'post', of: 'letter', number: 12 },
  ...{ on: '2026-10-26', manifest: 'a'.repeat(64), isProved: true, due: '2026-11-16', replies: [] },
}
const shown: CampaignShown = {
  ...{ id: 'cam-0000000a', country: 'kz', state: 'open', asOf: '2026-11-26', opened: '2026-10-01' },
  subject: { kind: 'person', person: 'aigul-serikova', name },
  ...{ title: told('She reported on a trial.'), demand: told('Drop the case.'), story: told('At the door.') },
  points: [told('Reporting is no crime.')],
  targets: [{ authority: 'ombudsman', duty: told('The law.'), hostile: false }],
  ...{
    kinds: ['letter', 'card'],
    thresholds: [],
    proposedBy: 'a local group',
    person: 'agrees',
    facility: null,
  },
  ...{
    closes: null,
    incidents: [],
    taking: { kinds: ['letter', 'card'], onlineInCountry: false, until: '2026-12-30' },
  },
  reviewed: '2026-10-01',
  outcomes: [],
  moves: [{ move: 'open', on: '2026-10-01' }],
  events: [],
  tallies: [tally({})],
  deliveries: [delivery],
  patches: [],
}
type Stage = PublicProceeding['stages'][number]
const stage = (what: Stage['stage'], on: string): Stage => ({
  ...{ stage: what, date: parsePartialDate(on), incident: null, penalty: null },
})
const viewOf = (
  language: Language,
  stages: readonly Stage[],
  more: Partial<CampaignShown> = {},
): CampaignView => {
  const face = {
    ...{ site: servedAt('https://aigaq.example'), codebook: knowledge.codebook },
    ...{ words: knowledge.words[language], tell: knowledge.tells[language] },
  }
  const journey = {
    ...{ id: 'case-a', charges: [], stages },
    person: { kind: 'named', id: 'aigul-serikova', name, role: null, harmed: true },
  } as unknown as PublicProceeding
  return {
    ...{ ...face, pack, campaign: { ...shown, ...more } as PublicCampaign, records: [] },
    person: {
      ...face,
      id: 'aigul-serikova',
      name,
      packs: knowledge.packs,
      members: [],
      proceedings: [journey],
    },
  }
}
const badgeIn = (page: string): string =>
  /<p class="badge">(.*?)<\/p>/.exec(page)?.[1]?.replace(/<[^>]+>/g, '') ?? ''

describe('the page of a campaign', () => {
  it.each(LANGUAGES)(
    'says in %s where the person stands, and says otherwise as soon as the record does',
    (language) => {
      const free = viewOf(language, [stage('detained', '2026-01-02'), stage('release', '2026-03-04')])
      const again = viewOf(language, [
        ...(free.person?.proceedings[0]?.stages ?? []),
        stage('detained', '2026-09-08'),
      ])
      const [before, after] = [free, again].map((one) => badgeIn(campaignPage(one)))
      const { t } = knowledge.words[language]
      expect(before).toContain(t('face.stage.release'))
      expect(after).toContain(t('face.stage.detained'))
      expect(after).not.toContain(t('face.stage.release'))
    },
  )

  it('tells a new arrest in its feed at once, under an entry of its own', () => {
    const page = { kind: 'feed', of: { kind: 'campaign', id: shown.id } } as const
    const stages = [stage('detained', '2026-01-02'), stage('release', '2026-03-04')]
    const before = campaignFeed(viewOf('en', stages), page, 'atom')
    const after = campaignFeed(viewOf('en', [...stages, stage('detained', '2026-11-25')]), page, 'atom')
    expect(after.entries).toHaveLength(before.entries.length + 1)
    expect(after.entries[0]?.summary).toContain('25 November 2026')
    const known = new Set(before.entries.map((one) => one.id))
    expect(after.entries.filter((one) => !known.has(one.id))).toHaveLength(1)
  })

  it('never tells somebody under a restriction as free', () => {
    const bound = viewOf('en', [stage('detained', '2026-01-02'), stage('release_restricted', '2026-03-04')])
    expect(badgeIn(campaignPage(bound))).toContain('restrict')
    const rules = knowledge.codebook.campaigns.outcomes
    expect(rules.get('released-restricted')?.sense).toBe('part')
    expect(rules.get('released')?.sense).toBe('won')
  })

  it('has no script and no form that is sent, says what is stored before what can be done, and offers nothing once the review grew old', () => {
    const page = campaignPage(viewOf('en', []))
    expect(page).not.toMatch(/<script|method="post"/)
    expect(page.indexOf('What is stored')).toBeLessThan(page.indexOf('letter-ombudsman'))
    const old = campaignPage(viewOf('en', [], { asOf: '2026-12-31' }))
    expect(old).not.toContain('letter-ombudsman')
    expect(campaignJson(viewOf('en', []))).toMatchObject({ standing: null, campaign: { id: shown.id } })
  })
})

describe('what numbers bring', () => {
  const at = (number: number, words: string) => ({ kind: 'letter', number, brings: told(words) }) as const
  const count: ShownCount = {
    ...{ kind: 'letter', shown: null, exact: false, waits: null, invalid: null, countries: [] },
  }
  const online = (shown: number) => ({ counts: [{ ...count, shown }], patches: [] })
  const thresholds = [at(500, 'Handed over.'), at(5_000, 'Read out in parliament.')]
  const pageOf = (more: Partial<CampaignView>) =>
    campaignPage({ ...viewOf('en', [], { thresholds }), ...more })

  it('is drawn towards the next one, with the same in words', () => {
    const page = pageOf({ actions: online(430) })
    expect(page).toContain('on this site: at least 430; at events: between 10 and 15')
    expect(page).toMatch(/<title id="th-letter-wide">[^<]*next: 500<\/title>/)
    expect(page).toContain('not yet; at most 70 more')
    expect(page).toMatch(/Read out in parliament[\s\S]*at most 4,570 more/)
    expect(page).not.toMatch(/>reached</)
    const past = pageOf({ actions: online(640) })
    expect(past).toMatch(/Handed over\.<\/p><p class="meta">reached</)
    expect(past).toContain('next: 5,000')
  })

  it('is in the data beside it, with the range of what is rounded, and says so where nobody counted', () => {
    const view = viewOf('en', [], { thresholds, tallies: [] })
    expect(campaignJson({ ...view, actions: online(490) })).toMatchObject({
      progress: [
        {
          ...{ kind: 'letter', next: 500, counts: [{ by: 'site', least: 490, most: 499 }] },
          thresholds: [
            { number: 500, reached: 'not-yet', atMostMore: 10 },
            { number: 5_000, reached: 'not-yet', atMostMore: 4_510 },
          ],
        },
      ],
    })
    expect(campaignPage(view)).toContain('nobody has counted this yet')
    expect(campaignPage(viewOf('en', []))).not.toContain('What numbers bring')
  })
})

describe('what was counted', () => {
  it('is added within one unit, method and source, and never across them', () => {
    const all = summed([
      tally({}),
      tally({ low: 20, best: 20, high: 20 }),
      tally({ method: 'estimated', low: 150, best: 175, high: 200 }),
      tally({ of: 'lesson', best: 58, low: 58, high: null }),
      tally({ source: 'partner', high: null }),
    ])
    expect(
      all.map(({ of, method, source, low, best, high, sheets }) => [
        of,
        method,
        source,
        low,
        best,
        high,
        sheets,
      ]),
    ).toEqual([
      ['letter', 'counted', 'event', 30, 32, 35, 2],
      ['letter', 'estimated', 'event', 150, 175, 200, 1],
      ['letter', 'counted', 'partner', 10, 12, null, 1],
      ['lesson', 'counted', 'event', 58, 58, null, 1],
    ])
  })

  it.each([
    ['no answer came', [], 31],
    ['an answer came', [{ kind: 'reply', on: '2026-11-18', reply: 'formal', words: told('Noted.') }], null],
  ] as const)('tells how long nobody answered when %s', (_what, replies, days) => {
    expect(silenceOf({ ...delivery, replies: [...replies] }, '2026-11-26')).toBe(days)
  })
})
