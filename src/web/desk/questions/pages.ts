/** Questions between colleagues as pages: all that are somebody's, one with its answers, and a question that could not be taken as it was typed. */
import type { About } from '../../../core/decided.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Question } from '../../../store/queries/questions.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { askForm, question, type Typed } from './section.ts'

/** The page below `/desk/` that it was asked on. */
export const placeOf = ({ about_kind, about_id, document }: Question): string =>
  about_kind === 'incident'
    ? `records/${about_id}`
    : `documents/${document ?? ''}/${about_id.split('#')[1] ?? ''}`

export const questionItem = ({ face }: Desktop, one: Question): Markup => {
  const { t, language } = face.words
  const answers = one.said.filter((said) => said.verdict === 'answered').length
  const meta = [
    one.by,
    one.to_handle === null ? t('ask.to-anybody') : t('ask.to-one', { handle: one.to_handle }),
    momentIn(one.at, language),
    answers > 0 && t('ask.answers', { n: answers }),
  ]
  return html`<li><div><h2 class="name"><a href="/${language}/desk/${placeOf(one)}#questions">${one.words}</a></h2><p class="meta">${meta.filter(Boolean).join(' · ')}</p></div></li>
`
}

export function questionsPage(desktop: Desktop, questions: readonly Question[]): string {
  const { face } = desktop
  const { t } = face.words
  const [open, closed] = [questions.filter((one) => !one.isClosed), questions.filter((one) => one.isClosed)]
  const list = (some: readonly Question[]): Piece =>
    html`<ul class="work">${some.map((one) => questionItem(desktop, one))}</ul>`
  const body = [
    section(
      t('ask.title'),
      t('ask.page-note'),
      html`<h1>${t('ask.heading', { n: open.length })}</h1>${open.length > 0 && list(open)}`,
      true,
    ),
    closed.length > 0 && section(t('ask.closed'), '', list(closed)),
  ]
  return frame(face, t('ask.title'), 'questions', body)
}

export function questionPage(
  desktop: Desktop,
  one: Question,
  mayAnswer: boolean,
  faults: readonly string[] = [],
  typed = '',
): string {
  const { face } = desktop
  const { t, language } = face.words
  const body = section(
    t('ask.one'),
    html`<a href="/${language}/desk/${placeOf(one)}">${t('ask.to-place')}</a>`,
    html`<h1>${t('ask.one')}</h1>${wrong(faults)}${question(desktop, one, mayAnswer, typed)}`,
    true,
  )
  return frame(face, `${t('ask.one')} ${one.id}`, `questions/${one.id}`, body)
}

/** Nothing typed is lost, and every fault is told. */
export function askAgainPage(
  desktop: Desktop,
  about: About,
  typed: Typed,
  faults: readonly string[],
): string {
  const { face } = desktop
  const { t } = face.words
  const body = section(
    t('ask.title'),
    t('ask.note'),
    html`<h1>${t('ask.do')}</h1>${wrong(faults)}${askForm(desktop, about, typed)}`,
    true,
  )
  return frame(face, t('ask.do'), 'questions', body)
}
