/** The watchlist of a country as a page: the month's signal, every sign with what stands behind it, the months before, and what people decided. */

import { labelIn } from '../../../../core/language.ts'
import type { ChangeFinding, Sign } from '../../../../core/rating/watch.ts'
import { WATCH_VERDICTS } from '../../../../core/rating/watch.ts'
import { sums } from '../../../../publish/figures/sums.ts'
import { html, type Markup, type Piece } from '../../../../publish/markup.ts'
import { dayIn } from '../../../../publish/telling/when.ts'
import type { Watched } from '../../../../usecases/rating/watch-country.ts'
import { button, row as section, wrong } from '../../accounts/pieces.ts'
import type { Desktop } from '../../desktop.ts'
import { frame, tokenField } from '../../frame.ts'
import { momentIn } from '../../moment.ts'
import { countryText, monthText } from '../rating/texts.ts'
import { measureNav } from '../rooms.ts'

export type WatchView = {
  readonly country: string
  readonly asOf: string
  /** Null for who may only raise an alert. */
  readonly watched: Watched | null
  readonly mayDecide: boolean
  readonly faults: readonly string[]
  readonly typed: Readonly<Record<string, string>>
}

export function watchlistPage(desktop: Desktop, view: WatchView): string {
  const { face } = desktop
  const { t } = face.words
  const { watched, country } = view
  const name = countryText(desktop, country)
  const heading = watched
    ? t(watched.signal.isSignal ? 'watch.heading.signal' : 'watch.heading.none', {
        country: name,
        month: monthText(desktop, watched.signal.month),
      })
    : t('watch.nav')
  const body = [
    section(
      t('watch.nav'),
      watched ? t(watched.isListed ? 'watch.listed' : 'watch.not-listed') : '',
      html`<h1>${heading}</h1>${wrong(view.faults)}${face.mayAtAll('decide') && measureNav(desktop, 'watchlist')}<p>${t('watch.people')}</p>${watched && signs(desktop, watched)}`,
      true,
    ),
    watched && section(t('watch.counts'), t('watch.counts.note'), counts(desktop, watched)),
    watched && section(t('watch.past'), t('watch.past.note'), past(desktop, watched)),
    section(t('watch.words'), t('watch.words.note'), words(desktop, view)),
  ]
  return frame(face, t('watch.nav'), 'measure/watchlist', body)
}

function signs(desktop: Desktop, { signal }: Watched): Markup {
  const { face, codebook } = desktop
  const { t, language } = face.words
  const incidents = (ids: readonly string[]): Piece =>
    ids.length > 0 &&
    html`<p class="meta">${t('watch.incidents', { n: ids.length })} ${ids.map((id) => html`<a href="/${language}/desk/records/${id}">${id}</a> `)}</p>`
  const one = (sign: Sign): Markup =>
    html`<div><dt>${t(`watch.sign.${sign.kind}`)}</dt><dd><p><b>${t(sign.isGiven ? 'watch.given' : 'watch.not-given')}</b> ${sign.of.map((each) => ofText(desktop, sign, each)).join(', ')}</p>${incidents(sign.incidents)}<p class="meta">${labelIn(codebook.watch[sign.kind].reason, language).text} ${sign.rule}</p></dd></div>
`
  return html`<p>${t('watch.criterion', { n: codebook.watch.signal.least, of: signal.signs.length })}</p><dl class="vals">${signal.signs.map(one)}</dl>`
}

function ofText({ face, codebook }: Desktop, { kind }: Sign, of: string): string {
  const { t, language } = face.words
  if (kind === 'change') return t(`watch.freedom.${of}`)
  if (kind === 'alert') return dayIn(of, language)
  const act = kind === 'trigger' ? codebook.acts.get(of) : undefined
  return act ? labelIn(act.label, language).text : of
}

