/** What pages that install on phones have in common: how their files are typed, which are kept for times without a network, and the worker that keeps them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { FONTS } from '../../publish/fonts.ts'
import { styleSheet } from './assets.ts'

const worker = readFileSync(new URL('../islands/installed/worker.js', import.meta.url), 'utf8')

const shared = readFileSync(new URL('../ui/installed.css', import.meta.url), 'utf8')
export const sheetOf = (page: 'field' | 'plan'): string =>
  shared + readFileSync(new URL(`../ui/${page}.css`, import.meta.url), 'utf8')

export const NO_CACHE = { 'Cache-Control': 'no-cache' }
export const typed = (type: string) => ({ 'Content-Type': type, ...NO_CACHE })
export const JAVASCRIPT = typed('text/javascript; charset=utf-8')
export const CSS = typed('text/css; charset=utf-8')
export const SVG = typed('image/svg+xml; charset=utf-8')

/** `own`: paths below the page. Italics stand nowhere in such pages. */
const filesOf = (page: string, own: readonly string[]): readonly string[] => [
  ...own.map((path) => `/${page}/${path}`),
  ...[`/${page}/${page}.js`, `/${page}/${page}.css`, `/${page}/icon.svg`, '/assets/style.css'],
  ...Object.keys(FONTS)
    .filter((name) => !name.includes('italic'))
    .map((name) => `/assets/fonts/${name}`),
]

/** `said`: all that the page is made of; where any of it changed, phones take the files anew. */
export function workerOf(page: 'field' | 'plan', own: readonly string[], said: readonly string[]): string {
  const version = createHash('sha256')
    .update([...said, styleSheet, worker].join('\n'))
    .digest('hex')
    .slice(0, 16)
  const known = { PAGE: page, VERSION: version, FILES: filesOf(page, own) }
  const head = Object.entries(known).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  return head.join('') + worker
}
