/** The records somebody may read as a page: sought by state and words, and moved many at a time. */
import { labelIn } from '../../../core/language.ts'
import type { PartialDate } from '../../../core/partial-date.ts'
import type { Incident } from '../../../core/record.ts'
import { heldOf } from '../../../core/record.ts'
import type { MoveName } from '../../../core/state.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { idOf, type ReadRecord } from '../../../usecases/read-records.ts'
import { row } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'

export type ListView = {
  readonly records: readonly ReadRecord[]
  readonly counts: Readonly<Record<string, number>>
  readonly state: string
  readonly words: string
  readonly page: number
  readonly isFull: boolean
  /** Moves that some line of the table lets this person make. */
  readonly moves: readonly MoveName[]
}

export function listPage(desktop: Desktop, view: ListView): string {
  const { face, policy } = desktop
  const { t, language } = face.words
  const counted = Object.values(view.counts).reduce((sum, one) => sum + one, 0)
  const body = [
    row(
      t('work.records'),
      t('work.records.note'),
      html`<h1>${t('work.records.heading', { n: counted || view.records.length })}</h1>
<form method="get" action="/${language}/desk/records" class="broad"><p class="fields"><label>${t('work.state')}<br><select name="state"><option value="">${t('work.any')}</option>${[
        ...policy.states,
      ].map(
        ([id, one]) =>
          html`<option value="${id}"${id === view.state && html` selected`}>${labelIn(one.label, language).text} ${view.counts[id] ?? ''}</option>`,
      )}</select></label> <label>${t('work.words')}<br><input name="q" value="${view.words}" maxlength="100" autocomplete="off"></label> <button type="submit" class="quiet">${t('work.seek')}</button></p></form>
${view.records.length === 0 ? html`<p>${t('work.none')}</p>` : listed(desktop, view)}${pages(desktop, view)}`,
      true,
    ),
  ]
  return frame(face, t('work.records'), 'records', body)
}

function listed(desktop: Desktop, view: ListView): Piece {
  const { face } = desktop
  const { t, language } = face.words
  const table = html`<ul class="work">${view.records.map((one) => html`<li>${item(desktop, one, view.moves.length > 0)}</li>`)}</ul>`
  if (view.moves.length === 0) return table
  return html`<form method="post" action="/${language}/desk/moves" class="broad">${tokenField(face)}${table}
<fieldset><legend>${t('work.many')}</legend><p class="fields"><label>${t('work.move')}<br><select name="move">${view.moves.map(
    (name) => html`<option value="${name}">${moveLabel(desktop, name)}</option>`,
  )}</select></label> <label>${t('work.why')}<br><input name="why" maxlength="500" autocomplete="off"></label> <button type="submit">${t('work.move.do')}</button></p></fieldset></form>`
}

export const moveLabel = ({ policy, face }: Desktop, name: MoveName): string => {
  const rule = policy.moves.get(name)
  return rule ? labelIn(rule.label, face.words.language).text : name
}

function item(desktop: Desktop, one: ReadRecord, isMovable: boolean): Piece {
  const { t, language } = desktop.face.words
  const id = idOf(one)
  const link = html`<a href="/${language}/desk/records/${id}">${titleOf(desktop, one)}</a>`
  const box =
    isMovable && one.kind === 'team'
      ? html`<label class="pick"><input type="checkbox" name="ids" value="${id}"><span class="vh">${t('work.choose', { id })}</span></label> `
      : ''
  const meta = one.kind === 'team' ? teamMeta(desktop, one) : [t(`work.form.${one.kind}`)]
  return html`${box}<div><h2 class="name">${link}</h2><p class="meta">${[id, ...meta].join(' · ')}</p></div>`
}

const teamMeta = (
  { policy, face }: Desktop,
  { row: { state, tier, coders } }: Extract<ReadRecord, { kind: 'team' }>,
) => {
  const { t, language } = face.words
  const known = policy.states.get(state as never)
  return [known ? labelIn(known.label, language).text : state, t(`tier.${tier}`), coders.join(', ')]
}

/** Acts, place, day: what a colleague looks for in a list. */
export function titleOf({ face, codebook }: Desktop, one: ReadRecord): string {
  const { language } = face.words
  const act = (id: string): string => {
    const term = codebook.acts.get(id)
    return term ? labelIn(term.label, language).text : id
  }
  const [acts, places, date] =
    one.kind === 'team'
      ? teamTitle(one.row.body as unknown as Incident)
      : [
          one.incident.fields.acts.map((shown) => shown.value),
          one.incident.fields.places.map((shown) => labelIn(shown.value.label, language).text),
          dayOf(one.incident.fields.date[0]?.value),
        ]
  const parts = [acts.map(act).join(', '), places.join(', '), date].filter(Boolean)
  const title = parts.length > 0 ? parts.join(' — ') : idOf(one)
  return title.charAt(0).toLocaleUpperCase(language) + title.slice(1)
}

/** As exact as it is known, and no more. */
const dayOf = (date: PartialDate | undefined): string | null =>
  date?.from?.slice(0, date.precision === 'year' ? 4 : date.precision === 'month' ? 7 : 10) ?? null

const teamTitle = (incident: Incident): [string[], string[], string | null] => [
  heldOf(incident, 'act').map((one) => one.value),
  heldOf(incident, 'place').map((one) => one.value.canonical),
  dayOf(heldOf(incident, 'date')[0]?.value),
]

function pages({ face }: Desktop, { page, isFull, state, words }: ListView): Markup | false {
  const { t, language } = face.words
  const link = (to: number, text: string): Markup =>
    html`<a href="/${language}/desk/records?${new URLSearchParams({ state, q: words, page: String(to) }).toString()}">${text}</a> `
  return (
    (page > 1 || isFull) &&
    html`<p class="pages">${page > 1 && link(page - 1, t('nav.previous'))}${isFull && link(page + 1, t('nav.next'))}</p>`
  )
}
