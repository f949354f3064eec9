/** One record as colleagues read it: the words that tell it, what was decided, where it stands and what may be done with it. */
import type { Claim } from '../../../core/claim.ts'
import { labelIn } from '../../../core/language.ts'
import type { Incident } from '../../../core/record.ts'
import type { MoveName } from '../../../core/state.ts'
import { passageParts } from '../../../core/withholding/passage.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { IncidentRow, PassageRow } from '../../../store/tables.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { valueText } from '../value-text.ts'
import { moveLabel, titleOf } from './list-page.ts'

export type RecordView = {
  readonly row: IncidentRow
  /** What this person may do with this record as it stands. */
  readonly moves: readonly MoveName[]
  readonly mayShare: boolean
  readonly mayExport: boolean
  readonly mayHistory: boolean
}

export function recordPage(desktop: Desktop, view: RecordView): string {
  const { face } = desktop
  const { row } = view
  const { t, language } = face.words
  const title = titleOf(desktop, { kind: 'team', row })
  const home = `/${language}/desk/records/${row.id}`
  const body = [
    section(
      row.id,
      html`${standing(desktop, row)}${view.mayHistory && html`<br><a href="${home}/history">${t('work.history')}</a><br><a href="${home}/relations">${t('work.relations')}</a>`}`,
      html`<h1>${title}</h1>${row.passages.map((one) => passage(one, row.body as unknown as Incident))}`,
      true,
    ),
    section(t('work.values'), t('work.values.note'), values(desktop, row.body as unknown as Incident)),
    view.moves.length > 0 && section(t('work.moves'), t('work.moves.note'), moves(desktop, view)),
    view.mayShare && section(t('work.share'), t('work.share.note'), share(desktop, row)),
    view.mayExport && section(t('work.export'), t('work.export.note'), exportForm(desktop, row)),
  ]
  return frame(face, title, `records/${row.id}`, body)
}

function standing({ policy, face }: Desktop, row: IncidentRow): Piece {
  const { t, language } = face.words
  const state = policy.states.get(row.state as never)
  const shown =
    row.shown !== null &&
    t(row.state === 'published' || row.state === 'corrected' ? 'work.shown' : 'work.shown-older')
  return html`${state && html`<b>${labelIn(state.label, language).text}</b><br>${labelIn(state.what, language).text}<br>`}${shown && html`${shown}<br>`}${t(`tier.${row.tier}`)} · ${row.organisation} · ${row.coders.join(', ')}`
}

function passage(one: PassageRow, incident: Incident): Piece {
  const marks = incident.rulings
    .flatMap((ruling) => ruling.values.flatMap((held) => held.claims))
    .flatMap((claim) =>
      claim.document === one.document && claim.span && claim.reader.kind === 'rule'
        ? [{ letter: '', span: { start: claim.span.start - one.start, end: claim.span.end - one.start } }]
        : [],
    )
  const parts = passageParts(one.text, [{ start: 0, end: one.text.length }], marks, [])
  return html`<p class="passage" lang="${one.language}">${parts.map((part) =>
    part.kind === 'mark' ? html`<mark>${part.text}</mark>` : part.kind === 'words' ? part.text : '',
  )}</p><p class="meta">${[one.title, one.publisher].filter(Boolean).join(' · ')}</p>`
}

const reader = (claim: Claim): string =>
  claim.reader.kind === 'rule' ? claim.reader.rule : claim.reader.coder

const values = ({ face, codebook }: Desktop, incident: Incident): Markup =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${face.words.t('work.values')}"><table><tbody>${incident.rulings.flatMap(
    (ruling) =>
      ruling.values.map(
        (held) =>
          html`<tr><th scope="row">${face.words.t(`field.${ruling.field}`)}</th><td>${valueText(held, codebook, face.words)}${held.person && html` <span class="meta">${held.person}</span>`}</td><td class="small">${[...new Set(held.claims.map(reader))].join(', ')} · ${ruling.by}</td></tr>`,
      ),
  )}</tbody></table></div>`

function moves(desktop: Desktop, { row, moves: possible }: RecordView): Piece {
  const { face, policy } = desktop
  const { t, language } = face.words
  return possible.map((name) => {
    const rule = policy.moves.get(name)
    return html`<form method="post" action="/${language}/desk/moves">${tokenField(face)}<input type="hidden" name="ids" value="${row.id}"><input type="hidden" name="move" value="${name}">
${rule && html`<p class="meta">${labelIn(rule.reason, language).text}</p>`}<p class="fields"><label>${t('work.why')}${rule?.needsReason && ' *'}<br><input name="why" maxlength="500" autocomplete="off"${rule?.needsReason && html` required`}></label> <button type="submit">${moveLabel(desktop, name)}</button></p></form>`
  })
}

function share({ face }: Desktop, row: IncidentRow): Piece {
  const { t, language } = face.words
  const action = `/${language}/desk/records/${row.id}/share`
  const ended = (kind: string, who: string): Markup =>
    html`<li>${who} <form method="post" action="${action}" class="inline">${tokenField(face)}<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="whom" value="${who}"><input type="hidden" name="why" value=""><input type="hidden" name="ended" value="yes"><button type="submit" class="plain" aria-label="${t('work.share.end')}: ${who}">${t('work.share.end')}</button></form></li>`
  return html`<ul class="links">${row.shared_with.map((one) => ended('organisation', one))}${row.assigned.map((one) => ended('account', one))}</ul>
<form method="post" action="${action}">${tokenField(face)}<input type="hidden" name="ended" value=""><p class="fields"><label>${t('work.share.kind')}<br><select name="kind"><option value="organisation">${t('work.share.organisation')}</option><option value="account">${t('work.share.account')}</option></select></label> <label>${t('work.share.whom')}<br><input name="whom" required maxlength="41" autocapitalize="none" autocomplete="off"></label> <label>${t('work.why')}<br><input name="why" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('work.share.do')}</button></p></form>`
}

export function exportForm({ face }: Desktop, row: { readonly id: string }): Piece {
  const { t, language } = face.words
  return html`<form method="post" action="/${language}/desk/exports">${tokenField(face)}<input type="hidden" name="ids" value="${row.id}">
<p class="fields"><label>${t('work.export.form')}<br><select name="audience">${(
    ['public', 'partner', 'team'] as const
  ).map(
    (one) => html`<option value="${one}">${t(`work.export.${one}`)}</option>`,
  )}</select></label> <label>${t('work.why')} *<br><input name="reason" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('work.export.do')}</button></p></form>`
}
