/** One campaign as a page: where it stands and what it waits for, its moves, what was said of it, and the forms that say more. */
import { entriesOf, isPastLastDay, missingOn, riskOn, takingOn } from '../../../core/act/campaign.ts'
import { CAMPAIGNS_SHOWN, campaignHindrances } from '../../../core/act/state.ts'
import { toldIn } from '../../../publish/campaign/words.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { labelled } from '../../../publish/pages/parts.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { CampaignOnRecord } from '../../../store/queries/campaigns.ts'
import type { Hidden } from '../../../usecases/act/hidden-from-readers.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import { controls, type FieldFault, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { entryText } from './entry-text.ts'
import { entryFields, pasteFields, SAID, type Said } from './fields.ts'
import { type MailingsView, mailingsPart } from './mailings-part.ts'

export type CampaignDeskView = MailingsView & {
  readonly campaign: CampaignOnRecord
  readonly today: string
  readonly hidden: readonly Hidden[]
  /** Of the form that was sent and refused. */
  readonly sent: { readonly kind: string; readonly typed: Typed } | null
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
}

export function campaignDeskPage(desktop: Desktop, view: CampaignDeskView): string {
  const { face } = desktop
  const { t, language } = face.words
  const { campaign } = view
  const home = `/${language}/desk/campaigns`
  const title = toldIn(campaign.text.title, face.words)
  const body = [
    section(
      html`<a href="${home}">${t('camp.nav')}</a>`,
      state(desktop, campaign),
      html`<h1>${title}</h1>${wrong([...view.faults.map((one) => one.line), ...view.lines])}<p class="sub">${toldIn(campaign.text.demand, face.words)}</p>${standing(desktop, view)}${hidden(desktop, view)}
<ul class="waits"><li><a href="${home}/${campaign.text.id}/edit">${t('camp.change')}</a></li>${isShown(campaign) && html`<li><a href="${home}/${campaign.text.id}/kit.pdf">${t('camp.kit')}</a></li>`}${face.mayAtAll('run-campaign') && html`<li><a href="${home}/${campaign.text.id}/news.zip">${t('camp.news')}</a></li>`}</ul>`,
      true,
    ),
    section(t('camp.moves'), t('camp.moves.note'), moves(desktop, view)),
    section(
      t('camp.say'),
      t('camp.say.note'),
      html`${SAID.map((kind) => sayForm(desktop, view, kind))}${pasteForm(desktop, view)}`,
    ),
    section(t('camp.mailing'), t('camp.mailing.note'), mailingsPart(desktop, view)),
    section(t('camp.said'), t('camp.said.note'), said(desktop, view)),
  ]
  return frame(face, title, `campaigns/${campaign.text.id}`, body)
}

/** What is printed is what readers may see. */
const isShown = ({ state: now }: CampaignOnRecord): boolean => CAMPAIGNS_SHOWN.has(now)

function state({ codebook, face }: Desktop, { state: now }: CampaignOnRecord): Piece {
  const found = codebook.campaigns.states.get(now)
  return found
    ? html`<b>${labelled(found.label, face.words)}</b><br>${labelled(found.what, face.words)}`
    : now
}

/** What the site takes today, and until when if nobody says anything new. */
function standing({ face }: Desktop, { campaign, today }: CampaignDeskView): Markup {
  const { t, language } = face.words
  const taking = takingOn(campaign, today)
  const risk = riskOn(campaign, today)
  const isNewer = campaign.opened !== null && campaign.opened.event < campaign.text.event
  const lines = [
    ...(isNewer ? [t('camp.newer')] : []),
    ...(isPastLastDay(campaign, today)
      ? [t('camp.past', { day: dayIn(campaign.opened?.closes ?? today, language) })]
      : []),
    taking.kinds.length > 0
      ? t('camp.takes', { day: dayIn(taking.until ?? today, language) })
      : t('camp.takes.nothing'),
    risk === null ? t('camp.risk.none') : t('camp.risk.until', { day: dayIn(risk.on, language) }),
    ...[...missingOn(campaign, today)]
      .filter((one) => one !== 'outcome' && one !== 'turned')
      .map((one) => `${t('camp.waits')} ${t(`camp.need.${one}`)}`),
  ]
  return html`<ul class="links">${lines.map((one) => html`<li>${one}</li>`)}</ul>`
}

function hidden({ face }: Desktop, { hidden: all }: CampaignDeskView): Piece {
  const { t } = face.words
  return (
    all.length > 0 &&
    html`<div class="wrong">${all.map(({ part, language, words }) => html`<p>${t('camp.hidden', { part: t(`camp.f.${part}`), language: t(`language.${language}`) })} ${words.length > 0 ? words.join(', ') : t('camp.hidden.address')}</p>`)}</div>`
  )
}

