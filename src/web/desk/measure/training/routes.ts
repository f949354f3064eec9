/** Routes to training: the list, a passage coded blind, and the one answer to what was typed. */
import type { Hono, Context as Request } from 'hono'
import type { Context } from '../../../../usecases/context.ts'
import { readPractice, readTraining, scorePractice } from '../../../../usecases/measure/train.ts'
import { NO_ANSWERS, strayFaults } from '../../../../usecases/review/answers.ts'
import { besideRecord } from '../../../../usecases/review/beside-record.ts'
import { foresee } from '../../../../usecases/review/foresee.ts'
import type { PassageView } from '../../../../usecases/review/read-passage.ts'
import { faultLines } from '../../../errors.ts'
import { island } from '../../../middleware/headers.ts'
import type { DeskEnv } from '../../../middleware/signed-in.ts'
import type { Behind } from '../../behind.ts'
import { desktopOf } from '../../desktop.ts'
import { reviewForm } from '../../documents/review-form.ts'
import type { ReviewPage } from '../../documents/review-page.ts'
import { practicePage, scoredPage, trainingPage } from './pages.ts'

export function trainingRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/measure/training'
  app.get(list, async (c) => c.html(trainingPage(desktopOf(c, context), await readTraining(behind(c)))))
  app.get(`${list}.json`, async (c) => {
    const { open, done } = await readTraining(behind(c))
    return c.json({
      open: open.length,
      done: done.map(({ record, done_at, fields }) => ({ record, done_at, fields })),
    })
  })
  const draw = async (
    c: Request<DeskEnv>,
    key: string,
    view: PassageView,
    more: Partial<ReviewPage> = {},
  ) => {
    const rows = more.rows ?? view.rows
    const page: ReviewPage = {
      ...{ view, rows, faults: [], lines: [], theirs: false, hasForm: true, done: false },
      foresight: foresee(behind(c), view, rows),
      typed: { ...NO_ANSWERS, disputed: [] },
      beside: await besideRecord(behind(c), null),
      ...more,
    }
    return practicePage(desktopOf(c, context), key, page)
  }
  app.get(`${list}/:key`, island, async (c) => {
    const { language } = desktopOf(c, context).face.words
    const key = c.req.param('key')
    return c.html(await draw(c, key, await readPractice(behind(c), key, language)))
  })
  app.post(`${list}/:key`, island, async (c) => {
    const [own, key, desktop] = [behind(c), c.req.param('key'), desktopOf(c, context)]
    const { words } = desktop.face
    const view = await readPractice(own, key, words.language)
    const { rows, stray } = await reviewForm(c, view)
    if (stray.length > 0) {
      const typed = { ...NO_ANSWERS, stray, disputed: [] }
      return c.html(
        await draw(c, key, view, { rows, typed, lines: faultLines(strayFaults(stray), words) }),
        422,
      )
    }
    const trained = await scorePractice(own, key, view, rows)
    if (trained.kind === 'scored')
      return c.html(scoredPage(desktop, trained.record, view.document.country, trained.scores))
    return c.html(
      await draw(c, key, view, { rows, faults: trained.rows, lines: faultLines(trained.faults, words) }),
      422,
    )
  })
}
