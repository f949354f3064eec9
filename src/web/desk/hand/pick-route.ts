/** Routes on which words of a report that no rule proposed become a passage: they lead on to the empty form beside them. */
import type { Hono, Context as Request } from 'hono'
import type { Context } from '../../../usecases/context.ts'
import { permit } from '../../../usecases/permit.ts'
import { markWords } from '../../../usecases/review/mark-words.ts'
import { type Review, readReview } from '../../../usecases/review/read-review.ts'
import { newRecord } from '../../../usecases/review/save-passage.ts'
import { faultLines } from '../../errors.ts'
import { island } from '../../middleware/headers.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { pickPage } from './pick-page.ts'

export function pickRoute(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const path = '/:language/desk/documents/:id/new'
  const read = async (c: Request<DeskEnv>, id: string): Promise<Review> => {
    const own = behind(c)
    const review = await readReview(own, id)
    permit(own, 'decide', { id: review.document.id, target: newRecord(own) })
    return review
  }
  const placeIn = ({ document }: Review, asked: string | undefined): number =>
    Math.min(Math.max(0, Number.parseInt(asked ?? '0', 10) || 0), document.text.length)
  app.get(path, island, async (c) => {
    const review = await read(c, c.req.param('id'))
    const page = { at: placeIn(review, c.req.query('at')), from: '', to: '', lines: [] }
    return c.html(pickPage(desktopOf(c, context), review, page))
  })
  // Words of a report stand in no address, which browsers and servers keep.
  app.post(path, island, async (c) => {
    const review = await read(c, c.req.param('id'))
    const desktop = desktopOf(c, context)
    const { from, to, ...given } = await formFields(c, ['at', 'from', 'to'])
    const at = placeIn(review, given.at)
    const { text, id } = review.document
    const key = from.trim() === '' ? null : markWords(text, at, from, to)
    if (key !== null) return c.redirect(`/${desktop.face.words.language}/desk/documents/${id}/${key}`, 303)
    const words = [from, to].filter((one) => one !== '').join(' … ')
    const lines = faultLines([{ code: 'passage.not-found', params: { words } }], desktop.face.words)
    return c.html(pickPage(desktop, review, { at, from, to, lines }), 422)
  })
}
