/** What the forms of a campaign ask for, kind by kind. */
import { ACTION_KINDS } from '../../../core/act/actions.ts'
import {
  type CampaignEntryKind,
  DELIVERY_WAYS,
  EVENT_KINDS,
  PARTNER_WORDS,
  PERSON_WORDS,
  PROOFS,
  REPLY_KINDS,
  RISK_LEVELS,
  RISK_OF,
  TALLY_METHODS,
  TALLY_SOURCES,
} from '../../../core/act/lines.ts'
import { CONTRIBUTIONS, OUTCOME_KINDS } from '../../../core/act/outcome.ts'
import { LANGUAGES, type Language, labelIn } from '../../../core/language.ts'
import type { Pack } from '../../../core/pack.ts'
import type { CampaignOnRecord } from '../../../store/queries/campaigns.ts'
import type { Choice, FormField } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { entryText } from './entry-text.ts'
import { unitIn } from './unit-in.ts'

export const inLanguage = (name: string, language: Language): string => `${name}-${language}`
export const TARGETS = [1, 2, 3] as const
export const THRESHOLDS = [1, 2, 3, 4] as const
export const SUBJECTS = ['person', 'incident', 'law'] as const

type Asked = Omit<FormField, 'name' | 'label' | 'type'>
export type Fields = {
  readonly field: (name: string, type: FormField['type'], more?: Asked) => FormField
  readonly told: (name: string, type: 'text' | 'area', needed?: boolean) => readonly FormField[]
  readonly choice: (name: string, values: readonly string[], key: string, needed?: boolean) => FormField
}

export function fieldsIn({ face }: Desktop): Fields {
  const { t } = face.words
  const field: Fields['field'] = (name, type, more = {}) => ({
    ...{ name, type, label: t(`camp.f.${name.replace(/-\d$/, '')}`) },
    ...more,
  })
  return {
    field,
    told: (name, type) =>
      LANGUAGES.map((one) => ({
        ...{ name: inLanguage(name, one), type },
        label: `${t(`camp.f.${name.replace(/-\d$/, '')}`)} (${t(`language.${one}`)})`,
      })),
    choice: (name, values, key, needed = true) =>
      field(name, 'choice', { needed, options: values.map((one) => [one, t(`${key}.${one}`)] as const) }),
  }
}

const authoritiesOf = (pack: Pack | undefined, { face }: Desktop): Choice =>
  [...(pack?.authorities.values() ?? [])].map(
    (one) => [one.id, labelIn(one.name, face.words.language).text] as const,
  )

export function campaignFields(desktop: Desktop, pack: Pack): readonly FormField[] {
  const { field, told, choice } = fieldsIn(desktop)
  const { language } = desktop.face.words
  return [
    choice('about', SUBJECTS, 'camp.about'),
    field('subject', 'text', { needed: true }),
    ...told('title', 'text'),
    ...told('demand', 'text'),
    ...told('story', 'area'),
    ...told('points', 'area'),
    ...TARGETS.flatMap((n) => [
      field(`to-${n}`, 'choice', { options: authoritiesOf(pack, desktop) }),
      ...told(`duty-${n}`, 'text'),
    ]),
    field('proposed-by', 'text', { needed: true }),
    field('partner', 'text', { needed: true }),
    field('facility', 'choice', {
      options: [...pack.facilities.values()].map(
        (one) => [one.id, labelIn(one.name, language).text] as const,
      ),
    }),
    field('closes', 'day'),
    field('incidents', 'text'),
  ]
}

/** Of one number, what happens at it; all of them empty: there is no such number. */
export function thresholdFields(desktop: Desktop, n: (typeof THRESHOLDS)[number]): readonly FormField[] {
  const { field, told } = fieldsIn(desktop)
  return [
    field(`at-${n}`, 'number'),
    field(`unit-${n}`, 'choice', { options: unitsOf(desktop) }),
    ...told(`brings-${n}`, 'text'),
  ]
}

/** Every field of the text of a campaign. */
export const textFields = (desktop: Desktop, pack: Pack): readonly FormField[] => [
  ...campaignFields(desktop, pack),
  ...THRESHOLDS.flatMap((n) => thresholdFields(desktop, n)),
]

