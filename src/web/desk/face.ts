/** A request in, who looks at the page and in which words out; an address in no language we have is no page. */
import type { Context as Request } from 'hono'
import { refuse } from '../../core/faults.ts'
import { isLanguage } from '../../core/language.ts'
import { mayAtAll } from '../../core/policy.ts'
import type { Words } from '../../core/words.ts'
import type { Context } from '../../usecases/context.ts'
import { languageOf } from '../errors.ts'
import type { DeskEnv } from '../middleware/signed-in.ts'
import type { DeskFace } from './frame.ts'

export function faceOf(c: Request<DeskEnv>, context: Context): DeskFace {
  const asked = c.req.param('language')
  if (!isLanguage(asked)) throw refuse('page.not-found')
  return faceIn(c, context, context.knowledge.words[asked])
}

/** For pages that say what went wrong: in the nearest language, wherever that was. */
export const anyFaceOf = (c: Request<DeskEnv>, context: Context): DeskFace =>
  faceIn(c, context, context.knowledge.words[languageOf(c)])

function faceIn(c: Request<DeskEnv>, { knowledge }: Context, words: Words): DeskFace {
  const visitor = c.get('visitor') ?? null
  return {
    words,
    visitor,
    formToken: c.get('formToken') ?? '',
    mayAtAll: (action) => visitor !== null && mayAtAll(knowledge.codebook.policy, visitor.actor, action),
  }
}
