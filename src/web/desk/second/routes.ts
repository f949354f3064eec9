/** Routes to second readings: those that wait, one passage coded blind, both codings side by side, and the difference settled. */
import type { Hono, Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { mayAtAll } from '../../../core/policy.ts'
import { recordRow } from '../../../store/queries/records.ts'
import type { Context } from '../../../usecases/context.ts'
import { mayDo, permit, targetOf } from '../../../usecases/permit.ts'
import { NO_ANSWERS, strayFaults } from '../../../usecases/review/answers.ts'
import { besideRecord } from '../../../usecases/review/beside-record.ts'
import { foresee } from '../../../usecases/review/foresee.ts'
import type { PassageView } from '../../../usecases/review/read-passage.ts'
import { readBlind } from '../../../usecases/second/read-blind.ts'
import {
  agreementOver,
  readSecond,
  waitingForSecond,
  waitingToSettle,
} from '../../../usecases/second/read-second.ts'
import { saveSecond } from '../../../usecases/second/save-second.ts'
import { settleSecond } from '../../../usecases/second/settle-second.ts'
import { faultLines } from '../../errors.ts'
import { island } from '../../middleware/headers.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { reviewForm } from '../documents/review-form.ts'
import type { ReviewPage } from '../documents/review-page.ts'
import { formLists } from '../form-fields.ts'
import { blindPage, comparePage, secondListPage } from './pages.ts'

const MOST = 50

export function secondRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/second'
  const listed = async (own: Context) => {
    if (own.actor && !mayAtAll(own.knowledge.codebook.policy, own.actor, 'verify'))
      throw refuse('access.forbidden')
    return {
      waiting: await waitingForSecond(own, MOST),
      differing: await waitingToSettle(own, MOST),
      agreement: await agreementOver(own),
    }
  }
  app.get(list, async (c) => c.html(secondListPage(desktopOf(c, context), await listed(behind(c)))))
  app.get(`${list}.json`, async (c) => {
    const { waiting, differing, agreement } = await listed(behind(c))
    return c.json({
      waiting: waiting.map((one) => one.id),
      differing: differing.map((one) => one.id),
      agreement,
    })
  })
  const draw = async (
    c: Request<DeskEnv>,
    id: string,
    view: PassageView,
    more: Partial<ReviewPage> = {},
  ): Promise<string> => {
    const rows = more.rows ?? view.rows
    const page: ReviewPage = {
      ...{ view, rows, faults: [], lines: [], theirs: false, hasForm: true, done: false },
      foresight: foresee(behind(c), view, rows),
      typed: { ...NO_ANSWERS, disputed: [] },
      beside: await besideRecord(behind(c), null),
      ...more,
    }
    return blindPage(desktopOf(c, context), id, page)
  }
  app.get(`${list}/:id`, island, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const own = behind(c)
    const desktop = desktopOf(c, context)
    const row = await recordRow(own.store, id)
    permit(own, 'read', { id, target: row && targetOf(row) })
    permit(own, 'verify', { id, target: row && targetOf(row) })
    if (!row) throw refuse('record.unknown', { id }, id)
    const second = await readSecond(own, row)
    if (second.reading) {
      const { state, compared, reading } = second
      if (isJson)
        return c.json({ id, state, compared, by: reading.by, agreed: reading.agreed, of: reading.compared })
      const handle = own.actor?.handle ?? ''
      const isOfBoth = row.coders.includes(handle) || reading.by === handle
      const maySettle = state === 'differs' && isOfBoth && mayDo(own, 'decide', targetOf(row))
      return c.html(comparePage(desktop, row, second, maySettle))
    }
    const view = await readBlind(own, id, desktop.face.words.language)
    return isJson ? c.json({ id, state: second.state, rows: view.rows }) : c.html(await draw(c, id, view))
  })
  app.post(`${list}/:id`, island, async (c) => {
    const [own, id, desktop] = [behind(c), c.req.param('id'), desktopOf(c, context)]
    const view = await readBlind(own, id, desktop.face.words.language)
    const { rows, stray } = await reviewForm(c, view)
    if (stray.length > 0)
      return c.html(
        await draw(c, id, view, {
          rows,
          typed: { ...NO_ANSWERS, stray, disputed: [] },
          lines: faultLines(strayFaults(stray), desktop.face.words),
        }),
        422,
      )
    const saved = await saveSecond(own, id, view, rows)
    if (saved.kind === 'saved') return c.redirect(`/${desktop.face.words.language}/desk/second/${id}`, 303)
    const lines = faultLines(saved.faults, desktop.face.words)
    return c.html(await draw(c, id, view, { rows, faults: saved.rows, lines }), 422)
  })
  app.post(`${list}/:id/settle`, async (c) => {
    const given = await formLists(c, ['second'], ['why'])
    const id = c.req.param('id')
    await settleSecond(behind(c), id, given)
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/second/${id}`, 303)
  })
}