/** What somebody writes down of a campaign; moves have a form of their own. */
export const SAID = [
  'partner',
  'person',
  'risk',
  'outcome',
  'event',
  'tally',
  'delivery',
  'reply',
  'patches',
] as const satisfies readonly CampaignEntryKind[]
export type Said = (typeof SAID)[number]

export function entryFields(desktop: Desktop, campaign: CampaignOnRecord, kind: Said): readonly FormField[] {
  const { field, told, choice } = fieldsIn(desktop)
  const pack = desktop.packs.get(campaign.text.country)
  const on = field('on', 'day', { needed: true })
  const how = field('how', 'text', { needed: true })
  const unit = field('of', 'choice', { needed: true, options: unitsOf(desktop) })
  const entries = (of: CampaignEntryKind, name: string, needed = false): FormField =>
    field(name, 'choice', { needed, options: entriesTold(desktop, campaign, of) })
  switch (kind) {
    case 'partner':
      return [choice('word', PARTNER_WORDS, 'camp.partner'), on, how]
    case 'person':
      return [choice('word', PERSON_WORDS, 'camp.person'), on, how, field('until', 'day')]
    case 'risk':
      return [
        on,
        ...RISK_OF.map((one) => choice(`risk-${one}`, RISK_LEVELS.map(String), 'camp.risk')),
        choice('online', ['no', 'yes'], 'camp.online'),
        field('note', 'area', { needed: true }),
      ]
    case 'outcome':
      return [
        field('outcome', 'choice', { needed: true, options: outcomesOf(desktop) }),
        field('on', 'date', { needed: true }),
        ...told('words', 'area'),
        field('incident', 'text'),
        ...[field('source-title', 'text'), field('source-url', 'text')],
        entries('outcome', 'reverses'),
        choice('contribution', CONTRIBUTIONS, 'camp.contribution'),
      ]
    case 'event':
      return [
        choice('event-kind', EVENT_KINDS, 'act.event'),
        ...[on, field('place', 'text'), field('host', 'text', { needed: true })],
        choice('public', ['no', 'yes'], 'camp.public'),
        choice('briefed', ['no', 'yes'], 'camp.briefed'),
      ]
    case 'tally':
      return [
        unit,
        ...['low', 'best'].map((one) => field(one, 'number', { needed: true })),
        field('high', 'number'),
        choice('method', TALLY_METHODS, 'act.method'),
        choice('source', TALLY_SOURCES, 'act.source'),
        ...[entries('event', 'event'), on, field('counted-by', 'text', { needed: true })],
        field('sheet', 'text'),
      ]
    case 'delivery':
      return [
        field('to', 'choice', { needed: true, options: authoritiesOf(pack, desktop) }),
        choice('way', DELIVERY_WAYS, 'act.way'),
        ...[unit, field('number', 'number', { needed: true }), on],
        choice('proof', PROOFS, 'camp.proof', false),
        ...[field('proof-words', 'text'), field('due', 'day')],
      ]
    case 'reply':
      return [
        entries('delivery', 'delivery', true),
        on,
        choice('reply', REPLY_KINDS, 'act.reply'),
        ...told('words', 'area'),
      ]
    case 'patches':
      return [on, entries('event', 'event'), field('table', 'area', { needed: true })]
  }
}

/** Told by its day and its first words: an id alone says nothing to whoever chooses. */
const entriesTold = (desktop: Desktop, campaign: CampaignOnRecord, of: CampaignEntryKind): Choice =>
  campaign.entries.flatMap(({ entry, body, struck }) => {
    if (body.kind !== of || struck || !('on' in body)) return []
    const told = entryText(desktop, body)
    return [[entry, told.length > MOST_TOLD ? `${told.slice(0, MOST_TOLD)}…` : told] as const]
  })
const MOST_TOLD = 80

/** Of sheets that are pasted: counted at which event, if at one. */
export const pasteFields = (desktop: Desktop, campaign: CampaignOnRecord): readonly FormField[] => [
  fieldsIn(desktop).field('event', 'choice', { options: entriesTold(desktop, campaign, 'event') }),
]

const unitsOf = (desktop: Desktop): Choice => ACTION_KINDS.map((one) => [one, unitIn(desktop, one)] as const)

const outcomesOf = ({ codebook, face }: Desktop): Choice =>
  OUTCOME_KINDS.map((one) => {
    const label = codebook.campaigns.outcomes.get(one)?.label
    return [one, label ? labelIn(label, face.words.language).text : one] as const
  })
