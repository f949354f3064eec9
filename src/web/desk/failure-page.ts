/** What went wrong in, a calm page with a way back out. */
import type { Fault } from '../../core/faults.ts'
import { html } from '../../publish/markup.ts'
import { faultLines } from '../errors.ts'
import { row } from './accounts/pieces.ts'
import { type DeskFace, frame } from './frame.ts'

/** Forbidden is told from absent only where the program tells them apart itself. */
const HEADINGS: Readonly<Record<number, string>> = {
  403: 'fault.heading.forbidden',
  404: 'fault.heading.absent',
  409: 'fault.heading.conflict',
  410: 'fault.heading.ended',
}

export type Failure = {
  readonly status: number
  /** Null: nobody expected it. */
  readonly faults: readonly Fault[] | null
  /** The address that was asked for, without its query. */
  readonly path: string
}

export function failurePage(face: DeskFace, { status, faults, path }: Failure): string {
  const { words } = face
  const lines = faults ? faultLines(faults, words) : [words.t('fault.unexpected')]
  const heading = words.t(HEADINGS[status] ?? 'fault.heading')
  const home = `/${words.language}/desk/`
  const back = wayBack(path, faults ?? [])
  const link = back !== null && html`<a href="${home}${back}">${backLabel(face, back)}</a><br>`
  const body = row(
    String(status),
    '',
    html`<h1>${heading}</h1>${lines.map((line) => html`<p>${line}</p>`)}<p>${link}<a href="${home}">${words.t('desk.back')}</a></p>`,
    true,
  )
  return frame(face, heading, '', body)
}

const backLabel = ({ words }: DeskFace, back: string): string => {
  const [page = '', id] = back.split('/')
  return id === undefined ? words.t(`work.${page}`) : words.t('work.back-to', { id })
}

const RECORD = /^[a-z0-9][a-z0-9-]{1,80}$/
const PAGES = ['records', 'people', 'exports']

/** The page of the thing it was about: of the record that could not be moved, or of whatever the form stood on. */
function wayBack(path: string, faults: readonly Fault[]): string | null {
  const [first] = faults
  if (first?.code === 'access.forbidden') return 'access'
  if (first?.code.startsWith('move.') && first.where && RECORD.test(first.where))
    return `records/${first.where}`
  const [, , , page = '', id = '', act] = path.split('/')
  if (!PAGES.includes(page)) return null
  const isThere = first?.code !== 'record.unknown' && first?.code !== 'page.not-found'
  if (isThere && page !== 'exports' && act && RECORD.test(id)) return `${page}/${id}`
  return id !== '' ? page : null
}
