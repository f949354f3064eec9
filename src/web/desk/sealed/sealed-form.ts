/** A form with sealed bytes in, its fields out; sealed bytes in, the answer that carries them out. */
import type { Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { FIELD } from '../../middleware/form-token.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { formOf, textIn } from '../form-of.ts'

type Asked = Request<DeskEnv>

/** The form of a request; any field that this route was not told of is refused. */
export async function knownForm(c: Asked, fields: readonly string[]): Promise<FormData> {
  const form = await formOf(c)
  const odd = [...form.keys()].find((name) => name !== FIELD && !fields.includes(name))
  if (odd !== undefined) throw refuse('input.value', { problem: odd.slice(0, 40) })
  return form
}

export async function bodyIn(form: FormData): Promise<{ readonly list: number; readonly body: Uint8Array }> {
  const body = form.get('body')
  if (!(body instanceof File)) throw refuse('input.empty')
  return { list: Number(textIn(form, 'list')), body: new Uint8Array(await body.arrayBuffer()) }
}

export const sealedBody = async (c: Asked, fields: readonly string[]) => bodyIn(await knownForm(c, fields))

export const sealedFile = (c: Asked, name: string, body: Uint8Array): Response =>
  // A copy: what a driver gives may be a window into a larger buffer, and `slice` of that shares it.
  c.body(new Uint8Array(body).buffer, 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '')}"`,
  }) as Response
