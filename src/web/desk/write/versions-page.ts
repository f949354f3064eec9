/** Two versions of a text as a page: sentence by sentence what is new, gone, moved or said otherwise, the words marked. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { type Difference, differencesOf } from '../../../publish/writing/compare.ts'
import { textAt } from '../../../store/queries/written-texts.ts'
import type { PublicationRead } from '../../../usecases/writing/read-publication.ts'
import { button, row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { marked } from './marked.ts'
import { standing, stepsOf } from './steps.ts'

/** Versions by their entries of the log; what is not one becomes the newest, and the one before it. */
export function versionsAsked(
  { versions, moves }: PublicationRead,
  asked: { readonly from: string; readonly to: string },
): { readonly from: number; readonly to: number } {
  const events = versions.map((one) => one.event)
  const find = (text: string): number | undefined => events.find((one) => String(one) === text)
  const to = find(asked.to) ?? events.at(-1) ?? 0
  // What was approved last is what a second reader knows.
  const approved = moves.findLast((one) => one.move === 'approve' && one.event < to)?.event
  const known = events.findLast((one) => one < to && (approved === undefined || one <= approved))
  return { from: find(asked.from) ?? known ?? to, to }
}

export function versionsPage(
  desktop: Desktop,
  read: PublicationRead,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const { face } = desktop
  const { t, language } = face.words
  const differences = differencesOf(textAt(read.rows, from), textAt(read.rows, to)).filter(
    (one) => !read.hidden.has(one.id),
  )
  const choose = (name: 'from' | 'to', chosen: number): Markup =>
    html`<label>${t(`write.version.${name}`)}<br><select name="${name}">${[...read.versions].reverse().map((one) => html`<option value="${String(one.event)}"${one.event === chosen && html` selected`}>${momentIn(one.at, language)}, ${one.by}</option>`)}</select></label> `
  const body = [
    section(
      t('write.place.versions'),
      standing(desktop, read),
      html`<h1>${differences.length === 0 ? t('write.versions.same') : t('write.versions.heading', { n: differences.length })}</h1>${stepsOf(desktop, read, '/versions')}<form method="get" class="broad"><p class="fields">${choose('from', from)}${choose('to', to)}</p>${button(t('write.versions.compare'), true)}</form>${differences.length > 0 && html`<ul class="work">${differences.map((one) => line(desktop, read, one))}</ul>`}`,
      true,
    ),
  ]
  return frame(face, t('write.place.versions'), `write/${read.row.id}/versions`, body)
}

function line({ face }: Desktop, { row }: PublicationRead, one: Difference): Piece {
  const words =
    one.kind === 'changed'
      ? marked(one.pieces)
      : one.kind === 'new'
        ? html`<ins>${one.words}</ins>`
        : one.kind === 'gone'
          ? html`<del>${one.words}</del>`
          : one.words
  return html`<li><div><p lang="${row.language}">${words}</p><p class="meta">${face.words.t(`write.difference.${one.kind}`)}</p></div></li>
`
}
