/** The records somebody may read as a page: what waits for them, a search by state and words, and moves of many at a time. */
import type { MoveName } from '../../../core/state.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { idOf, type ReadRecord } from '../../../usecases/read-records.ts'
import type { WaitedFor, Waiting } from '../../../usecases/what-waits.ts'
import { row } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { type Turning, turnPages } from '../turn-pages.ts'
import { moveLabel, stateLabel } from './labels.ts'
import { titleOf } from './title.ts'

export type ListView = {
  readonly records: readonly ReadRecord[]
  readonly counts: Readonly<Record<string, number>>
  readonly waiting: readonly Waiting[]
  /** Only what waits for this step by whoever looks; null: not asked for. */
  readonly waits: WaitedFor | null
  readonly state: string
  readonly words: string
  readonly page: number
  readonly isFull: boolean
  /** True: whoever looks may write one down by hand. */
  readonly mayWrite: boolean
  /** Moves that some line of the table lets this person make. */
  readonly moves: readonly MoveName[]
}

export function listPage(desktop: Desktop, view: ListView): string {
  const { face } = desktop
  const { t } = face.words
  const counted = Object.values(view.counts).reduce((sum, one) => sum + one, 0)
  const body = row(
    t('work.records'),
    t('work.records.note'),
    html`<h1>${t('work.records.heading', { n: counted || view.records.length })}</h1>
${view.waiting.length > 0 && html`<ul class="waits">${view.waiting.map((one) => html`<li>${waiting(desktop, one)}</li>`)}</ul>`}
${view.mayWrite && html`<p><a class="go" href="/${face.words.language}/desk/records/new">${t('hand.new')}</a></p>`}${search(desktop, view)}
${view.records.length === 0 ? html`<p>${t('work.none')}</p>` : listed(desktop, view)}${turnPages(face, turning(view))}`,
    true,
  )
  const title =
    view.page > 1 ? `${t('work.records')}, ${t('work.page', { n: view.page })}` : t('work.records')
  return frame(face, title, 'records', body)
}

/** Whoever coded a record is told that it waits, and that it does not wait for them. */
function waiting({ face, policy }: Desktop, { move, all, yours }: Waiting): Piece {
  const { t, language } = face.words
  const link = (text: string): Markup => html`<a href="/${language}/desk/records?waits=${move}">${text}</a>`
  const said = t(`work.waits.${move}`, { n: all })
  if (yours === 0) return html`${said}; ${t('work.waits.none')}`
  if (yours === all || !policy.moves.get(move)?.notByCoder) return link(said)
  return html`${said}; ${link(t('work.waits.yours', { n: yours }))}`
}

/** States that nothing is in are no choice; who reads no states is given none. */
function search(desktop: Desktop, { counts, state, words }: ListView): Markup {
  const { t, language } = desktop.face.words
  const states = [...desktop.policy.states.keys()].filter((id) => (counts[id] ?? 0) > 0 || id === state)
  const select = html`<label>${t('work.state')}<br><select name="state"><option value="">${t('work.any')}</option>${states.map(
    (id) =>
      html`<option value="${id}"${id === state && html` selected`}>${stateLabel(desktop, id)} (${counts[id] ?? 0})</option>`,
  )}</select></label> `
  return html`<form method="post" action="/${language}/desk/seek/records" class="broad" role="search">${tokenField(desktop.face)}<p class="fields">${states.length > 0 && select}<label>${t('work.words')}<br><input name="q" value="${words}" maxlength="100" autocomplete="off"></label> <button type="submit" class="quiet">${t('work.seek')}</button></p></form>`
}

function listed(desktop: Desktop, view: ListView): Piece {
  const { face, policy } = desktop
  const { t, language } = face.words
  const table = html`<ul class="work">${view.records.map((one) => html`<li>${item(desktop, one, view.moves.length > 0)}</li>`)}</ul>`
  if (view.moves.length === 0) return table
  const needsReason = (name: MoveName): boolean => policy.moves.get(name)?.needsReason === true
  return html`<form method="post" action="/${language}/desk/moves" class="broad">${tokenField(face)}${table}
<fieldset><legend>${t('work.many')}</legend><p class="fields"><label>${t('work.move')}<br><select name="move">${view.moves.map(
    (name) => html`<option value="${name}">${moveLabel(desktop, name)}${needsReason(name) && ' *'}</option>`,
  )}</select></label> <label>${t('work.why')}<br><input name="why" maxlength="500" autocomplete="off"></label> <button type="submit">${t('work.move.do')}</button></p>${
    view.moves.some(needsReason) && html`<p class="meta">* ${t('work.access.needs-reason')}</p>`
  }</fieldset></form>`
}

function item(desktop: Desktop, one: ReadRecord, isMovable: boolean): Piece {
  const { t, language } = desktop.face.words
  const id = idOf(one)
  const box =
    isMovable && one.kind === 'team'
      ? html`<label class="pick"><input type="checkbox" name="ids" value="${id}"><span class="vh">${t('work.choose', { id })}</span></label> `
      : ''
  const meta = one.kind === 'team' ? teamMeta(desktop, one) : [t(`work.form.${one.kind}`)]
  return html`${box}<div><h2 class="name"><a href="/${language}/desk/records/${id}">${titleOf(desktop, one)}</a></h2><p class="meta">${[id, ...meta].join(' · ')}</p></div>`
}

const teamMeta = (
  desktop: Desktop,
  { row: { state, tier, coders } }: Extract<ReadRecord, { kind: 'team' }>,
): readonly string[] => [stateLabel(desktop, state), desktop.face.words.t(`tier.${tier}`), coders.join(', ')]

const turning = ({ page, isFull, state, words, waits }: ListView): Turning => ({
  ...{ list: 'records', words, page, isFull },
  asked: waits === null ? { state } : { waits },
})
