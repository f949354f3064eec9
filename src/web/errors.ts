/** Whatever went wrong in, a calm page or JSON in the reader's language out; the unexpected is logged whole and shown as one line. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { expected, type Fault, type FaultCode, Refusal } from '../core/faults.ts'
import { isLanguage, type Language } from '../core/language.ts'
import type { Words } from '../core/words.ts'
import { preferredLanguage } from './language.ts'

export const languageOf = (c: Context): Language => {
  const first = new URL(c.req.url).pathname.split('/')[1]
  return isLanguage(first) ? first : preferredLanguage(c.req.header('Accept-Language'))
}

/** Names of requests are not logged: an address can hold a search for a person. */
export function refusalOf(error: unknown): Refusal | null {
  const told = expected(error)
  if (told) return told
  if (!(error instanceof HTTPException)) {
    process.stderr.write(
      `${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}\n`,
    )
    return null
  }
  const code: FaultCode =
    error.status === 413 ? 'input.too-large' : error.status === 403 ? 'request.forged' : 'usage'
  return new Refusal([{ code, params: { limit: '', problem: '' } }])
}

export const faultLines = (faults: readonly Fault[], words: Words): readonly string[] =>
  faults.map((fault) => words.t(`fault.${fault.code}`, fault.params))

export const statusOf = (refusal: Refusal | null): ContentfulStatusCode =>
  (refusal?.status ?? 500) as ContentfulStatusCode
