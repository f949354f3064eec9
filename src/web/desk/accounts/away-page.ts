/** Colleagues in travel mode as a page, and those who were shown as much as one account may; each with the button that lets them in or on. */
import { html, type Markup } from '../../../publish/markup.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { row } from './pieces.ts'

export type Colleagues = { readonly away: readonly string[]; readonly stopped: readonly string[] }

export function awayPage(face: DeskFace, { away, stopped }: Colleagues): string {
  const { t } = face.words
  const body = row(
    t('door.away'),
    t('door.away.lift-note'),
    html`<h1>${t('door.away.colleagues')}</h1>${
      away.length > 0 ? people(face, away, 'lift') : html`<p>${t('door.away.nobody')}</p>`
    }${stopped.length > 0 && html`<h2>${t('door.read-on.heading')}</h2><p>${t('door.read-on.what')}</p>${people(face, stopped, 'read-on')}`}`,
    true,
  )
  return frame(face, t('door.away'), 'away', body)
}

const people = (face: DeskFace, handles: readonly string[], step: 'lift' | 'read-on'): Markup => {
  const { t, language } = face.words
  const text = t(step === 'lift' ? 'door.away.lift' : 'door.read-on')
  return html`<ul class="links">${handles.map(
    (handle) =>
      html`<li>${handle} <form method="post" action="/${language}/desk/away/${step}">${tokenField(face)}<input type="hidden" name="handle" value="${handle}"><button type="submit" class="plain" aria-label="${text}: ${handle}">${text}</button></form></li>`,
  )}</ul>`
}

export function demoPage(face: DeskFace, code: string): string {
  const { t, language } = face.words
  const body = row(
    t('door.demo'),
    t('door.demo.note'),
    html`<h1>${t('door.demo.heading')}</h1><form method="post" action="/${language}/desk/demo/${code}"><p><button type="submit">${t('door.demo.enter')}</button></p></form>`,
    true,
  )
  return frame(face, t('door.demo'), `demo/${code}`, body)
}
