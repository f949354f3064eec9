/** The signed text of a copy and the lists below it in, every file it names out; a path that could lead outside its folder is refused. */
import { z } from 'zod'
import { sha256 } from '../../adapters/mirror-folder.ts'
import { refuse } from '../../core/faults.ts'
import { isPlainPath, type ListedFile, type Manifest } from '../../core/mirror.ts'
import { listPath } from '../../core/mirror-lists.ts'

const HASH = z.string().regex(/^[0-9a-f]{64}$/)
const FILES = z.array(
  z.strictObject({ path: z.string().refine(isPlainPath), bytes: z.int().nonnegative(), sha256: HASH }),
)
const BEGINS = z.string().refine((begins) => isPlainPath(listPath(begins)))
const LISTS = z.array(z.strictObject({ begins: BEGINS, sha256: HASH }))
const LIST = z.strictObject({ files: FILES, lists: LISTS })
const HEAD = {
  made: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  origin: z.string(),
  key: z.base64().length(44),
  files: FILES,
}
const MANIFEST = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('aigaq-mirror@1'), ...HEAD }),
  z.strictObject({ format: z.literal('aigaq-mirror@2'), ...HEAD, lists: LISTS }),
  z.strictObject({ format: z.literal('aigaq-mirror@3'), number: z.int().positive(), ...HEAD, lists: LISTS }),
])

export type WrongList = { readonly kind: 'altered' | 'missing'; readonly begins: string }
export type ReadManifest = {
  readonly manifest: Manifest
  /** Paths of the lists that were read. */
  readonly lists: readonly string[]
  /** Lists that are not what was signed: what they named is not known. */
  readonly wrong: readonly WrongList[]
}

/** `file` is where the text stands, for whoever is told that it is none; `listed` gives a list of the copy, or null. */
export function readManifest(
  text: Uint8Array,
  file: string,
  listed: (path: string) => Uint8Array | null,
): ReadManifest {
  const { format, made, origin, key, files, ...rest } = parsed(MANIFEST, text, file)
  const number = 'number' in rest ? rest.number : null
  const [all, lists, wrong]: [ListedFile[], string[], WrongList[]] = [[...files], [], []]
  const waiting = 'lists' in rest ? [...rest.lists] : []
  for (const { begins, sha256: expected } of waiting) {
    const path = listPath(begins)
    lists.push(path)
    const bytes = listed(path)
    if (!bytes || sha256(bytes) !== expected) {
      wrong.push({ kind: bytes ? 'altered' : 'missing', begins })
      continue
    }
    const list = parsed(LIST, bytes, path)
    all.push(...list.files)
    // What is below a list begins as it says: there is no way round in a circle.
    waiting.push(...list.lists.filter((one) => one.begins.length > begins.length))
  }
  return { manifest: { format, made, number, origin, key, files: all }, lists, wrong }
}

function parsed<T>(schema: z.ZodType<T>, text: Uint8Array, file: string): T {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text))
  } catch (error) {
    throw refuse('mirror.manifest', { file, problem: error instanceof Error ? error.message : '' })
  }
  const read = schema.safeParse(value)
  if (!read.success) throw refuse('mirror.manifest', { file, problem: z.prettifyError(read.error) })
  return read.data
}
