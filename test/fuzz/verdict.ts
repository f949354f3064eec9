/** An answer in, everything that is wrong with it out: a failure, what only we should know, markup that got through, a header that is missing. */
import { SaxesParser } from 'saxes'
import { ESCAPED_BADLY } from './values.ts'
import { ONION } from './world.ts'

export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}
/** `isPosted`: something was sent, so that its address alone leads to nothing. `isDesk`: of the workspace, which no browser may keep. `isOpen`: a page made for frames, or data for any site. `secrets`: words whoever asked may not read. */
export type Expected = {
  readonly isDesk: boolean
  readonly path: string
  readonly secrets: readonly string[]
  readonly isPosted?: boolean
}

/** A stack, SQL, or the inside of the program. */
const INSIDE =
  /\bat \S+ \((?:file|node|\/)|\.ts:\d+:\d+|node_modules|(?:Syntax|Type|Range|Reference)Error\b|syntax error at or|invalid input syntax|relation "\w+"|violates \w+|duplicate key|root:x:0|kysely|pglite/i

const ALWAYS: readonly (readonly [name: string, value: RegExp])[] = [
  ['X-Content-Type-Options', /^nosniff$/],
  ['Referrer-Policy', /^no-referrer$/],
  ['Cross-Origin-Opener-Policy', /^same-origin$/],
  ['Strict-Transport-Security', /^max-age=63072000; includeSubDomains$/],
  ['Content-Security-Policy', /^default-src 'none';.*base-uri 'none'/],
]
const CLOSED: readonly (readonly [name: string, value: RegExp])[] = [
  ['X-Frame-Options', /^DENY$/],
  ['Content-Security-Policy', /frame-ancestors 'none'/],
]
/** Scripts come from our own address or not at all. */
const LOOSE = /unsafe-|script-src(?! 'self'(?:;|$))|\*(?!;|$)|https?:/
/** The page for the field takes photographs; nothing else asks a device for anything. */
const CAMERA = /^\/field(?:\/|$)/
const NO_DEVICE = 'microphone=(), geolocation=()'
/** Pages made for frames; what refuses is none. */
const FRAMED = /^\/(?:en|ru|kk)\/embed\//
const COOKIE = /^__Host-aigaq=[^;]*; (?:Max-Age=0; )?Path=\/; HttpOnly; Secure; SameSite=Strict$/

const missing = (headers: Headers, all: typeof ALWAYS): readonly string[] =>
  all.flatMap(([name, value]) =>
    value.test(headers.get(name) ?? '') ? [] : [`${name}: ${headers.get(name)}`],
  )

export function faultsOf(
  { status, headers, text }: Answered,
  { isDesk, path, secrets, isPosted = false }: Expected,
): readonly string[] {
  const type = headers.get('Content-Type') ?? ''
  const pathname = path.split('?')[0] ?? ''
  const said = `${[...headers].join('\n')}\n${text}`
  const found: string[] = []
  if (status >= 500) found.push(`status ${status}`)
  // Scripts of libraries throw errors of their own.
  const inside = /javascript/.test(type) ? null : INSIDE.exec(text)
  if (inside) found.push(`tells ${text.slice(Math.max(0, inside.index - 80), inside.index + 120)}`)
  if (/html|xml|svg/.test(type)) {
    const through = ESCAPED_BADLY.exec(text)
    if (through) found.push(`unescaped ${text.slice(Math.max(0, through.index - 80), through.index + 80)}`)
  }
  if (status === 200 && text !== '' && /[/+]xml\b/.test(type)) found.push(...brokenXml(text))
  if (headers.has('X-Fuzz')) found.push('a header of the request’s own making')
  found.push(...secrets.filter((one) => said.includes(one)).map((one) => `tells ${one}`))
  found.push(
    ...missing(headers, ALWAYS),
    ...(FRAMED.test(pathname) && status < 400 ? [] : missing(headers, CLOSED)),
  )
  const devices = headers.get('Permissions-Policy') ?? ''
  const camera = CAMERA.test(pathname) && devices.startsWith('camera=(self)') ? 'self' : ''
  if (!devices.startsWith(`camera=(${camera}), ${NO_DEVICE}`)) found.push(`Permissions-Policy: ${devices}`)
  const policy = headers.get('Content-Security-Policy') ?? ''
  if (LOOSE.test(policy.replace('frame-ancestors *', ''))) found.push(`loose policy ${policy}`)
  if (text !== '' && type === '') found.push('a body of no type')
  if (/^text\/|[/+]xml\b/.test(type) && !/charset=utf-8/i.test(type)) found.push(`no charset: ${type}`)
  for (const name of ['Server', 'X-Powered-By'])
    if (headers.has(name)) found.push(`${name}: ${headers.get(name)}`)
  const cookies = headers.getSetCookie()
  if (!isDesk && cookies.length > 0) found.push(`the site sets ${cookies}`)
  for (const one of cookies) if (!COOKIE.test(one)) found.push(`cookie ${one}`)
  if (isDesk && !pathname.startsWith('/assets/') && headers.get('Cache-Control') !== 'no-store')
    found.push(`Cache-Control: ${headers.get('Cache-Control')}`)
  if (!isDesk) found.push(...keptFaults(status, headers, path))
  const onion = headers.get('Onion-Location')
  // Whoever came by the onion service is there; nobody is led from the workspace anywhere.
  const isLed = !isDesk && status === 200 && /^text\/html/.test(type) && !isPosted && !BY_ONION.test(path)
  if (isLed ? !onion?.startsWith(`${ONION}/`) : onion !== null) found.push(`Onion-Location: ${onion}`)
  return found
}

/** A drawing or a feed that no program would open. */
function brokenXml(text: string): readonly string[] {
  try {
    new SaxesParser().write(text).close()
    return []
  } catch (error) {
    return [`broken XML: ${String(error).slice(0, 120)}`]
  }
}

/** What is asked by the onion service (ask.ts). */
const BY_ONION = /\/tell\/.*plain/

/** By tier: what is public is asked about each time, files that never change stay, and what is somebody's own is kept nowhere. */
function keptFaults(status: number, headers: Headers, path: string): readonly string[] {
  const address = URL.parse(path, ONION)
  const pathname = address?.pathname ?? ''
  const said = headers.get('Cache-Control') ?? ''
  const isOwn = OWN.test(pathname) || address?.searchParams.has('q') === true
  const isAway = status >= 300 && status !== 304
  const may =
    isOwn || isAway
      ? /^no-store$/
      : pathname.startsWith('/assets/')
        ? /^(?:public, max-age=|no-)/
        : /^no-(?:cache|store)$/
  return may.test(said) ? [] : [`Cache-Control of ${status}: ${said}`]
}
/** Addresses with a token in them, and forms that give something away. */
const OWN = /^\/(?:en|ru|kk)\/(?:letters|sign|confirm|tell|act)(?:\/|$)/
