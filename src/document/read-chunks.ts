/** A long series of OONI data, chunk by chunk, in; the Document that tells its counts out. Its bytes are nowhere as a whole, so it has no hash. */
import type { Document } from '../core/document.ts'
import { openOoni, textOf } from './ooni/ooni.ts'
import { OONI_READER } from './ooni/tell.ts'

export function readChunks(chunks: Iterable<Uint8Array>): Document {
  const reader = openOoni()
  for (const chunk of chunks) reader.push(chunk)
  const reading = textOf(reader.end())
  return {
    sha256: '',
    mediaType: 'application/json',
    language: 'en',
    reader: OONI_READER,
    leftOut: [],
    ...reading,
  }
}
