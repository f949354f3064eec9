/** Routes to reports that came in: what the rules propose of it, and the file as it was received. */
import type { Hono } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { storedDocument } from '../../../store/queries/documents.ts'
import type { Context } from '../../../usecases/context.ts'
import { paperOfSheet } from '../../../usecases/evidence/paper-of-sheet.ts'
import { sheetOfDocument } from '../../../usecases/evidence/sheet-of-document.ts'
import { noteView } from '../../../usecases/evidence/views.ts'
import { listKind } from '../../../usecases/lists/list-text.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import { hasEarlier, readChanges, targetOfDocument } from '../../../usecases/read-changes.ts'
import { readMeasurements } from '../../../usecases/review/read-measurements.ts'
import {
  claimsOfPassages,
  type Review,
  type ReviewPassage,
  readReview,
  readText,
} from '../../../usecases/review/read-review.ts'
import { agreementOver } from '../../../usecases/second/read-second.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { listRoutes } from '../lists/routes.ts'
import { changesPage } from './changes-page.ts'
import { custodyPage } from './custody-page.ts'
import { type Beside, documentPage, pagesAsked, type SameReport, shownOf } from './document-page.ts'
import { leftOutIn } from './left-out.ts'
import { measurementsJson, measurementsPage } from './measurements-page.ts'
import { modelRoutes } from './model-routes.ts'
import { reviewRoutes } from './review-routes.ts'

export function documentRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  app.get('/:language/desk/documents/:id', async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const own = behind(c)
    const review = await readReview(own, id)
    const agreement = await agreementOver(own, id)
    if (isJson)
      return c.json({
        ...(await readText(own, id)),
        passages: review.passages,
        queue: review.queue,
        agreement,
      })
    const [values, dropped] =
      /^(\d{1,6})-(\d{1,6})$/
        .exec(c.req.query('model') ?? '')
        ?.slice(1)
        .map(Number) ?? []
    const order = c.req.query('order') === 'text' ? ('text' as const) : ('doubt' as const)
    const pages = pagesAsked((name) => c.req.query(name))
    const shown = shownOf(review, { order, pages })
    const beside = {
      acts: await actsOf(own, review, [...shown.open.some, ...shown.done.some]),
      leftOut: leftOutIn(c.req.query('left-out')),
      hasEarlier: await hasEarlier(own, id),
      order,
      pages,
      agreement,
      same: await sameReport(own, c.req.query('same'), id),
      isMeasured: review.document.text.startsWith('OONI network measurements'),
      mayFile: mayDo(own, 'file', targetOfDocument(review.document)),
      hasModel: !!context.model && mayDo(own, 'import', null),
      list: await listKind(own, id),
      byList: byList(c.req.query('list')),
      byModel: values === undefined || dropped === undefined ? null : { values, dropped },
    }
    return c.html(documentPage(desktopOf(c, context), review, beside))
  })
  for (const ending of ['', '.json'])
    app.get(`/:language/desk/documents/:id/changes${ending}`, async (c) => {
      const found = await readChanges(behind(c), c.req.param('id'))
      return ending === '' ? c.html(changesPage(desktopOf(c, context), found)) : c.json(found)
    })
  app.get('/:language/desk/documents/:id/file', async (c) => {
    const own = behind(c)
    const found = await readText(own, c.req.param('id'))
    permit(own, 'file', { id: found.id, target: targetOfDocument(found) })
    const bytes = context.files.get(found.sha256)
    if (!bytes) throw refuse('record.unknown', { id: found.id }, found.id)
    await noteView(own, found)
    // Always as an attachment of no known type: a page somebody sent must not open as one of ours.
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${found.id}"`,
    })
  })
  for (const ending of ['', '.json', '.pdf'])
    app.get(`/:language/desk/documents/:id/custody${ending}`, async (c) => {
      const id = c.req.param('id')
      const sheet = await sheetOfDocument(behind(c), id)
      const desktop = desktopOf(c, context)
      if (ending === '') return c.html(custodyPage(desktop, id, sheet))
      if (ending === '.json') return c.json(sheet)
      const paper = await paperOfSheet(sheet, 'pdf', desktop.face.words)
      return c.body(new Uint8Array(paper), 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="custody-${sheet.sha256.slice(0, 12)}.pdf"`,
      })
    })
  for (const ending of ['', '.json'])
    app.get(`/:language/desk/documents/:id/measurements${ending}`, async (c) => {
      const found = await readMeasurements(behind(c), c.req.param('id'))
      return ending === ''
        ? c.html(measurementsPage(desktopOf(c, context), found))
        : c.json(measurementsJson(found))
    })
  listRoutes(app, context, behind)
  modelRoutes(app, context, behind)
  reviewRoutes(app, context, behind)
}

const actsOf = async (own: Context, { document }: Review, passages: readonly ReviewPassage[]) =>
  new Map(
    [...(await claimsOfPassages(own, document, passages))].map(([key, claims]) => [
      key,
      claims.flatMap((claim) => (claim.field === 'act' ? [claim.value] : [])),
    ]),
  )

/** What was made of a list just now. */
function byList(said: string | undefined): Beside['byList'] {
  const [proposed, here, changed] =
    /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/
      .exec(said ?? '')
      ?.slice(1)
      .map(Number) ?? []
  return proposed === undefined || here === undefined || changed === undefined
    ? null
    : { proposed, here, changed }
}

/** An address is anybody's to make: only a report that whoever asks may read is named, any other like none. */
async function sameReport(own: Context, asked: string | undefined, id: string): Promise<SameReport | null> {
  if (asked === undefined || asked === id || !/^d-[0-9a-f]{16}$/.test(asked)) return null
  const found = await storedDocument(own.store, asked)
  return found && mayDo(own, 'read', targetOfDocument(found)) ? { id: found.id, title: found.title } : null
}
