/** Routes to a list: what its columns hold, what would become of each row, and proposing the rows that are not here yet. */
import type { Hono, Context as Request } from 'hono'
import { Refusal, refuse } from '../../../core/faults.ts'
import type { Context } from '../../../usecases/context.ts'
import { proposeList } from '../../../usecases/lists/propose-list.ts'
import { type ListView, readList } from '../../../usecases/lists/read-list.ts'
import { isProposed, isUnlike } from '../../../usecases/lists/rows-met.ts'
import { faultLines, statusOf } from '../../errors.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { listPage } from './list-page.ts'
import { type TypedMap, typedMap } from './typed-map.ts'

const LIST = '/:language/desk/documents/:id/list'

export function listRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  for (const ending of ['', '.json'])
    app.get(`${LIST}${ending}`, async (c) => {
      const sheet = c.req.query('sheet') ?? '0'
      if (!/^\d{1,3}$/.test(sheet)) throw refuse('list.sheet')
      const view = await readList(behind(c), c.req.param('id'), Number(sheet))
      if (ending === '.json') return c.json(twin(view))
      return c.html(listPage(desktopOf(c, context), view, { act: null, only: 'all', page: 1, lines: [] }))
    })
  app.post(LIST, async (c) => {
    const own = behind(c)
    const id = c.req.param('id') ?? ''
    const typed = await typedMap(c, context)
    if (typed.does !== 'look') {
      try {
        const done = await proposeList(
          own,
          id,
          typed.map,
          typed.does === 'propose-unlike' ? isUnlike : isProposed,
        )
        if (wantsJson(c)) return c.json(done)
        const { language } = desktopOf(c, context).face.words
        return c.redirect(
          `/${language}/desk/documents/${id}?list=${done.proposed}-${done.here}-${done.changed}`,
          303,
        )
      } catch (error) {
        if (!(error instanceof Refusal) || !OF_FORM.test(error.code) || wantsJson(c)) throw error
        return show(c, typed, faultLines(error.faults, desktopOf(c, context).face.words), error)
      }
    }
    return show(c, typed, [], null)
  })

  async function show(
    c: Request<DeskEnv>,
    { map, act, only, page }: TypedMap,
    lines: readonly string[],
    refusal: Refusal | null,
  ): Promise<Response> {
    const view = await readList(behind(c), c.req.param('id') ?? '', map)
    if (wantsJson(c)) return c.json(twin(view))
    const shown = listPage(desktopOf(c, context), view, { act, only, page, lines })
    return c.html(shown, refusal ? statusOf(refusal) : 200)
  }
}

/** Told on the page of the form; anything else has a page of its own. */
const OF_FORM = /^list\.(once|order|unmapped|rows|nothing)$/

/** What a program is told: the mapping and, row by row, what becomes of it. */
const twin = ({ document, map, isRemembered, rows, asked }: ListView): object => ({
  document: document.id,
  map,
  remembered: isRemembered,
  rows: rows.map(({ row, id, status, likeness, earlier, perhaps, met, proposals, faults }) => ({
    ...{ number: row.number, id, status, likeness, earlier, perhaps, met, faults },
    says: proposals.map(({ field, value, span, rule, basis }) => ({ field, value, span, rule, basis })),
  })),
  asked,
})
