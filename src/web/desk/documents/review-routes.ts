/** Routes to the review of passages: read one, decide it, or say what else it is. Every action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { PASSAGE_KEY } from '../../../core/passages.ts'
import type { ReviewRow } from '../../../core/review-row.ts'
import type { Order } from '../../../core/review-rules.ts'
import { html } from '../../../publish/markup.ts'
import type { Context } from '../../../usecases/context.ts'
import { NO_ANSWERS, strayFaults } from '../../../usecases/review/answers.ts'
import { besideRecord } from '../../../usecases/review/beside-record.ts'
import { foresee } from '../../../usecases/review/foresee.ts'
import { nextOpen, type PassageView, readPassage } from '../../../usecases/review/read-passage.ts'
import { readReview } from '../../../usecases/review/read-review.ts'
import { savePassage } from '../../../usecases/review/save-passage.ts'
import { sayOfPassage } from '../../../usecases/review/say-of-passage.ts'
import { faultLines } from '../../errors.ts'
import { island } from '../../middleware/headers.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { inOrder } from '../today/doubts.ts'
import { reviewForm } from './review-form.ts'
import { type ReviewPage, reviewPage } from './review-page.ts'
import { theirs } from './theirs.ts'

const VERDICTS = ['rejected', 'split', 'merged', 'undone'] as const

export function reviewRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const passage = '/:language/desk/documents/:id/:key'
  type Asked = Request<DeskEnv, typeof passage>
  const read = (c: Asked, key: string): Promise<PassageView> =>
    readPassage(behind(c), c.req.param('id'), key, desktopOf(c, context).face.words.language, orderOf(c))
  const draw = async (c: Asked, view: PassageView, rows: readonly ReviewRow[], more: Partial<ReviewPage>) =>
    reviewPage(desktopOf(c, context), {
      view,
      rows,
      foresight: foresee(behind(c), view, rows),
      faults: [],
      lines: [],
      typed: { ...NO_ANSWERS, disputed: view.disputed },
      beside: await besideRecord(behind(c), view.record),
      theirs: false,
      hasForm: view.mayDecide,
      done: false,
      ...more,
    })
  app.get(passage, island, async (c) => {
    const { id: key, isJson } = withoutEnding(c.req.param('key'))
    const view = await read(c, key)
    const { passage: one, rows, record, seen, questions, perhaps } = view
    if (isJson)
      return c.json({ document: view.document.id, passage: one, record, seen, rows, questions, perhaps })
    return c.html(await draw(c, view, view.rows, { done: doneNote(c, context, view) }))
  })
  app.post(passage, island, async (c) => {
    const desktop = desktopOf(c, context)
    const view = await read(c, c.req.param('key'))
    const form = await reviewForm(c, view)
    const typed = { rows: form.rows, typed: form }
    if (form.does === 'check') {
      const lines = faultLines(strayFaults(form.stray), desktop.face.words)
      return c.html(await draw(c, view, form.rows, { ...typed, lines, hasForm: true }))
    }
    const saved = await savePassage(behind(c), view, form)
    if (saved.kind === 'between')
      return c.html(
        await draw(c, view, form.rows, {
          ...typed,
          theirs: theirs(desktop, view, form.rows),
          hasForm: view.record !== null || view.passage.state === 'rejected',
        }),
        409,
      )
    if (saved.kind === 'faults') {
      const lines = faultLines(saved.faults, desktop.face.words)
      return c.html(
        await draw(c, view, form.rows, { ...typed, faults: saved.rows, lines, hasForm: true }),
        422,
      )
    }
    const home = `/${desktop.face.words.language}/desk/documents/${view.document.id}`
    return c.redirect(
      `${home}/${view.nextOpen ?? view.passage.key}?done=${view.passage.key}${inOrder(view.order, '&')}`,
      303,
    )
  })
  app.post(`${passage}/said`, async (c) => {
    const given = await formFields(c, ['verdict', 'why', 'begins', 'with', 'seen'])
    const verdict = VERDICTS.find((one) => one === given.verdict)
    if (!verdict) throw refuse('input.value', { problem: 'verdict' })
    const own = behind(c)
    const [id, key] = [c.req.param('id'), c.req.param('key')]
    const before = await readReview(own, id)
    await sayOfPassage(own, before, key, {
      verdict,
      why: given.why,
      seen: Number.parseInt(given.seen, 10) || 0,
      ...(verdict === 'split' && { begins: Number.parseInt(given.begins, 10) || 0 }),
      ...(verdict === 'merged' && { with: given.with }),
    })
    const after = await readReview(own, id)
    const to = {
      rejected: nextOpen(before, key, orderOf(c)) ?? key,
      split: `${key}a`,
      merged: `${key}m`,
      undone: key,
    }[verdict]
    const isThere = after.passages.some((one) => one.key === to)
    const home = `/${desktopOf(c, context).face.words.language}/desk/documents/${id}`
    return c.redirect(
      `${home}${isThere ? `/${to}` : ''}${isThere && verdict !== 'undone' ? `?done=${key}${inOrder(orderOf(c), '&')}` : ''}`,
      303,
    )
  })
}

const orderOf = (c: Request<DeskEnv>): Order => (c.req.query('order') === 'text' ? 'text' : 'doubt')

/** The way back to what was just done stands on the page that follows it; a passage that was cut has no page, and its pieces undo it. */
function doneNote(c: Request<DeskEnv>, context: Context, { passages }: PassageView): ReviewPage['done'] {
  const { t, language } = desktopOf(c, context).face.words
  const key = c.req.query('done')
  if (key === undefined || !PASSAGE_KEY.test(key)) return false
  return html`<p class="shown" role="status">${t('review.done', { key })}${passages.some((one) => one.key === key) && html` <a href="/${language}/desk/documents/${c.req.param('id') ?? ''}/${key}">${t('review.done.look')}</a>`}</p>`
}
