/** A manuscript in, a tagged PDF out, typeset by Typst where its package is here. Nothing is fetched: program and typefaces lie here. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const TEMPLATES = {
  paper: read('./paper.typ'),
  sheet: read('./sheet.typ'),
  card: read('./card.typ'),
  leaves: read('./leaves.typ'),
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

/** PDF/UA-1: tagged, with bookmarks and a title. Made of its words alone, so that the same words give the same bytes. Null: no Typst here. */
export async function typeset(
  manuscript: object,
  template: keyof typeof TEMPLATES = 'paper',
): Promise<Uint8Array | null> {
  const typst = await opened()
  if (!typst) return null
  const asked = { mainFileContent: TEMPLATES[template], inputs: { manuscript: JSON.stringify(manuscript) } }
  try {
    return new Uint8Array(typst.pdf(asked, { pdfStandard: 'ua-1', creationTimestamp: 0 }))
  } finally {
    // What it keeps of one paper must not be there for the next.
    typst.evictCache(0)
  }
}
