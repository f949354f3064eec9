/** What went wrong in, a calm page with a way back out. */
import type { Context } from 'hono'
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
  429: 'fault.heading.enough',
}

export type Failure = {
  readonly status: number
  /** Null: nobody expected it. */
  readonly faults: readonly Fault[] | null
  /** The address that was asked for, without its query. */
  readonly path: string
  /** What whoever was refused had written, so that it need not be written again. */
  readonly written: readonly string[]
}

export function failurePage(face: DeskFace, { status, faults, path, written }: Failure): string {
  const { words } = face
  const lines = faults ? faultLines(faults, words) : [words.t('fault.unexpected')]
  const heading = words.t(HEADINGS[status] ?? 'fault.heading')
  const home = `/${words.language}/desk/`
  const back = wayBack(path, faults ?? [])
  const link = back !== null && html`<a href="${home}${back}">${backLabel(face, back)}</a><br>`
  const body = row(
    String(status),
    '',
    html`<h1>${heading}</h1>${lines.map((line) => html`<p>${line}</p>`)}${written.map((text) => html`<p><label>${words.t('fault.written')}<br><textarea readonly rows="3" cols="60">${text}</textarea></label></p>`)}<p>${link}<a href="${home}">${words.t('desk.back')}</a></p>`,
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

/** Fields in which somebody writes sentences; no passphrase, code or name of a person is among them. */
const WRITTEN = ['why', 'words', 'reason', 'how', 'note']
const LONGEST = 20_000

/** A form in which something was written is small; whatever is larger, or does not say how large, is not read again. */
const MOST_BYTES = 200_000

/** Read again from what was sent: of a form that could not be read there is nothing. */
export async function writtenIn(c: Context): Promise<readonly string[]> {
  const size = Number(c.req.header('Content-Length') ?? Number.NaN)
  if (c.req.method !== 'POST' || !(size <= MOST_BYTES)) return []
  const form = await c.req.formData().catch(() => null)
  return WRITTEN.flatMap((name) => form?.getAll(name) ?? []).flatMap((one) =>
    typeof one === 'string' && one.trim() !== '' && one.length <= LONGEST ? [one.trim()] : [],
  )
}
