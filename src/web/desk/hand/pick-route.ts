/** The route on which words of a report that no rule proposed become a passage: it leads on to the empty form beside them. */
import type { Hono } from 'hono'
import type { Context } from '../../../usecases/context.ts'
import { permit } from '../../../usecases/permit.ts'
import { markWords } from '../../../usecases/review/mark-words.ts'
import { readReview } from '../../../usecases/review/read-review.ts'
import { newRecord } from '../../../usecases/review/save-passage.ts'
import { faultLines } from '../../errors.ts'
import { island } from '../../middleware/headers.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { pickPage } from './pick-page.ts'

const LONGEST = 500

export function pickRoute(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  app.get('/:language/desk/documents/:id/new', island, async (c) => {
    const own = behind(c)
    const review = await readReview(own, c.req.param('id'))
    permit(own, 'decide', { id: review.document.id, target: newRecord(own) })
    const desktop = desktopOf(c, context)
    const { text, id } = review.document
    const asked = Number.parseInt(c.req.query('at') ?? '0', 10) || 0
    const at = Math.min(Math.max(0, asked), text.length)
    const [from, to] = ['from', 'to'].map((name) => (c.req.query(name) ?? '').slice(0, LONGEST)) as [
      string,
      string,
    ]
    if (from.trim() === '') return c.html(pickPage(desktop, review, { at, from, to, lines: [] }))
    const key = markWords(text, at, from, to)
    if (key !== null) return c.redirect(`/${desktop.face.words.language}/desk/documents/${id}/${key}`, 303)
    const words = [from, to].filter((one) => one !== '').join(' … ')
    const missing = [{ code: 'passage.not-found', params: { words } } as const]
    const lines = faultLines(missing, desktop.face.words)
    return c.html(pickPage(desktop, review, { at, from, to, lines }), 422)
  })
}
