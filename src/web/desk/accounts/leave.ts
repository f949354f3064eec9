/** Leaving in a hurry: the session is ended, and a blank page of our own stands where the workspace stood. */
import { getCookie } from 'hono/cookie'
import { signOut, visit } from '../../../usecases/accounts/sessions.ts'
import { COOKIE, dropSession } from '../../middleware/signed-in.ts'
import type { Desk, Door } from './door.ts'

/** Says nothing, in no language, of nobody: an invented page would be a lie that a disk keeps. */
const BLANK = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>·</title></head><body></body></html>`

/**
 * Before the door: it only takes away, and must work from a page whose form token has grown old. Another site cannot send it
 * (Origin, and a cookie that is sent to no other site).
 */
export function leaveRoutes(app: Desk, { context }: Door): void {
  app.get('/blank', (c) => c.html(BLANK))
  app.post('/desk/leave', async (c) => {
    const token = getCookie(c, COOKIE, 'host')
    const visitor = token === undefined ? null : await visit(context, token)
    if (visitor) await signOut(context, visitor)
    dropSession(c)
    return c.redirect('/blank', 303)
  })
}
