/** What a form asked for is done; a refusal is told on the page of the form, with its status and everything that was typed. */
import type { Context as Request } from 'hono'
import { Refusal } from '../../core/faults.ts'
import type { Context } from '../../usecases/context.ts'
import { faultLines, statusOf } from '../errors.ts'
import { type DeskEnv, wantsJson } from '../middleware/signed-in.ts'
import { faceOf } from './face.ts'

/** `isOfForm`: false of what is told on a page of its own. */
export async function orShow(
  c: Request<DeskEnv>,
  { context }: { readonly context: Context },
  work: () => Promise<Response>,
  show: (lines: readonly string[]) => Promise<string> | string,
  isOfForm: (refusal: Refusal) => boolean = () => true,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal) || wantsJson(c) || !isOfForm(error)) throw error
    return c.html(await show(faultLines(error.faults, faceOf(c, context).words)), statusOf(error))
  }
}
