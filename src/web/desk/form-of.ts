/** A request in, its form out, or a refusal; the text of one field, whatever was sent under its name. */
import type { Context } from 'hono'
import { refuse } from '../../core/faults.ts'

/** A body that is no form, or one cut off, is the sender's fault and no failure of ours. */
export async function formOf(c: Context): Promise<FormData> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!['multipart/form-data', 'application/x-www-form-urlencoded'].includes(type))
    throw refuse('input.media-type', { type: type === '' ? '?' : type })
  try {
    return await c.req.formData()
  } catch (error) {
    if (error instanceof TypeError) throw refuse('input.value', { problem: 'form' })
    throw error
  }
}

/** Empty for a field that is not there, or that holds a file; no store keeps a NUL, and no field needs a control sign. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? tidy(value) : ''
}

/** What somebody told keeps its lines. */
export const tidyLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim()

export const tidy = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()
