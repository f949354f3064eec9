/** What waits for somebody in the morning as a page: one finding on top, then each kind of work with its count and the way to it. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { DueFor } from '../../../usecases/today/due-for.ts'
import type { Today } from '../../../usecases/today/read-today.ts'
import type { ChangeSeen } from '../../../usecases/today/what-changed.ts'
import { row as section } from '../accounts/pieces.ts'
import { deadlineText } from '../calendar/deadline-text.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { questionItem } from '../questions/pages.ts'
import { moveLabel } from '../records/labels.ts'
import { agreedLine } from '../second/agreed-line.ts'
import { doubtsIn } from './doubts.ts'

/** Shown of each kind; the rest is one line. */
const SHOWN = 20

/** `stopped`: colleagues who asked for more than one account may be shown in a day. */
export function todayPage(desktop: Desktop, home: Today, stopped: readonly string[]): string {
  const { t } = desktop.face.words
  const body = [
    section(
      t('home.title'),
      t('home.note'),
      html`<h1>${finding(desktop, home)}</h1>${stopped.length > 0 && html`<p class="problem"><a href="/${desktop.face.words.language}/desk/away">${t('home.read-enough', { handles: stopped.join(', ') })}</a></p>`}`,
      true,
    ),
    due(desktop, home.due),
    questions(desktop, home),
    records(desktop, home),
    passages(desktop, home),
    changes(desktop, home),
  ]
  return frame(desktop.face, t('home.title'), '', body)
}

/** The first that is true: what is late, whom somebody waits for, what waits. */
function finding({ face }: Desktop, home: Today): string {
  const { t } = face.words
  const open = home.passages.reports.reduce((sum, one) => sum + one.open, 0)
  const records =
    home.records.reduce((sum, one) => sum + one.yours, 0) + home.second.length + home.settle.length
  const counts = [
    ['overdue', home.due.filter((one) => one.isOverdue).length],
    ['questions', home.askedOfYou.length],
    ['records', records],
    ['passages', open],
    ['answers', home.answered.length],
    ['due', home.due.length],
  ] as const
  const [first, n] = counts.find(([, many]) => many > 0) ?? ['nothing', 0]
  return first === 'nothing' ? t('home.finding.nothing') : t(`home.finding.${first}`, { n })
}

const list = (items: readonly Markup[]): Piece => items.length > 0 && html`<ul class="work">${items}</ul>`
const more = ({ face }: Desktop, n: number): Piece =>
  n > 0 && html`<p class="meta">${face.words.t('home.more', { n })}</p>`

/** Any kind of thing that falls due is drawn alike: it needs a text in the locales, and no code here. */
function due(desktop: Desktop, all: readonly DueFor[]): Piece {
  const { t, language } = desktop.face.words
  if (all.length === 0) return false
  const item = (one: DueFor): Markup => {
    const name = html`<a href="/${language}/desk/${one.page}/${one.id}">${one.id}</a>`
    return html`<li><div><p>${t(`home.due.${one.kind}`)}: ${name}</p>${deadlineText(desktop, one.rule)}<p class="meta">${t(one.isOverdue ? 'home.overdue' : 'home.until', { day: dayIn(one.day, language) })}</p></div></li>`
  }
  return section(
    t('home.due'),
    t('home.due-note'),
    html`${list(all.slice(0, SHOWN).map(item))}${more(desktop, all.length - SHOWN)}`,
  )
}

function questions(desktop: Desktop, { askedOfYou, answered }: Today): Piece {
  const { t, language } = desktop.face.words
  if (askedOfYou.length + answered.length === 0) return false
  return section(
    t('ask.title'),
    html`<a href="/${language}/desk/questions">${t('home.all-questions')}</a>`,
    html`${askedOfYou.length > 0 && html`<h2>${t('home.asked-of-you', { n: askedOfYou.length })}</h2>`}${list(askedOfYou.slice(0, SHOWN).map((one) => questionItem(desktop, one)))}${answered.length > 0 && html`<h2>${t('home.answered', { n: answered.length })}</h2>`}${list(answered.slice(0, SHOWN).map((one) => questionItem(desktop, one)))}`,
  )
}

function records(desktop: Desktop, home: Today): Piece {
  const { t, language } = desktop.face.words
  const line = (page: string, text: string): Markup =>
    html`<li><a href="/${language}/desk/${page}">${text}</a></li>`
  const lines = [
    ...home.records.map((one) =>
      line(`records?waits=${one.move}`, t(`home.waits.${one.move}`, { n: one.yours })),
    ),
    ...(home.second.length > 0 ? [line('second', t('home.waits.second', { n: home.second.length }))] : []),
    ...(home.settle.length > 0 ? [line('second', t('home.waits.settle', { n: home.settle.length }))] : []),
  ]
  const { agreement } = home
  if (lines.length === 0 && !agreement) return false
  return section(
    t('work.records'),
    t('home.records-note'),
    html`${lines.length > 0 && html`<ul class="waits">${lines}</ul>`}${agreement && html`<p class="meta">${agreedLine(desktop, agreement)}</p>`}`,
  )
}

function passages(desktop: Desktop, { passages: { reports, first } }: Today): Piece {
  const { t, language } = desktop.face.words
  if (reports.length === 0) return false
  const home = `/${language}/desk/documents`
  return section(
    t('home.passages'),
    html`<a href="${home}">${t('desk.reports')}</a>`,
    html`<h2>${t('home.passages.first')}</h2>${list(
      first.map(
        (one) =>
          html`<li><div><h3 class="name"><a href="${home}/${one.document}/${one.key}" lang="${one.language}">${one.words}</a></h3><p class="meta">${one.doubts.length > 0 ? doubtsIn(desktop, one.doubts) : t('home.doubt.none')}</p></div></li>`,
      ),
    )}<h2>${t('home.passages.reports')}</h2>${list(
      reports.map(
        (one) =>
          html`<li><div><p><a href="${home}/${one.document}" lang="${one.language}">${one.title}</a></p><p class="meta">${t('home.open', { n: one.open, all: one.all })}</p></div></li>`,
      ),
    )}`,
  )
}

function changes(desktop: Desktop, { since, changes: { seen, isMore } }: Today): Piece {
  const { t, language } = desktop.face.words
  if (since === null) return section(t('home.changes'), '', html`<p>${t('home.changes.first')}</p>`)
  const item = (one: ChangeSeen): Markup =>
    html`<li><div><p>${one.kind === 'moved' ? moveLabel(desktop, one.what as never) : t(`home.change.${one.kind}`)}: <a href="/${language}/desk/${one.page}">${one.id}</a></p><p class="meta">${one.by} · ${momentIn(one.at, language)}</p></div></li>`
  return section(
    t('home.changes'),
    t('home.changes-note'),
    seen.length === 0
      ? html`<p>${t('home.changes.none')}</p>`
      : html`${list(seen.slice(0, SHOWN).map(item))}${seen.length > SHOWN && more(desktop, seen.length - SHOWN)}${isMore && html`<p class="meta">${t('home.changes.more')}</p>`}`,
  )
}
