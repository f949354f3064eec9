/** A journey prepared, as a page: what the account shows now, what will be hidden, who can lift it, and from which day. */
import { html } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { button, row, wrong } from './pieces.ts'

export type TravelView = {
  readonly records: number
  readonly reports: number
  readonly sessions: number
  readonly lifters: number
  /** What stands in the field: the day that is planned, or what was typed and could not be taken. */
  readonly from: string
  readonly lines: readonly string[]
}

export function travelPage(face: DeskFace, view: TravelView): string {
  const { t, language } = face.words
  const planned = face.visitor?.awayFrom ?? null
  const action = `/${language}/desk/me/journey`
  const body = [
    row(
      t('door.away'),
      t('door.away.note'),
      html`<h1>${t('safe.travel.prepare')}</h1>${wrong(view.lines)}<h2>${t('safe.travel.now')}</h2><ul><li>${t('safe.travel.records', { n: view.records })}</li><li>${t('safe.travel.reports', { n: view.reports })}</li><li>${t('safe.travel.sessions', { n: view.sessions })}</li></ul><p>${t('safe.travel.hidden')}</p><p>${t('safe.travel.key')}</p><p>${view.lifters === 0 ? t('safe.travel.alone') : t('safe.travel.lifters', { n: view.lifters })}</p>`,
      true,
    ),
    row(
      t('safe.travel.from'),
      t('safe.travel.note'),
      html`${planned !== null && html`<p>${t('safe.travel', { day: dayIn(planned, language) })}</p>`}<form method="post" action="${action}">${tokenField(face)}<p><label>${t('safe.travel.from')}<br><input name="from" required value="${view.from}" placeholder="2026-11-28" pattern="\\d{4}-\\d{2}-\\d{2}" inputmode="numeric" autocomplete="off"></label></p>${button(t('safe.travel.plan'))}</form>${
        planned !== null &&
        html`<form method="post" action="${action}/drop">${tokenField(face)}${button(t('safe.travel.drop'), true)}</form>`
      }`,
    ),
  ]
  return frame(face, t('safe.travel.prepare'), 'me/journey', body)
}
