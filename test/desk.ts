/** The workspace as a browser without script uses it: pages asked for in somebody's name, a form read as it came, changed and sent. */
import type { Hono } from 'hono'
import type { Context } from '../src/usecases/context.ts'
import { type DeskOptions, desk } from '../src/web/desk/desk.ts'
import type { DeskEnv } from '../src/web/middleware/signed-in.ts'
import { type Entered, ROOT } from './world.ts'

export const AT = 'http://127.0.0.1:8421'
export type Desk = Hono<DeskEnv>
/** Name of a field and what stands in it; a name may come again. */
export type Field = readonly [name: string, value: string]

export const deskOf = (world: Context, more: Partial<DeskOptions> = {}): Desk =>
  desk(world, { root: ROOT, host: '127.0.0.1', ...more })

export const ask = (web: Desk, path: string, who: Entered): Response | Promise<Response> =>
  web.request(`${AT}${path}`, { headers: { Cookie: who.cookie } })

export const send = (
  web: Desk,
  path: string,
  fields: Iterable<Field>,
  who: Entered,
  accept = 'text/html',
): Response | Promise<Response> => {
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, value]))
  body.set('form-token', who.formToken)
  const headers = { Origin: AT, Cookie: who.cookie, Accept: accept }
  return web.request(`${AT}${path}`, { method: 'POST', body, headers })
}

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const attribute = (text: string, name: string): string | undefined => {
  const found = new RegExp(` ?${name}="([^"]*)"`).exec(text)
  return found ? plain(found[1] ?? '') : undefined
}

/** What a browser would send of the form of values, or another, as it came. */
export function formIn(markup: string, id = 'review'): readonly Field[] {
  const form = new RegExp(`<form id="${id}"[\\s\\S]*?</form>`).exec(markup)?.[0] ?? ''
  return [...form.matchAll(/<input([^>]*)>|<select([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(
    ([, input, select, options = '']): readonly Field[] => {
      const name = attribute(input ?? select ?? '', 'name')
      if (!name) return []
      if (input !== undefined)
        return / type="(checkbox|radio)"/.test(input) && !/ checked/.test(input)
          ? []
          : [[name, attribute(input, 'value') ?? '']]
      const chosen =
        /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options)
      return [[name, plain(chosen?.[1] ?? '')]]
    },
  )
}

/** Null: nothing of that name is sent. */
export const change = (
  fields: readonly Field[],
  changes: Readonly<Record<string, string | null>>,
): readonly Field[] => [
  ...fields.filter(([name]) => !(name in changes)),
  ...Object.entries(changes).flatMap(([name, value]): readonly Field[] =>
    value === null ? [] : [[name, value]],
  ),
]

/** Number of the row whose field is this and whose value says this. */
export function rowOf(fields: readonly Field[], field: string, value = ''): string {
  const rows = fields
    .filter(([name, one]) => name.endsWith('.field') && one === field)
    .map(([name]) => name.split('.')[0] ?? '')
  const found = rows.find((row) =>
    fields.some(([name, one]) => name === `${row}.value` && one.includes(value)),
  )
  if (!found) throw new Error(`no row ${field} ${value} in ${JSON.stringify(fields)}`)
  return found
}

/** Number of a row that is there to be filled. */
export const blankRowOf = (fields: readonly Field[]): string =>
  fields.find(([name, value]) => name.endsWith('.field') && value === '')?.[0].split('.')[0] ?? ''

/** Rows as somebody fills them: the field, and the parts that were typed. */
export const rows = (
  ...given: readonly (readonly [field: string, parts: Readonly<Record<string, string>>])[]
): readonly Field[] =>
  given.flatMap(([field, parts], n): readonly Field[] => [
    [`r${n}.field`, field],
    [`r${n}.keep`, 'yes'],
    ...Object.entries(parts).map(([part, value]): Field => [`r${n}.${part}`, value]),
  ])
