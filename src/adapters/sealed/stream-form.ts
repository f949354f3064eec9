/** A form as it arrives in, each of its parts sealed while it comes in out: no part is ever there in the clear as a whole, and none is written. */
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { type Envelope, headOf, paddingFor } from '../../core/sealed/envelope.ts'
import { sealStream } from './age.ts'

export type SealedPart = { readonly what: 'text' | 'file'; readonly body: Uint8Array }
export type Streamed = {
  readonly parts: readonly SealedPart[]
  /** Short fields that are not told but asked, such as a receipt. */
  readonly asked: Readonly<Record<string, string>>
}

type Limits = { readonly parts: number; readonly bytes: number }
/** The words are a file part too, so that they are streamed: a field is kept whole by every reader of forms. */
const WORDS = 'words'

export class TooMuch extends Error {}

/** Throws TooMuch beyond the limits, and what the reader of forms throws for what is none. */
export async function streamForm(
  request: Request,
  keys: readonly string[],
  limits: Limits,
): Promise<Streamed> {
  const headers = { 'content-type': request.headers.get('Content-Type') ?? '' } as BusboyHeaders
  const form = new Busboy({
    headers,
    isPartAFile: (name) => name === WORDS || name === 'file',
    limits: { files: limits.parts, fileSize: limits.bytes, fields: 4, fieldSize: 200 },
  })
  const sealing: Promise<SealedPart | null>[] = []
  const asked: Record<string, string> = {}
  let isOver = false
  form.on('file', (name, file, fileName) => {
    const isWords = name === WORDS
    file.on('limit', () => {
      isOver = true
    })
    const envelope: Envelope = {
      ...{ form: 'sealed@1', what: isWords ? 'text' : 'file', about: null, field: null },
      ...{ name: isWords ? null : fileName, type: isWords ? 'text/plain' : 'application/octet-stream' },
    }
    const part = sealPart(Readable.toWeb(file) as NodeStream<Uint8Array>, keys, envelope)
    // Cut off in the middle, the form fails and says so; its part fails too, and what nobody hears would end the program.
    part.catch(() => {})
    sealing.push(part)
  })
  form.on('field', (name, value) => {
    asked[name] = value
  })
  form.on('filesLimit', () => {
    isOver = true
  })
  await new Promise<void>((resolve, reject) => {
    form.on('finish', () => resolve())
    form.on('error', reject)
    const body = request.body ? Readable.fromWeb(request.body as NodeStream<Uint8Array>) : Readable.from([])
    // A connection that breaks is an error of the body alone: a pipe does not hand it on.
    body.on('error', reject)
    body.pipe(form)
  })
  const parts = (await Promise.all(sealing)).flatMap((one) => one ?? [])
  if (isOver) throw new TooMuch('form')
  return { parts, asked }
}

/** Null for a part with nothing in it: a browser sends one for a file that was not chosen. */
async function sealPart(
  content: NodeStream<Uint8Array>,
  keys: readonly string[],
  envelope: Envelope,
): Promise<SealedPart | null> {
  const head = headOf(envelope)
  let length = head.length
  const padded = new TransformStream<Uint8Array, Uint8Array>({
    start: (out) => out.enqueue(head),
    transform: (chunk, out) => {
      length += chunk.length
      out.enqueue(chunk)
    },
    flush: (out) => out.enqueue(paddingFor(length)),
  })
  const sealed = await sealStream(keys, (content as ReadableStream<Uint8Array>).pipeThrough(padded))
  const body = new Uint8Array(
    await new Response(sealed as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  )
  return length === head.length ? null : { what: envelope.what, body }
}
