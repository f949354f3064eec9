/** Colleagues in travel mode as a page, each with the button that lets them back in; and what they see themselves. */
import { html } from '../../../publish/markup.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { row } from './pieces.ts'

export function awayPage(face: DeskFace, handles: readonly string[]): string {
  const { t, language } = face.words
  const body = row(
    t('door.away'),
    t('door.away.lift-note'),
    html`<h1>${t('door.away.colleagues')}</h1>${
      handles.length === 0
        ? html`<p>${t('door.away.nobody')}</p>`
        : html`<ul class="links">${handles.map(
            (handle) =>
              html`<li>${handle} <form method="post" action="/${language}/desk/away/lift">${tokenField(face)}<input type="hidden" name="handle" value="${handle}"><button type="submit" class="plain" aria-label="${t('door.away.lift')}: ${handle}">${t('door.away.lift')}</button></form></li>`,
          )}</ul>`
    }`,
    true,
  )
  return frame(face, t('door.away'), 'away', body)
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
