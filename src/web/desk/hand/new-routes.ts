/** Routes to an incident that is written down without a document: the empty form, what the program makes of it, and saving it. */
import type { Hono, Context as Request } from 'hono'
import { FIELDS } from '../../../core/values.ts'
import type { Context } from '../../../usecases/context.ts'
import { handView, offeredRows } from '../../../usecases/hand/hand-view.ts'
import { NOTHING_TOLD, readWords, TOLD_PARTS, type Told } from '../../../usecases/hand/read-words.ts'
import { mayWriteDown, saveByHand } from '../../../usecases/hand/save-by-hand.ts'
import { NO_ANSWERS, strayFaults } from '../../../usecases/review/answers.ts'
import { besideRecord } from '../../../usecases/review/beside-record.ts'
import { foresee } from '../../../usecases/review/foresee.ts'
import { faultLines } from '../../errors.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { recordForm } from '../documents/review-form.ts'
import { type HandPage, handPage } from './hand-page.ts'

export function newRecordRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const path = '/:language/desk/records/new'
  const draw = async (
    c: Request<DeskEnv>,
    told: Told,
    more: Partial<HandPage> & Pick<HandPage, 'rows'>,
  ): Promise<string> => {
    const own = behind(c)
    const view = await handView(own, told.country, told.words)
    return handPage(desktopOf(c, context), {
      ...{ view, told, disputed: [], typed: NO_ANSWERS, faults: [], lines: [], offered: null },
      foresight: foresee(own, view, more.rows),
      beside: await besideRecord(own, null),
      ...more,
    })
  }
  app.get(path, async (c) => {
    mayWriteDown(behind(c))
    const [country = ''] = context.knowledge.packs.keys()
    return c.html(await draw(c, { ...NOTHING_TOLD, country }, { rows: [] }))
  })
  app.get(`${path}.json`, (c) => {
    mayWriteDown(behind(c))
    const { ways } = context.knowledge.codebook
    return c.json({ told: TOLD_PARTS, ways: [...ways.values()], fields: FIELDS })
  })
  app.post(path, async (c) => {
    const own = behind(c)
    mayWriteDown(own)
    const { words } = desktopOf(c, context).face
    const { language } = words
    const { more: told, ...form } = await recordForm(c, { proposed: new Map() }, TOLD_PARTS, ['words'])
    const typed = { typed: form, disputed: form.disputed }
    if (form.does === 'check') {
      const { report, faults } = await readWords(own, told, language)
      const offered = report ? offeredRows(own, report, form.rows, language) : []
      const lines = faultLines([...strayFaults(form.stray), ...faults], words)
      const rows = [...form.rows, ...offered]
      return c.html(await draw(c, told, { ...typed, rows, lines, offered: report && offered.length }))
    }
    const saved = await saveByHand(own, { ...form, told }, language)
    if (saved.kind === 'saved') return c.redirect(`/${language}/desk/records/${saved.id}`, 303)
    const lines = faultLines(saved.faults, words)
    return c.html(await draw(c, told, { ...typed, rows: form.rows, faults: saved.rows, lines }), 422)
  })
}
