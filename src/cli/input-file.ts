/** Paths in, the bytes behind them out; `-` is standard input. */
import { readFileSync } from 'node:fs'
import { sizeOf } from './read-file.ts'

export function bytesAt(path: string): Uint8Array {
  sizeOf(path)
  return new Uint8Array(readFileSync(path))
}

export const textIn = (path: string): string => new TextDecoder().decode(bytesAt(path))

export async function bytesOf(path: string): Promise<Uint8Array> {
  if (path !== '-') return bytesAt(path)
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return new Uint8Array(Buffer.concat(chunks))
}
