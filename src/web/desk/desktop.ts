/** What every page behind the door is drawn from: who looks and in which words, the codebook, the table of access. */
import type { Context as Request } from 'hono'
import type { Codebook, Rule } from '../../core/codebook.ts'
import type { Pack } from '../../core/pack.ts'
import type { Policy } from '../../core/policy.ts'
import { servedAt } from '../../publish/links.ts'
import type { Face } from '../../publish/views.ts'
import type { Context } from '../../usecases/context.ts'
import { rulesById } from '../../usecases/rules-in-force.ts'
import type { DeskEnv } from '../middleware/signed-in.ts'
import { faceOf } from './face.ts'
import type { DeskFace } from './frame.ts'

export type Desktop = {
  readonly face: DeskFace
  readonly codebook: Codebook
  readonly policy: Policy
  readonly packs: ReadonlyMap<string, Pack>
  /** Every rule in force, by id. */
  readonly rules: ReadonlyMap<string, Rule>
  /** What the writers of public pages need: a value reads the same on both sides of the door. */
  readonly told: Face
}

export function desktopOf(c: Request<DeskEnv>, context: Context): Desktop {
  const { codebook, packs, tells } = context.knowledge
  const face = faceOf(c, context)
  const { words } = face
  const told = { site: servedAt(''), words, tell: tells[words.language], codebook }
  return { face, codebook, policy: codebook.policy, packs, rules: rulesById(context.knowledge), told }
}
