/** What every page behind the door is drawn from: who looks and in which words, the codebook, the table of access. */
import type { Context as Request } from 'hono'
import type { Codebook } from '../../core/codebook.ts'
import type { Policy } from '../../core/policy.ts'
import type { Context } from '../../usecases/context.ts'
import type { DeskEnv } from '../middleware/signed-in.ts'
import { faceOf } from './face.ts'
import type { DeskFace } from './frame.ts'

export type Desktop = {
  readonly face: DeskFace
  readonly codebook: Codebook
  readonly policy: Policy
}

export function desktopOf(c: Request<DeskEnv>, context: Context): Desktop {
  const { codebook } = context.knowledge
  return { face: faceOf(c, context), codebook, policy: codebook.policy }
}
