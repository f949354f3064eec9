/** The text of a list of files in, the list out; one that could lead outside its folder is refused. */
import { z } from 'zod'
import { refuse } from '../../core/faults.ts'
import { isPlainPath, type Manifest } from '../../core/mirror.ts'

const LISTED = z.strictObject({
  path: z.string().refine(isPlainPath),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
const MANIFEST = z.strictObject({
  format: z.literal('aigaq-mirror@1'),
  made: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  origin: z.string(),
  key: z.base64().length(44),
  files: z.array(LISTED),
})

/** `file` is where it stands, for whoever is told that it is none. */
export function readManifest(text: Uint8Array, file: string): Manifest {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text))
  } catch (error) {
    throw refuse('mirror.manifest', { file, problem: error instanceof Error ? error.message : '' })
  }
  const read = MANIFEST.safeParse(parsed)
  if (!read.success) throw refuse('mirror.manifest', { file, problem: z.prettifyError(read.error) })
  return read.data
}
