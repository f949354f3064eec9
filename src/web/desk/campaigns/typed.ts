/** The forms of a campaign as they were sent in, lines to record out; a campaign on record as its form is filled. */
import { ACTION_KINDS } from '../../../core/act/actions.ts'
import type { CampaignEntryBody, Threshold, Told } from '../../../core/act/lines.ts'
import { LANGUAGES } from '../../../core/language.ts'
import { typedNumber } from '../../../core/typed-number.ts'
import type { CampaignOnRecord } from '../../../store/queries/campaigns.ts'
import type { CampaignInput } from '../../../usecases/act/campaigns.ts'
import { patchesIn } from '../../../usecases/act/pasted.ts'
import { saidOf, type Typed, typedOf } from '../cases/fields.ts'
import { inLanguage, type Said, TARGETS, THRESHOLDS } from './fields.ts'

const listIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((one) => one !== '')
const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')

const toldIn = (typed: Typed, name: string): Told => {
  const [en, ru, kk] = LANGUAGES.map((one) => saidOf(typed, inLanguage(name, one)) ?? null)
  return { en: en ?? null, ru: ru ?? null, kk: kk ?? null }
}

/** The first line of each language is one point in three languages, and so on. */
function pointsIn(typed: Typed): readonly Told[] {
  const [en = [], ru = [], kk = []] = LANGUAGES.map((one) =>
    linesIn(typedOf(typed, inLanguage('points', one))),
  )
  const most = Math.max(en.length, ru.length, kk.length)
  return Array.from({ length: most }, (_, at) => ({
    ...{ en: en[at] ?? null, ru: ru[at] ?? null, kk: kk[at] ?? null },
  }))
}

/** What was begun and is not whole is refused by the schema of decisions, which tells all faults at once. */
const thresholdsIn = (typed: Typed): readonly Threshold[] =>
  THRESHOLDS.flatMap((n) => {
    const brings = toldIn(typed, `brings-${n}`)
    const [at, unit] = [saidOf(typed, `at-${n}`), typedOf(typed, `unit-${n}`)]
    if (at === undefined && unit === '' && LANGUAGES.every((one) => brings[one] === null)) return []
    return [{ kind: unit as Threshold['kind'], number: typedNumber(at ?? '') ?? 0, brings }]
  })

export function campaignOf(
  id: string,
  country: string,
  typed: Typed,
  kinds: readonly string[],
  isHostile: (authority: string) => boolean,
  /** As it stood: what the form has no field for stays. */
  before: CampaignOnRecord['text'] | null,
): CampaignInput {
  const subject = typedOf(typed, 'subject').trim()
  const about = typedOf(typed, 'about')
  return {
    ...{ record: 'campaign', id, country },
    subject:
      about === 'person'
        ? { kind: 'person', person: subject }
        : about === 'incident'
          ? { kind: 'incident', incident: subject }
          : { kind: 'law', law: subject },
    ...{ title: toldIn(typed, 'title'), demand: toldIn(typed, 'demand'), story: toldIn(typed, 'story') },
    points: pointsIn(typed),
    targets: [
      ...TARGETS.flatMap((n) => {
        const authority = saidOf(typed, `to-${n}`)
        return authority === undefined
          ? []
          : [
              {
                authority,
                duty: toldIn(typed, `duty-${n}`),
                hostile:
                  isHostile(authority) ||
                  before?.targets.some((one) => one.authority === authority && one.hostile) === true,
              },
            ]
      }),
      ...(before?.targets.slice(TARGETS.length) ?? []),
    ],
    kinds: ACTION_KINDS.filter((one) => kinds.includes(one)),
    thresholds: [...thresholdsIn(typed), ...(before?.thresholds.slice(THRESHOLDS.length) ?? [])],
    ...{ proposedBy: typedOf(typed, 'proposed-by'), partner: typedOf(typed, 'partner') },
    ...optional('facility', saidOf(typed, 'facility')),
    ...optional('closes', saidOf(typed, 'closes')),
    incidents: listIn(typedOf(typed, 'incidents')),
  }
}

const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>

const all = (name: string, told: Told): Typed =>
  Object.fromEntries(LANGUAGES.map((one) => [inLanguage(name, one), told[one] ?? '']))

