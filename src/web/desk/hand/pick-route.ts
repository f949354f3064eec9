/** The route on which words of a report that no rule proposed become a passage: it leads on to the empty form beside them. */
import type { Hono, Context as Request } from 'hono'
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
import { formFields } from '../form-fields.ts'
import { pickPage } from './pick-page.ts'

const LONGEST = 500

export function pickRoute(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const path = '/:language/desk/documents/:id/new'
  const read = async (c: Request<DeskEnv, typeof path>, asked: string | undefined) => {
    const own = behind(c)
    const review = await readReview(own, c.req.param('id'))
    permit(own, 'decide', { id: review.document.id, target: newRecord(own) })
    const at = Math.min(Math.max(0, Number.parseInt(asked ?? '0', 10) || 0), review.document.text.length)
    return { review, at, desktop: desktopOf(c, context) }
  }
  app.get(path, island, async (c) => {
    const { review, at, desktop } = await read(c, c.req.query('at'))
    return c.html(pickPage(desktop, review, { at, from: '', to: '', lines: [] }))
  })
  // Words of a report hold names: they are sent as a form and stand in no address, which browsers keep.
  app.post(path, island, async (c) => {
    const given = await formFields(c, ['at', 'from', 'to'])
    const { review, at, desktop } = await read(c, given.at)
    const { text, id } = review.document
    const [from, to] = [given.from.slice(0, LONGEST), given.to.slice(0, LONGEST)]
    if (from.trim() === '') return c.html(pickPage(desktop, review, { at, from, to, lines: [] }))
    const key = markWords(text, at, from, to)
    if (key !== null) return c.redirect(`/${desktop.face.words.language}/desk/documents/${id}/${key}`, 303)
    const words = [from, to].filter((one) => one !== '').join(' … ')
    const missing = [{ code: 'passage.not-found', params: { words } } as const]
    const lines = faultLines(missing, desktop.face.words)
    return c.html(pickPage(desktop, review, { at, from, to, lines }), 422)
  })
}