/** Those that lead on from here; what stands in the way of each is said before anybody tries. */
function moves({ face, codebook }: Desktop, { campaign, today }: CampaignDeskView): Markup {
  const { t, language } = face.words
  const missing = missingOn(campaign, today)
  const open = [...codebook.campaigns.moves.values()].filter((one) => one.from.includes(campaign.state))
  const by = face.visitor?.actor.handle ?? ''
  return html`${open.map((rule) => {
    const given = { state: campaign.state, writer: campaign.text.by, missing }
    const refused = campaignHindrances(rule, given, by, 'said')
    return html`<details><summary>${labelled(rule.label, face.words)}</summary><p class="meta">${labelled(rule.reason, face.words)}</p>${refused.map((one) => html`<p class="meta"><b>${t(`fault.campaign.${one}`)}</b></p>`)}
<form method="post" action="/${language}/desk/campaigns/${campaign.text.id}/move">${tokenField(face)}<input type="hidden" name="move" value="${rule.move}"><p><label>${t('camp.why')}${rule.needsReason && ' *'}<br><input name="why" maxlength="300" autocomplete="off"${rule.needsReason && html` required`}></label></p>${button(labelledText(labelled(rule.label, face.words)))}</form></details>
`
  })}`
}

const labelledText = (piece: Piece): string => String(piece)

function said(desktop: Desktop, { campaign }: CampaignDeskView): Piece {
  const { face } = desktop
  const { t, language } = face.words
  if (campaign.entries.length === 0) return html`<p>${t('camp.said.none')}</p>`
  return html`<dl class="vals">${campaign.entries.toReversed().map((one) => {
    const isMove = one.body.kind === 'move'
    return html`<div><dt>${t(`camp.kind.${one.body.kind}`)}<span class="src">${dayIn(one.at.slice(0, 10), language)} · ${one.by}</span></dt><dd>${one.struck ? html`<s>${entryText(desktop, one.body)}</s> ${t('camp.struck')}` : entryText(desktop, one.body)}${one.why !== null && html`<span class="src">${one.why}</span>`}${
      one.body.kind === 'delivery' &&
      html`<span class="src"><a href="/${language}/desk/campaigns/${campaign.text.id}/manifest/${one.entry}.txt">${t('camp.manifest')}</a></span>`
    }${
      one.body.kind === 'tally' &&
      html`<span class="src"><a href="/${language}/desk/campaigns/${campaign.text.id}/receipt/${one.entry}.txt">${t('camp.receipt')}</a></span>`
    }${
      !isMove &&
      !one.struck &&
      html`<details><summary>${t('camp.strike')}</summary><form method="post" action="/${language}/desk/campaigns/${campaign.text.id}/strike">${tokenField(face)}<input type="hidden" name="entry" value="${one.entry}"><p><label>${t('camp.why')} *<br><input name="why" required maxlength="300" autocomplete="off"></label></p>${button(t('camp.strike'), true)}</form></details>`
    }</dd></div>
`
  })}</dl>`
}

function sayForm(desktop: Desktop, view: CampaignDeskView, kind: Said): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const isSent = view.sent?.kind === kind
  const typed = isSent && view.sent ? view.sent.typed : { on: view.today }
  const fields = entryFields(desktop, view.campaign, kind)
  // Nothing can be said of what is not there yet.
  if (kind === 'reply' && entriesOf(view.campaign, 'delivery').length === 0) return html``
  return html`<details${isSent && html` open`}><summary>${t(`camp.kind.${kind}`)}</summary><p class="meta">${t(`camp.kind.${kind}.what`)}</p>
<form method="post" action="/${language}/desk/campaigns/${view.campaign.text.id}/say">${tokenField(face)}<input type="hidden" name="kind" value="${kind}">${controls(fields, typed, isSent ? view.faults : [], face.words)}${button(t('camp.say.do'))}</form></details>
`
}

function pasteForm(desktop: Desktop, view: CampaignDeskView): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const isSent = view.sent?.kind === 'sheets'
  return html`<details${isSent && html` open`}><summary>${t('camp.sheets')}</summary><p class="meta">${t('camp.sheets.what')}</p>
<form method="post" action="/${language}/desk/campaigns/${view.campaign.text.id}/sheets">${tokenField(face)}${controls(pasteFields(desktop, view.campaign), isSent && view.sent ? view.sent.typed : {}, [], face.words)}<p><label>${t('camp.f.table')}<br><textarea name="table" rows="8" cols="60" required maxlength="20000">${isSent ? (view.sent?.typed.table ?? '') : ''}</textarea></label></p>${button(t('camp.say.do'))}</form></details>`
}
