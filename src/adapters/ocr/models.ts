/** The languages whose letters can be made out on this machine: from packages beside the program, else from a Tesseract of the system. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Language } from '../../core/language.ts'

export type Model = {
  /** Tesseract's name of the language. */
  readonly name: 'rus' | 'kaz' | 'eng'
  /** Of the package, or of the bytes where no package says it. */
  readonly version: string
  readonly load: () => Uint8Array
}

/**
 * In this order: a Kazakh page read with Russian data is read badly and the program knows it; a Russian page read with
 * Kazakh data, which has all Russian letters, is read nearly as well, and it does not notice. No package carries Russian.
 */
export const NAMES = ['rus', 'kaz', 'eng'] as const
/** What is tried first where somebody said the language. */
export const FIRST: Readonly<Record<Language, Model['name']>> = { en: 'eng', ru: 'rus', kk: 'kaz' }

/** Where systems put what `apt install tesseract-ocr-rus` or `brew install tesseract-lang` brings. */
const SYSTEM = ['/usr/share/tesseract-ocr', '/usr/share/tessdata', '/opt/homebrew/share/tessdata']

/** A file of a package, if the package is here; it may have been left out. */
export function fileOf(pack: string, ...path: readonly string[]): string | null {
  try {
    const found = findPackageJSON(pack, import.meta.url)
    return found === undefined ? null : join(dirname(found), ...path)
  } catch {
    return null
  }
}
export const versionOf = (pack: string): string =>
  JSON.parse(readFileSync(fileOf(pack, 'package.json') ?? '', 'utf8')).version

function packaged(name: Model['name']): Model | null {
  const pack = `@tesseract.js-data/${name}`
  // The smaller of the two files in it: whole numbers instead of fractions, the same words read.
  const file = fileOf(pack, '4.0.0_best_int', `${name}.traineddata.gz`)
  if (file === null) return null
  return { name, version: versionOf(pack), load: () => gunzipSync(readFileSync(file)) }
}

function ofSystem(name: Model['name']): Model | null {
  const folders = SYSTEM.filter(existsSync).flatMap((folder) => [
    folder,
    ...readdirSync(folder).map((version) => join(folder, version, 'tessdata')),
  ])
  const file = folders.map((folder) => join(folder, `${name}.traineddata`)).find(existsSync)
  if (!file) return null
  const bytes = readFileSync(file)
  return { name, version: createHash('sha256').update(bytes).digest('hex').slice(0, 8), load: () => bytes }
}

export const modelsHere = (): readonly Model[] =>
  NAMES.flatMap((name) => packaged(name) ?? ofSystem(name) ?? [])
