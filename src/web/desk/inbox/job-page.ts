/** One report on its way in, as a line and as a page that looks again by itself; a refused one says why. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { isOver, type Job } from '../../../usecases/inbox/job.ts'
import { faultLines } from '../../errors.ts'
import { row } from '../accounts/pieces.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { momentIn } from '../moment.ts'

const LOOK_AGAIN_SECONDS = 2

/** Parts of the whole as a percentage: leaves are told as leaves, for whoever knows the book. */
function stateText({ words: { t } }: DeskFace, { state, part, faults }: Job): string {
  const said = t(`inbox.state.${state}`)
  if (state === 'refused') return `${said}: ${faults === null ? t('fault.unexpected') : ''}`
  if (part === null) return said
  if (state === 'reading') return `${said}: ${t('inbox.page', { n: part.done, all: part.all })}`
  return `${said}: ${Math.floor((100 * part.done) / Math.max(1, part.all))} %`
}

const reasons = ({ words }: DeskFace, { faults }: Job): string =>
  faults === null ? '' : faultLines(faults, words).join(' ')

export function jobLine(face: DeskFace, job: Job): Piece {
  const { t, language } = face.words
  const home = `/${language}/desk/inbox/${job.id}`
  const to = job.imported ? `/${language}/desk/documents/${job.imported.document}` : home
  return html`<h2 class="name"><a href="${to}">${job.name}</a></h2><p class="meta" data-job="${isOver(job) ? '' : home}">${stateText(face, job)}${reasons(face, job)} · ${momentIn(job.since, language)}</p>${!isOver(job) && cancelForm(face, job, t('inbox.cancel'))}`
}

const cancelForm = (face: DeskFace, job: Job, text: string): Markup =>
  html`<form method="post" action="/${face.words.language}/desk/inbox/${job.id}/cancel" class="inline">${tokenField(face)}<button type="submit" class="plain" aria-label="${text}: ${job.name}">${text}</button></form>`

/** Without script the page asks again by itself; with it, only the line does. */
export function jobPage(face: DeskFace, job: Job): string {
  const { t, language } = face.words
  const bar =
    job.part !== null &&
    html`<p><progress max="${job.part.all}" value="${job.part.done}" aria-label="${t(`inbox.state.${job.state}`)}"></progress></p>`
  const body = row(
    t('inbox.job'),
    t('inbox.job.note'),
    html`<h1>${job.name}</h1><div id="job" data-over="${isOver(job) ? 'yes' : ''}"><p role="status">${stateText(face, job)}${reasons(face, job)}</p>${bar}</div>${!isOver(job) && cancelForm(face, job, t('inbox.cancel'))}<p><a href="/${language}/desk/documents">${t('desk.reports')}</a></p>`,
    true,
  )
  const again =
    !isOver(job) && html`<noscript><meta http-equiv="refresh" content="${LOOK_AGAIN_SECONDS}"></noscript>`
  return frame(face, t('inbox.job'), `inbox/${job.id}`, body, 'inbox', again)
}
