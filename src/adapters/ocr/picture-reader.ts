/** Makes out the words in pictures, where the packages for it are here; each leaf in the language that the machine is surest of. */
import type { Language } from '../../core/language.ts'
import type { PictureReader, RecognisedLine } from '../../core/recognition.ts'
import { type Engine, openEngine } from './engine.ts'
import { type Drawn, openLeaves, openMupdf } from './leaves.ts'
import { FIRST, fileOf, type Model, modelsHere, versionOf } from './models.ts'
import { LEAST_OF_LEAF, recognisedLines, sureOf } from './recognised-lines.ts'

const PROGRAMS = ['tesseract.js-core', 'mupdf'] as const

/** Asked before a process is started for it. */
export const canReadPictures = (): boolean =>
  PROGRAMS.every((pack) => fileOf(pack) !== null) && modelsHere().length > 0

/** As sure as of clean print: no other language is tried. In the wrong one it is never above 80. */
const SURE_OF_LANGUAGE = 88

/** The order in which they are tried: what was said first, then what the leaf before was in. */
function* tried(models: readonly Model[], first: string | null, last: string | null): Iterable<string> {
  const names = models.map((one) => one.name as string)
  const order = [last, first, ...names].filter((name) => name !== null && names.includes(name))
  yield* new Set(order as readonly string[])
}

/** Nothing is drawn on it. */
const isBlank = ({ pixels }: Drawn): boolean => pixels.every((dot) => dot === pixels[0])

function surest(engine: Engine, drawn: Drawn, languages: Iterable<string>) {
  let best: {
    readonly language: string
    readonly sure: number
    readonly lines: readonly RecognisedLine[]
  } | null = null
  for (const language of languages) {
    const lines = recognisedLines(engine(drawn, language), drawn)
    const sure = sureOf(lines)
    if (best === null || sure > best.sure) best = { language, sure, lines }
    if (sure >= SURE_OF_LANGUAGE) break
  }
  return best
}

/** For one process that reads one file and ends: what the two programs hold of it is given back by ending. */
export async function openPictureReader(): Promise<PictureReader> {
  const models = modelsHere()
  const engine = await openEngine(models)
  const mupdf = await openMupdf()
  const versions = [
    ...PROGRAMS.map((pack) => `${pack} ${versionOf(pack)}`),
    ...models.map(({ name, version }) => `${name} ${version}`),
  ]
  return {
    id: `ocr@1 (${versions.join(', ')})`,
    open: (bytes, mediaType, language: Language | null) => {
      const leaves = openLeaves(mupdf, bytes, mediaType)
      const first = language && FIRST[language]
      let last: string | null = null
      return {
        count: leaves.count,
        read: (number) => {
          const drawn = leaves.draw(number)
          if (isBlank(drawn)) return null
          const found = surest(engine, drawn, tried(models, first, last))
          if (found === null || found.sure < LEAST_OF_LEAF) return null
          last = found.language
          return found.lines
        },
        close: leaves.close,
      }
    },
  }
}
