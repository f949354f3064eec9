/** A manuscript in, a tagged PDF out, typeset by Typst where its package is here. Nothing is fetched: program and typefaces lie here. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { missingIn, numbered } from './shown.ts'

const require = createRequire(import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const TEMPLATES = {
  paper: read('./paper.typ'),
  sheet: read('./sheet.typ'),
  card: read('./card.typ'),
  leaves: read('./leaves.typ'),
  signs: read('./signs.typ'),
} as const

const FACES: readonly (readonly [string, readonly string[]])[] = [
  ['@expo-google-fonts/literata', ['400Regular', '400Regular_Italic', '600SemiBold']],
  ['@expo-google-fonts/golos-text', ['400Regular', '600SemiBold']],
]
const fontPaths = (): string[] =>
  FACES.flatMap(([pack, weights]) => {
    const folder = dirname(require.resolve(`${pack}/package.json`))
    return weights.map((weight) => join(folder, weight))
  })

let compiler: NodeCompiler | null | undefined
/** Null: there is no Typst for this machine, and everything but PDF goes on without it. */
async function opened(): Promise<NodeCompiler | null> {
  if (compiler === undefined)
    try {
      const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
      compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontPaths() }] })
    } catch {
      compiler = null
    }
  return compiler
}

export const canTypeset = async (): Promise<boolean> => (await opened()) !== null

const pdfOf = (typst: NodeCompiler, mainFileContent: string, manuscript: string): Uint8Array => {
  try {
    const asked = { mainFileContent, inputs: { manuscript } }
    return new Uint8Array(typst.pdf(asked, { pdfStandard: 'ua-1', creationTimestamp: 0 }))
  } finally {
    // What it keeps of one paper must not be there for the next.
    typst.evictCache(0)
  }
}

/** Half a sign is none: what came in broken is shown as such. */
const inOnePiece = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value

/**
 * PDF/UA-1: tagged, with bookmarks and a title. Made of its words alone, so that the same words give the same bytes. Null: no Typst here.
 * That standard lets no sign stand which cannot be drawn: one that our typefaces lack is told by its number, and no paper fails for it.
 */
export async function typeset(
  manuscript: object,
  template: Exclude<keyof typeof TEMPLATES, 'signs'> = 'paper',
): Promise<Uint8Array | null> {
  const typst = await opened()
  if (!typst) return null
  const words = JSON.stringify(manuscript, inOnePiece)
  try {
    return pdfOf(typst, TEMPLATES[template], words)
  } catch (error) {
    const whole: unknown = JSON.parse(words)
    const missing = missingIn(whole, (signs) => drawing(typst, signs))
    if (missing.size === 0) throw error
    const told = JSON.stringify(whole, (_key, value: unknown) =>
      typeof value === 'string' ? numbered(value, missing) : value,
    )
    return pdfOf(typst, TEMPLATES[template], told)
  }
}

/** Null: all of these can be drawn in each face that a paper is set in. Else what was said of it. */
function drawing(typst: NodeCompiler, signs: readonly string[]): string | null {
  try {
    pdfOf(typst, TEMPLATES.signs, JSON.stringify(signs))
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
