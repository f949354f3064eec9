/** The days ahead that readers may know of in, their list out, soonest first: each leads to the page that tells of it. */
import type { PublicDay } from '../../core/act/public-days.ts'
import { labelIn } from '../../core/language.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { dayIn } from '../telling/when.ts'
import type { CalendarView } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

/** `/{lang}/kz/calendar` */
export function calendarPage(view: CalendarView): string {
  const { words, pack, site, days, asOf } = view
  const name = labelIn(pack.name, words.language).text
  const { t } = words
  return layout({
    face: view,
    page: { kind: 'calendar', country: pack.id },
    title: `${t('days.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: t('days.title'), page: null },
    ],
    body: html`${opening(t('days.title'), name, t('days.heading', { n: days.length }), html`<p class="sub">${t('days.sub')}</p>${asOf !== null && html`<p class="meta">${t('days.as-of', { day: dayIn(asOf, words.language) })}</p>`}`)}${row(
      'd',
      t('days.title'),
      t('days.note'),
      t('days.list'),
      html`<dl class="vals">${days.map((one) => line(one, view))}</dl>`,
    )}${row(
      'f',
      t('calendar.take'),
      '',
      t('days.file.heading'),
      html`<p><a href="${href(site, words.language, { kind: 'calendar-file', country: pack.id })}">${t('calendar.file')}</a></p><p class="meta">${t('days.file.note')}${!site.isServed && html` ${t('days.file.copy')}`}</p>`,
    )}`,
  })
}

function line(one: PublicDay, view: CalendarView): Markup {
  const { words, site, pack } = view
  const { t, language } = words
  const to = href(site, language, { kind: one.of.kind, id: one.of.id })
  const authority = one.authority === null ? undefined : pack.authorities.get(one.authority)
  const parts: readonly Piece[] = [
    one.kind === 'event' && one.event !== null ? t(`act.event.${one.event}`) : t(`days.${one.kind}`),
    one.place,
    one.host,
    authority ? labelled(authority.name, words) : one.authority,
  ].filter((each) => each !== null)
  return html`<div><dt>${dayIn(one.day, language)}</dt><dd><p>${parts.map((each, at) => html`${at > 0 && ' · '}${each}`)}</p><p class="meta"><a href="${to}">${view.titles.get(one.of.id) ?? one.of.id}</a></p></dd></div>
`
}

/** The same as data. */
export const calendarJson = ({ pack, asOf, days }: CalendarView): unknown => ({
  ...{ country: pack.id, asOf, days },
})
