/** A good request and chance in, one that a hostile program could send out: as data, so that it can be told and sent again. */
import type { Field } from '../desk.ts'
import type { Chance } from './chance.ts'
import { filledIn, type Good } from './harvest.ts'
import { encoded, hostileValue, STRANGE } from './values.ts'

export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'form' | 'parts'; readonly fields: readonly Field[]; readonly files: readonly string[] }
  | { readonly kind: 'raw'; readonly type: string; readonly text: string }
export type Asked<Who extends string> = {
  readonly who: Who
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Body
  /** False: sent without the token of its form, or by another site. */
  readonly isOwn: boolean
}
/** Names and values that some good request has, to be put where another asks for something else. */
export type Pool = { readonly names: readonly string[]; readonly values: readonly string[] }

type Draft = {
  path: string
  query: Field[]
  fields: Field[]
  files: string[]
  headers: Record<string, string>
  method: string
  raw: { type: string; text: string } | null
  isOwn: boolean
}
type Change = (draft: Draft, chance: Chance, pool: Pool) => void

const at = (list: readonly unknown[], chance: Chance): number => chance.below(Math.max(1, list.length))
const nameFrom = (chance: Chance, pool: Pool): string =>
  chance.below(3) === 0 || pool.names.length === 0 ? chance.of(STRANGE).slice(0, 200) : chance.of(pool.names)