export function typedCampaign({ text }: CampaignOnRecord): Typed {
  const { subject, targets, points, thresholds } = text
  return {
    about: subject.kind,
    subject: 'person' in subject ? subject.person : 'law' in subject ? subject.law : subject.incident,
    ...{ ...all('title', text.title), ...all('demand', text.demand), ...all('story', text.story) },
    ...Object.fromEntries(
      LANGUAGES.map((one) => [inLanguage('points', one), points.map((each) => each[one] ?? '').join('\n')]),
    ),
    ...Object.fromEntries(
      targets
        .slice(0, TARGETS.length)
        .flatMap(({ authority, duty }, at) => [
          [`to-${at + 1}`, authority],
          ...Object.entries(all(`duty-${at + 1}`, duty)),
        ]),
    ),
    ...Object.fromEntries(
      thresholds
        .slice(0, THRESHOLDS.length)
        .flatMap(({ kind, number, brings }, at) => [
          ...[[`unit-${at + 1}`, kind] as const, [`at-${at + 1}`, String(number)] as const],
          ...Object.entries(all(`brings-${at + 1}`, brings)),
        ]),
    ),
    ...{ 'proposed-by': text.proposedBy, partner: text.partner, facility: text.facility ?? '' },
    ...{ closes: text.closes ?? '', incidents: text.incidents.join(' ') },
  }
}

/** `manifest`: of a delivery, worked out by whoever saves it. */
export function entryOf(kind: Said, typed: Typed, manifest: string): CampaignEntryBody {
  const [on, said] = [typedOf(typed, 'on'), (name: string): string => typedOf(typed, name)]
  const number = (name: string): number => typedNumber(said(name)) ?? 0
  // What is none of the values is refused by the schema of decisions, which tells all faults at once.
  const body = ((): unknown => {
    switch (kind) {
      case 'partner':
        return { kind, word: said('word'), on, how: said('how') }
      case 'person':
        return {
          kind,
          word: said('word'),
          on,
          how: said('how'),
          ...optional('until', saidOf(typed, 'until')),
        }
      case 'risk':
        return {
          ...{ kind, on, onlineInCountry: said('online') === 'yes', note: said('note') },
          levels: {
            ...{ person: number('risk-person'), family: number('risk-family') },
            ...{ inside: number('risk-inside'), outside: number('risk-outside') },
          },
        }
      case 'outcome':
        return {
          ...{ kind, outcome: said('outcome'), on, words: toldIn(typed, 'words') },
          source:
            saidOf(typed, 'incident') === undefined
              ? {
                  ...{ kind: 'elsewhere', title: said('source-title') },
                  ...optional('url', saidOf(typed, 'source-url')),
                }
              : { kind: 'incident', incident: said('incident').trim() },
          ...optional('reverses', saidOf(typed, 'reverses')),
          contribution: said('contribution'),
        }
      case 'event':
        return {
          ...{ kind, event: said('event-kind'), on, host: said('host') },
          ...optional('place', saidOf(typed, 'place')),
          ...{ isPublic: said('public') === 'yes', briefed: said('briefed') === 'yes' },
        }
      case 'tally':
        return {
          ...{ kind, of: said('of'), low: number('low'), best: number('best') },
          high: saidOf(typed, 'high') === undefined ? null : number('high'),
          ...{ method: said('method'), source: said('source'), on, countedBy: said('counted-by') },
          ...optional('event', saidOf(typed, 'event')),
          ...optional('sheet', saidOf(typed, 'sheet')),
        }
      case 'delivery':
        return {
          ...{ kind, authority: said('to'), way: said('way'), of: said('of'), number: number('number'), on },
          ...(saidOf(typed, 'proof') !== undefined && {
            proof: { kind: said('proof'), words: said('proof-words') },
          }),
          ...{ ...optional('due', saidOf(typed, 'due')), manifest },
        }
      case 'reply':
        return {
          ...{ kind, delivery: said('delivery'), on, reply: said('reply') },
          words: toldIn(typed, 'words'),
        }
      case 'patches':
        return {
          ...{ kind, on, ...optional('event', saidOf(typed, 'event')) },
          patches: patchesIn(said('table')),
        }
    }
  })()
  return body as CampaignEntryBody
}
