/** The first page behind the door: whatever this role does most. */
import type { Hono } from 'hono'
import { refuse } from '../../core/faults.ts'
import type { Context } from '../../usecases/context.ts'
import type { DeskEnv } from '../middleware/signed-in.ts'
import { desktopOf } from './desktop.ts'

/** In the order in which it is what somebody came for. */
const FIRST = [
  ['import', 'documents'],
  ['read', 'records'],
  ['accounts', 'accounts'],
  ['log', 'log'],
] as const

export function homeRoute(app: Hono<DeskEnv>, context: Context): void {
  app.get('/:language/desk/', (c) => {
    const { face } = desktopOf(c, context)
    const first = FIRST.find(([action]) => face.mayAtAll(action))
    if (!first) throw refuse('access.forbidden')
    return c.redirect(`/${face.words.language}/desk/${first[1]}`, 303)
  })
}
