/** A site in; every address a guest can find or guess, with what it answers, out. Bounded, in process, no network. */
import { unzipSync } from 'fflate'
import type { Hono } from 'hono'
import { readPdf } from '../src/document/pdf.ts'
import { isTaken } from './sample.ts'

export type Answer = {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

const MOST = 12_000
/**
 * The same words are read as plain text in each language, and the same tables in the files of everything and of one quarter;
 * setting and packing them anew for each takes longer than all the rest.
 */
const SET_AGAIN =
  /^\/(?!en\/)\w\w\/.*\/(?:update\.(?:pdf|docx)|quilt.*\.(?:pdf|svg))$|^\/en\/kz\/(?!2024-q2|2020-q1).*\/(?:update\.(?:pdf|docx)|quilt.*\.(?:pdf|svg))$|^\/data\/kz\/(?!2024-q2|2020-q1)\d{4}|^\/\w\w\/card\/(?!kz\/CC-274).*\.pdf$|^\/(?!kk\/)\w\w\/card\/.*\.pdf$/
/** What no record of a small world stands in, and what holds the same records once more: left out unless a test asks for the whole. */
const QUICK =
  /^\/\w\w\/rules?\/|^\/data\/(?!all\/|.*records\.json)|\/update\.(?:pdf|docx|md)$|\/card\/.*\.pdf$|\/kit\/.*\.(?:pdf|docx)$|^\/(?!en\/)\w\w\/card\/(?!kz\/CC-274)|\/quilt(?:-\w+)?\.(?:pdf|svg)$/
/** Hundreds of one kind, each drawn like the next; a page and its twin are taken or left together. */
const ALIKE = /^\/(?!en\/)\w\w\/rules?\/|\/incidents(?:\.json)?\?|\/embed\//
const isOneTooMany = (url: string): boolean => ALIKE.test(url) && !isTaken(url.replace('.json', ''), 3)
/** For a test that walks every kind of page. */
export const NOTHING = /(?!)/
const ADDRESS = /(?:href|src|action)="([^"]+)"|<(?:id|uri)>([^<]+)</g

/**
 * `guesses` are ids and words put where ids stand: neighbours, withdrawn records, names. `skip`: addresses that are left out;
 * `NOTHING` for every kind of page; null for every one of each kind too.
 */
export async function crawl(
  site: Hono,
  guesses: readonly string[],
  skip: RegExp | null = QUICK,
): Promise<readonly Answer[]> {
  const guessed = guesses.flatMap((one) =>
    ['en', 'ru', 'kk'].flatMap((lang) => [
      `/${lang}/i/${one}`,
      `/${lang}/i/${one}.json`,
      `/${lang}/p/${one}`,
      `/${lang}/p/${one}.json`,
      `/${lang}/kz/law/${one}`,
      `/${lang}/kz/place/${one}`,
      `/${lang}/kz/${one}`,
      `/${lang}/kz/2024-q2/incidents?act=${one}`,
    ]),
  )
  const asked = [
    ...[
      '',
      'openapi.json',
      'countries',
      'incidents?limit=200',
      'incidents?limit=200&kind=aggregate',
      'proceedings',
      'codebook',
    ],
    ...[
      'measures?country=kz',
      'incidents?freedom=dancing',
      ...guesses.flatMap((one) => [`incidents/${one}`, `proceedings/${one}`]),
    ],
  ].map((one) => `/api/v1/${one}`)
  const from = [
    '/',
    '/en/',
    '/ru/',
    '/kk/',
    '/en/index.json',
    '/robots.txt',
    '/favicon.ico',
    '/desk/',
    '/en/desk/',
    '/en/kz/..%2f..%2fetc',
    ...guessed,
    ...asked,
    ...guesses.map((one) => `/data/i/${one}/records.jsonld`),
  ]
  return walk(async (url) => site.request(url, { headers: { 'Accept-Encoding': 'identity' } }), from, skip)
}

/** From some addresses to all that their answers link to. */
export async function walk(
  ask: (url: string) => Promise<Response>,
  from: readonly string[],
  skip: RegExp | null = null,
): Promise<readonly Answer[]> {
  const queue = [...from]
  const seen = new Set(queue)
  const answers: Answer[] = []
  while (queue.length > 0 && answers.length < MOST) {
    const url = queue.shift() ?? ''
    const answer = await read(url, await ask(url))
    answers.push(answer)
    for (const match of answer.text.matchAll(ADDRESS)) {
      const found =
        (match[1] ?? match[2] ?? '')
          .replaceAll('&amp;', '&')
          .replace(/^https:\/\/example\.org/, '')
          .split('#')[0] ?? ''
      if (!found.startsWith('/') || found.startsWith('//') || seen.has(found)) continue
      if (SET_AGAIN.test(found) || (skip && (skip.test(found) || isOneTooMany(found)))) continue
      seen.add(found)
      queue.push(found)
    }
  }
  return answers
}

/** Headers count as output too: a name in an ETag or a Location is a leak. */
export async function read(url: string, response: Response): Promise<Answer> {
  const { status, headers } = response
  const type = headers.get('Content-Type') ?? ''
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = /font|image/.test(type)
    ? ''
    : type === 'application/pdf'
      ? await pdfWords(bytes)
      : wordsIn(bytes)
  return { url, status, headers, text: `${[...headers].join('\n')}\n${text}` }
}

/** What is packed is read, and what stands unpacked: the title and the addresses that it links to. */
const pdfWords = async (bytes: Uint8Array): Promise<string> =>
  `${(await readPdf(bytes.slice())).text}\n${Buffer.from(bytes).toString('latin1')}`

/** A file of files (zip, XLSX) is opened: what is withheld could stand in it, and no search would meet it. */
export function wordsIn(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const parts = isZip ? Object.entries(unzipSync(bytes)) : []
  return isZip
    ? parts.map(([name, part]) => `${name}\n${new TextDecoder().decode(part)}`).join('\n')
    : new TextDecoder().decode(bytes)
}
