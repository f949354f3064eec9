/** Whether the house is shut in, the page with the one button that matters out. */
import { html } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { row } from './pieces.ts'

export type PanicView = {
  readonly shut: boolean
  readonly by: string | null
  readonly since: string | null
  /** Who agreed first to open it. */
  readonly lifted_by: string | null
  readonly mayShut: boolean
  readonly mayOpen: boolean
}

export function panicPage(face: DeskFace, view: PanicView): string {
  const { t, language } = face.words
  const action = `/${language}/desk/house`
  const send = (to: string, text: string) =>
    html`<form method="post" action="${to}">${tokenField(face)}<p><button type="submit">${text}</button></p></form>`
  const since = view.since === null ? '' : dayIn(view.since.slice(0, 10), language)
  const isOwn = view.lifted_by === face.visitor?.actor.handle
  const body = view.shut
    ? row(
        t('panic.label'),
        t('panic.shut.note'),
        html`<h1>${t('panic.shut')}</h1><p>${t('panic.shut.by', { by: view.by ?? '', day: since })}</p>${view.lifted_by !== null && html`<p>${t('panic.first', { who: view.lifted_by })}</p>`}${
          view.mayOpen && !isOwn
            ? send(`${action}/open`, t(view.lifted_by === null ? 'panic.open.first' : 'panic.open'))
            : html`<p>${t('panic.wait')}</p>`
        }`,
        true,
      )
    : row(
        t('panic.label'),
        t('panic.note'),
        html`<h1>${t('panic.title')}</h1><ul><li>${t('panic.does.sessions')}</li><li>${t('panic.does.writes')}</li><li>${t('panic.does.keys')}</li><li>${t('panic.does.site')}</li></ul><p>${t('panic.undone')}</p>${
          view.mayShut ? send(action, t('panic.do')) : html`<p>${t('panic.not-you')}</p>`
        }`,
        true,
      )
  return frame(face, t('panic.label'), 'house', body)
}
