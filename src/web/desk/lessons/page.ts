/** Kits with the lessons that were given of them in, the page on which reports are written down and put right out. */
import { html, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import { taughtIn } from '../../../teach/kit/assemble.ts'
import type { KitAtWork } from '../../../usecases/teach/lessons.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import { controls, type FieldFault, type FormField, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'

export type LessonForm = {
  /** Of the report that is put right; null: a new one. */
  readonly tally: string | null
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
}

function reportsOf({ id, reports }: KitAtWork, { face }: Desktop): Piece {
  const { t, language } = face.words
  return (
    reports.length > 0 &&
    html`<ul class="plain">${reports.map((one) => {
      const bounds = [one.low, one.best, one.high].map((n) => n ?? '?').join(' / ')
      return html`<li>${dayIn(one.from, language)} – ${dayIn(one.to, language)}: ${t('lesson.given', { n: one.lessons })} ${t('lesson.bounds', { bounds })} <span class="meta">${t(`lesson.method.${one.method}`)}, ${one.by}</span> <a href="/${language}/desk/lessons/${id}/${one.tally}">${t('lesson.correct')}</a></li>
`
    })}</ul>`
  )
}

export function lessonsPage(
  desktop: Desktop,
  kits: readonly KitAtWork[],
  fields: readonly FormField[],
  { tally, typed, faults, lines }: LessonForm,
): string {
  const { face } = desktop
  const { t, language } = face.words
  const title = t('lesson.title')
  const heading = t(tally === null ? 'lesson.new' : 'lesson.again')
  const body = html`${section(
    title,
    t('lesson.note'),
    html`<h1>${t('lesson.heading')}</h1><ul class="work">${kits.map(
      (one) =>
        html`<li><div><h2 class="name"><a href="/${language}/kit/${one.id}">${one.kit.title[language]}</a></h2>${reportsOf(one, desktop)}</div><div class="meta stage">${one.sum.lessons === 0 ? t('lesson.none') : taughtIn(one.sum, face.words)}</div></li>
`,
    )}</ul>`,
    true,
  )}${section(
    heading,
    t('lesson.names'),
    html`<h2>${heading}</h2>${wrong([...faults.map((one) => one.line), ...lines])}<form method="post" action="/${language}/desk/lessons">${tokenField(face)}<input type="hidden" name="tally" value="${tally ?? ''}">${controls(fields, typed, faults, face.words)}${tally !== null && html`<p class="meta">${t('lesson.back')}</p>`}${button(t('lesson.do'))}</form>`,
  )}`
  return frame(face, title, 'lessons', body)
}
