/** The ways between the pages of one publication: its text, its review, its signatures, its versions, its file. */
import { html, type Markup } from '../../../publish/markup.ts'
import type { PublicationRead } from '../../../usecases/writing/read-publication.ts'
import type { Desktop } from '../desktop.ts'
import { momentIn } from '../moment.ts'
import { stateText, subjectText } from './texts.ts'

export const PLACES = ['', '/review', '/sign', '/versions', '/file'] as const
export type Place = (typeof PLACES)[number]
const NAMES = {
  '': 'write.place.text',
  '/review': 'write.place.review',
  '/sign': 'write.place.sign',
  '/versions': 'write.place.versions',
  '/file': 'write.place.file',
} as const

export function stepsOf({ face }: Desktop, { row }: PublicationRead, at: Place): Markup {
  const { t, language } = face.words
  return html`<nav class="steps" aria-label="${t('write.places')}">${PLACES.filter(
    (one) => one !== '/sign' || isSigned(row),
  ).map(
    (one) =>
      html`<a href="/${language}/desk/write/${row.id}${one}"${one === at && html` aria-current="page"`}>${t(NAMES[one])}</a> `,
  )}</nav>`
}

/** Kinds that organisations put their names under. */
const isSigned = ({ request }: PublicationRead['row']): boolean =>
  request.kind === 'letter' || request.kind === 'statement'

/** What stands beside the head of each of these pages. */
export function standing(desktop: Desktop, { row, status, versions }: PublicationRead): Markup {
  const { t, language } = desktop.face.words
  const last = versions.at(-1)
  const until = status.issued?.until ?? null
  return html`${subjectText(desktop, row)}<br><span lang="${row.language}">${t(`language.${row.language}`)}</span><br><b>${stateText(desktop, status.state)}</b>${last && html`${t('write.last', { handle: last.by, when: momentIn(last.at, language) })}`}${until !== null && html`<br>${t('write.embargo', { when: momentIn(until, language) })}`}`
}