/** One part of the address becomes something else, or one more stands behind it. */
const changePath: Change = (draft, chance, pool) => {
  const parts = draft.path.split('/')
  const value = encoded(hostileValue(chance, pool.values)).slice(0, 3_000)
  const where = chance.below(6)
  if (where === 0) parts.push(value)
  else if (where === 1) parts[parts.length - 1] += chance.of(['.json', '.atom', '.csv', '.svg', '.md'])
  else parts[Math.max(1, at(parts, chance))] = value
  draft.path = parts.join('/')
}
const changeQuery: Change = (draft, chance, pool) => {
  const value = hostileValue(chance, pool.values).slice(0, 5_000)
  if (draft.query.length > 0 && chance.below(2) === 0) {
    const one = at(draft.query, chance)
    draft.query[one] = [draft.query[one]?.[0] ?? '', value]
  } else draft.query.push([nameFrom(chance, pool), value])
}
const repeatQuery: Change = (draft, chance) => {
  const one = draft.query[at(draft.query, chance)]
  if (one) draft.query.push(one)
}
const changeField: Change = (draft, chance, pool) => {
  const one = at(draft.fields, chance)
  const [name] = draft.fields[one] ?? [nameFrom(chance, pool)]
  draft.fields[one] = [name, hostileValue(chance, pool.values)]
}
const dropField: Change = (draft, chance) => {
  draft.fields.splice(at(draft.fields, chance), 1)
}
const repeatField: Change = (draft, chance, pool) => {
  const one = draft.fields[at(draft.fields, chance)]
  if (one) draft.fields.push(chance.below(2) === 0 ? one : [one[0], hostileValue(chance, pool.values)])
}
const addField: Change = (draft, chance, pool) => {
  draft.fields.push([nameFrom(chance, pool), hostileValue(chance, pool.values)])
}
const renameField: Change = (draft, chance) => {
  const one = at(draft.fields, chance)
  const [name, value] = draft.fields[one] ?? ['', '']
  draft.fields[one] = [
    chance.of([`${name}[]`, `${name}[__proto__]`, `${name}.constructor`, name.toUpperCase()]),
    value,
  ]
}
const asFile: Change = (draft, chance) => {
  const [name] = draft.fields[at(draft.fields, chance)] ?? ['file']
  draft.files.push(chance.below(2) === 0 ? 'file' : name)
}
const manyFields: Change = (draft, chance, pool) => {
  const name = draft.fields[at(draft.fields, chance)]?.[0] ?? nameFrom(chance, pool)
  for (let n = 0; n < 1_200; n += 1) draft.fields.push([name, String(n)])
}
const changeBody: Change = (draft, chance, pool) => {
  const value = hostileValue(chance, pool.values)
  const given = Object.fromEntries(
    draft.fields.map(([name, one]) => [name, chance.below(3) === 0 ? [one] : one]),
  )
  draft.raw = chance.of([
    { type: 'application/json', text: JSON.stringify({ ...given, [nameFrom(chance, pool)]: { value } }) },
    { type: 'application/json', text: '['.repeat(10_000) },
    { type: 'application/json', text: `{"__proto__":{"a":1},"answer":${JSON.stringify(value)}}` },
    { type: 'application/json', text: '{"answer":{"id":1,"response":{"clientDataJSON":[]},"type":null}}' },
    { type: 'text/plain', text: value.slice(0, 10_000) },
    { type: 'application/x-www-form-urlencoded', text: '%zz=%&a=%ff%fe&=&&&__proto__[x]=1' },
    {
      type: 'multipart/form-data; boundary=a',
      text: `--a\r\nContent-Disposition: form-data; name="file"; filename="${'../'.repeat(9)}x"\r\n\r\ncut off`,
    },
    { type: 'multipart/form-data; boundary=', text: '--\r\n' },
    {
      type: chance.of(['', 'application/xml', 'multipart/form-data', 'application/json; charset=utf-7']),
      text: value.slice(0, 10_000),
    },
  ])
}
const HEADERS = [
  'Accept',
  'Accept-Language',
  'Accept-Encoding',
  'If-None-Match',
  'If-Modified-Since',
  'Range',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-HTTP-Method-Override',
  'Referer',
  'User-Agent',
  'Authorization',
  'Sec-Fetch-Site',
]
const changeHeader: Change = (draft, chance, pool) => {
  const value = hostileValue(chance, pool.values)
    .replace(/[^\x20-\x7e]/g, '')
    .slice(0, 4_000)
    .trim()
  draft.headers[chance.of(HEADERS)] =
    chance.below(3) === 0 ? chance.of(['application/json', '*/*', 'bytes=0-', 'Bearer x', 'gzip']) : value
}
const changeMethod: Change = (draft, chance) => {
  draft.method = chance.of(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND'])
}
const notOwn: Change = (draft) => {
  draft.isOwn = false
}

const ANYWHERE: readonly Change[] = [changePath, changeQuery, changeQuery, repeatQuery, changeHeader]
const SENT: readonly Change[] = [
  ...[changeField, changeField, changeField, changeField, dropField, repeatField, addField, renameField],
  ...[asFile, changePath, changeQuery, changeHeader],
]
const RARELY: readonly Change[] = [changeBody, changeBody, changeMethod, manyFields, notOwn]

export function mutated<Who extends string>(
  good: Good<Who>,
  who: Who,
  chance: Chance,
  pool: Pool,
): Asked<Who> {
  const [path = '', query = ''] = good.path.split('?')
  const isSent = good.method === 'POST'
  const fields = chance.below(3) === 0 ? good.fields : filledIn(good, chance)
  const draft: Draft = {
    ...{ path, query: [...new URLSearchParams(query)], fields: [...fields], files: [] },
    ...{ headers: {}, method: good.method, raw: null, isOwn: true },
  }
  // What a page asks for by GET stands in its address.
  if (!isSent) draft.query.push(...draft.fields.splice(0))
  for (let left = chance.below(5); left > 0; left -= 1)
    chance.of(chance.below(12) === 0 ? RARELY : isSent ? SENT : ANYWHERE)(draft, chance, pool)
  return asAsked(draft, who)
}

function asAsked<Who extends string>(draft: Draft, who: Who): Asked<Who> {
  const { method, headers, isOwn, raw, fields, files } = draft
  const query = draft.query.map(
    ([name, value]) => `${encoded(name)}=${encoded(value).replaceAll('&', '%26')}`,
  )
  const path = `${draft.path}${query.length > 0 ? `?${query.join('&')}` : ''}`
  const takesNone = ['GET', 'HEAD'].includes(method)
  const body: Body = takesNone
    ? { kind: 'none' }
    : raw
      ? { kind: 'raw', ...raw }
      : { kind: files.length > 0 ? 'parts' : 'form', fields, files }
  return { who, method, path, headers, body, isOwn }
}

/** What a parser of files would look at twice. */
const FILE = '%PDF-1.7 x-fuzz <x-fuzz>\u0000PK\u0003\u0004'

/** As it goes over the wire; null: no client can send it. */
export function requestOf(
  asked: Asked<string>,
  origin: string,
  own: Readonly<Record<string, string>>,
): Request | null {
  const headers: Record<string, string> = {
    ...(asked.isOwn ? own : { Origin: 'https://evil.example' }),
    ...asked.headers,
  }
  const { body } = asked
  try {
    if (body.kind === 'none') return new Request(`${origin}${asked.path}`, { method: asked.method, headers })
    if (body.kind === 'raw')
      return new Request(`${origin}${asked.path}`, {
        ...{ method: asked.method, body: body.text },
        headers: { ...headers, ...(body.type !== '' && { 'Content-Type': body.type }) },
      })
    const form = body.kind === 'parts' ? new FormData() : new URLSearchParams()
    for (const [name, value] of body.fields) form.append(name, value)
    if (form instanceof FormData)
      for (const name of body.files)
        form.append(name, new File([FILE], '../x-fuzz.pdf', { type: 'application/pdf' }))
    return new Request(`${origin}${asked.path}`, { method: asked.method, headers, body: form })
  } catch {
    return null
  }
}
