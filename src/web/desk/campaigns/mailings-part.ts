/** Deliveries by paced mail of a campaign in; how far each is with what holds it up, and the form that plans one, out. Nothing leaves before a second press. */

import type { ActionKind } from '../../../core/act/actions.ts'
import { entriesOf } from '../../../core/act/campaign.ts'
import { MOST_PER_HOUR } from '../../../core/act/pace.ts'
import { labelIn } from '../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { localeOf } from '../../../publish/telling/when.ts'
import type { CampaignOnRecord } from '../../../store/queries/campaigns.ts'
import type { UnderWay } from '../../../usecases/act/mailings-under-way.ts'
import type { MailingPreview } from '../../../usecases/act/plan-mailing.ts'
import { button } from '../accounts/pieces.ts'
import { controls, type FieldFault, type FormField, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import { entryText } from './entry-text.ts'
import { fieldsIn } from './fields.ts'
import { unitIn } from './unit-in.ts'

export type MailingsView = {
  readonly mailings: readonly UnderWay[]
  /** Of each unit the highest number that one count says. */
  readonly counted: ReadonlyMap<ActionKind, number>
  /** What was asked for and may leave, once somebody presses again. */
  readonly preview: MailingPreview | null
}
type View = MailingsView & {
  readonly campaign: CampaignOnRecord
  readonly today: string
  readonly sent: { readonly kind: string; readonly typed: Typed } | null
  readonly faults: readonly FieldFault[]
}

export function mailingFields(
  desktop: Desktop,
  { opened, text }: CampaignOnRecord,
  counted: MailingsView['counted'],
): readonly FormField[] {
  const { field } = fieldsIn(desktop)
  const { words } = desktop.face
  const known = desktop.packs.get(text.country)?.authorities
  const targets = (opened ?? text).targets.map(({ authority }) => {
    const name = known?.get(authority)?.name
    return [authority, name ? labelIn(name, words.language).text : authority] as const
  })
  const units = [...counted].map(
    ([kind, n]) =>
      [kind, `${unitIn(desktop, kind)} (${n.toLocaleString(localeOf(words.language))})`] as const,
  )
  return [
    field('to', 'choice', { needed: true, options: targets }),
    field('address', 'text'),
    field('of', 'choice', { needed: true, options: units }),
    field('number', 'number', { needed: true }),
    field('first-day', 'day', { needed: true }),
    field('last-day', 'day', { needed: true }),
    field('per-hour', 'choice', {
      needed: true,
      options: Array.from({ length: MOST_PER_HOUR }, (_, at) => [`${at + 1}`, `${at + 1}`] as const),
    }),
  ]
}

export function mailingsPart(desktop: Desktop, view: View): Markup {
  const { face } = desktop
  return html`${underWay(desktop, view)}${face.mayAtAll('run-campaign') && planForm(desktop, view)}`
}

function underWay(desktop: Desktop, { mailings, campaign }: View): Piece {
  const { t, language } = desktop.face.words
  if (mailings.length === 0) return html`<p>${t('camp.mailing.none')}</p>`
  return html`<dl class="vals">${mailings.map((one) => {
    const { mailing, told, rows, bounces } = one
    const number = (n: number): string => n.toLocaleString(localeOf(language))
    const left = rows.filter(({ state }) => state === 'sent').length
    const unsure = rows.filter(({ state }) => state === 'unsure').length
    return html`<div><dt>${statusOf(one, desktop)}</dt><dd>${entryText(desktop, mailing.body)}<br>${t('camp.mailing.far', { told: number(told), left: number(Math.max(0, mailing.body.number - told)), mails: number(left) })}${unsure > 0 && html` ${t('camp.mailing.unsure', { n: unsure })}`}${bounces > 0 && html` ${t('camp.mailing.bounced', { n: bounces })}`}${hold(desktop, campaign, one)}</dd></div>
`
  })}</dl>`
}

function statusOf({ halt, told, mailing, rows }: UnderWay, { face }: Desktop): string {
  const { t } = face.words
  if (told >= mailing.body.number) return t('camp.mailing.over')
  if (halt !== null) return t(`camp.mailing.halt.${halt}`)
  return t(rows.length === 0 ? 'camp.mailing.unbegun' : 'camp.mailing.goes-on')
}

/** Whoever may write campaigns holds it up; struck out below, it is over for good. */
function hold({ face }: Desktop, { text }: CampaignOnRecord, { mailing, rows, told, halt }: UnderWay): Piece {
  const { t, language } = face.words
  const { body, struck, entry } = mailing
  if (struck || told >= body.number || halt === 'bounces') return null
  const isGoingOn = !body.paused && rows.length > 0
  if (!isGoingOn && !face.mayAtAll('run-campaign')) return null
  return html`<form method="post" action="/${language}/desk/campaigns/${text.id}/mailing/${entry}">${tokenField(face)}<input type="hidden" name="do" value="${isGoingOn ? 'pause' : 'go-on'}">${button(t(isGoingOn ? 'camp.mailing.pause' : 'camp.mailing.go-on'), true)}</form>`
}

function planForm(desktop: Desktop, view: View): Piece {
  const { face } = desktop
  const { t, language } = face.words
  const { campaign, counted, preview, sent, faults } = view
  if (campaign.state !== 'open') return html`<p class="meta">${t('camp.mailing.halt.state')}</p>`
  if (counted.size === 0 && entriesOf(campaign, 'tally').length === 0)
    return html`<p class="meta">${t('camp.mailing.uncounted')}</p>`
  const isSent = sent?.kind === 'mailing'
  const typed = isSent && sent ? sent.typed : { 'first-day': view.today }
  const fields = mailingFields(desktop, campaign, counted)
  const to = `/${language}/desk/campaigns/${campaign.text.id}/mailing`
  return html`${preview && confirmForm(desktop, to, typed, preview)}<details${isSent && html` open`}><summary>${t('camp.mailing.plan')}</summary><p class="meta">${t('camp.mailing.what')}</p>
<form method="post" action="${to}">${tokenField(face)}<input type="hidden" name="step" value="preview">${controls(fields, typed, isSent ? faults : [], face.words)}${button(t('camp.mailing.preview'))}</form></details>`
}

function confirmForm({ face }: Desktop, to: string, typed: Typed, { mails, last }: MailingPreview): Markup {
  const { t } = face.words
  return html`<div id="mail-preview"><p><b>${t('camp.mailing.last')}</b></p><pre lang="">${last.subject}

${last.text}</pre><p>${t('camp.mailing.most', { n: mails, address: typed.address ?? '' })}</p>
<form id="mail-begin" method="post" action="${to}">${tokenField(face)}<input type="hidden" name="step" value="begin">${Object.entries(typed).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${button(t('camp.mailing.begin'))}</form></div>`
}