function counts(desktop: Desktop, { signal }: Watched): Markup {
  const { t } = desktop.face.words
  const one = (change: ChangeFinding): Markup => {
    const freedom = t(`watch.freedom.${change.freedom}`)
    const last = change.months.at(-1)
    const began = change.began
    const told = began
      ? t('watch.began', {
          month: monthText(desktop, began.month),
          percent: Math.round(began.probability * 100),
          times: Math.round(began.times * 10) / 10,
        })
      : t('watch.no-change')
    const rows = change.months.map(
      (
        month,
      ) => html`<tr><th scope="row">${monthText(desktop, month.month)}</th><td>${month.found}</td><td>${month.expected}</td><td>${month.sum}</td></tr>
`,
    )
    return html`<div><h2>${freedom}</h2><p>${told}</p><figure>${sums(change.months, began?.month ?? null, t('watch.figure', { freedom, month: monthText(desktop, last?.month ?? ''), found: last?.found ?? 0, expected: last?.expected ?? 0 }), `sums-${change.freedom}`)}<figcaption class="meta">${t('watch.caption')}</figcaption></figure><details><summary>${t('watch.table')}</summary><table><thead><tr>${['month', 'found', 'expected', 'sum'].map((each) => html`<th scope="col">${t(`watch.col.${each}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></details></div>
`
  }
  return html`${signal.changes.map(one)}${signal.unasked.map(({ freedom, reason }) => html`<p><b>${t(`watch.freedom.${freedom}`)}</b>: <span class="unknown">${t(`watch.unasked.${reason}`)}</span></p>`)}`
}

function past(desktop: Desktop, { past: months, falseAlarms }: Watched): Markup {
  const { t } = desktop.face.words
  const told = months.filter((one) => one.signs.length > 0 || one.decided)
  const rows = told.map(
    (one) =>
      html`<tr><th scope="row">${monthText(desktop, one.month)}</th><td>${one.signs.map((sign) => t(`watch.sign.${sign}`)).join(', ')}</td><td>${t(one.isSignal ? 'watch.given' : 'watch.not-given')}</td><td>${one.decided && `${t(`watch.verdict.${one.decided.verdict}`)}: ${one.decided.words}`}</td></tr>
`,
  )
  return html`<p>${t('watch.false-alarms', { n: falseAlarms.refused, of: falseAlarms.decided })}</p><p class="meta">${t('watch.simulated')}</p>${told.length === 0 ? html`<p>${t('watch.past.none', { n: months.length })}</p>` : html`<div class="scroll" role="region" tabindex="0" aria-label="${t('watch.past')}"><table><thead><tr>${['month', 'signs', 'signal', 'decided'].map((one) => html`<th scope="col">${t(`watch.col.${one}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`}`
}

function words(desktop: Desktop, { country, watched, mayDecide, typed, asOf }: WatchView): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const said = (watched?.words ?? []).toReversed().map(
    (one) =>
      html`<li><div><p><b>${t(`watch.verdict.${one.verdict}`)}</b> ${monthText(desktop, one.month)}</p><p>${one.words}</p><p class="meta">${one.by}, ${momentIn(one.at, language)}</p></div></li>
`,
  )
  const verdicts = ['alert', ...(mayDecide ? WATCH_VERDICTS : [])]
  return html`${said.length > 0 && html`<ul class="work">${said}</ul>`}<form method="post" action="/${language}/desk/measure/watchlist" class="broad">${tokenField(face)}<input type="hidden" name="country" value="${country}"><input type="hidden" name="asOf" value="${asOf}"><p class="fields"><label>${t('watch.verdict')}<br><select name="verdict">${verdicts.map((one) => html`<option value="${one}"${typed.verdict === one && html` selected`}>${t(`watch.verdict.${one}`)}</option>`)}</select></label></p><p><label>${t('watch.reason')}<br><textarea name="words" rows="3" cols="60" maxlength="2000" required>${typed.words ?? ''}</textarea></label></p>${button(t('watch.save'))}</form>`
}
