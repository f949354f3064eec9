/** A file in, how its text reads out; opened like every file from outside, and not kept. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Language } from '../core/language.ts'
import { type Readability, readabilityOf } from '../core/readability/readability.ts'
import { readApart } from './reading/read-apart.ts'

/** Notes, tables and what stands around the text are not read as sentences of it. */
const READ = new Set(['heading', 'paragraph', 'item'])

/** Refuses (`input.*`) what cannot be read, and a text whose language is none of ours. */
export async function readabilityOfFile(
  bytes: Uint8Array,
  path: string,
  language?: Language,
): Promise<Readability> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const document = await readApart(bytes, {
    ...{ name: basename(path), sha256 },
    ...(language !== undefined && { language }),
  })
  const { text, blocks } = document
  const told = blocks
    .filter((one) => READ.has(one.kind))
    .map(({ span }) => text.slice(span.start, span.end).replace(/\s+/g, ' '))
  return readabilityOf(told.join('\n'), document.language)
}
