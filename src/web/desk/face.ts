/** A request in, who looks at the page and in which words out; an address in no language we have is no page. */
import type { Context as Request } from 'hono'
import { refuse } from '../../core/faults.ts'
import { isLanguage } from '../../core/language.ts'
import type { Words } from '../../core/words.ts'
import type { Context } from '../../usecases/context.ts'
import { languageOf } from '../errors.ts'
import type { DeskEnv } from '../middleware/signed-in.ts'
import type { DeskFace } from './frame.ts'

export function faceOf(c: Request<DeskEnv>, context: Context): DeskFace {
  const asked = c.req.param('language')
  if (!isLanguage(asked)) throw refuse('page.not-found')
  return faceIn(c, context.knowledge.words[asked])
}

/** For pages that say what went wrong: in the nearest language, wherever that was. */
export const anyFaceOf = (c: Request<DeskEnv>, context: Context): DeskFace =>
  faceIn(c, context.knowledge.words[languageOf(c)])

const faceIn = (c: Request<DeskEnv>, words: Words): DeskFace => ({
  words,
  visitor: c.get('visitor') ?? null,
  formToken: c.get('formToken') ?? '',
})
