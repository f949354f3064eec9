/** What every page behind the door is drawn from: who looks and in which words, the codebook, the table of access. */
import type { Context as Request } from 'hono'
import type { Codebook } from '../../core/codebook.ts'
import { type Action, mayAtAll, type Policy } from '../../core/policy.ts'
import type { Context } from '../../usecases/context.ts'
import type { DeskEnv } from '../middleware/signed-in.ts'
import { faceOf } from './face.ts'
import type { DeskFace } from './frame.ts'

export type Desktop = {
  readonly face: DeskFace
  readonly codebook: Codebook
  readonly policy: Policy
  /** True when some line lets whoever looks do this to some record, or in the house. */
  readonly mayAtAll: (action: Action) => boolean
}

export function desktopOf(c: Request<DeskEnv>, context: Context): Desktop {
  const { codebook } = context.knowledge
  const actor = c.get('actor')
  return {
    face: faceOf(c, context),
    codebook,
    policy: codebook.policy,
    mayAtAll: (action) => mayAtAll(codebook.policy, actor, action),
  }
}
