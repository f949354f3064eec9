/** Routes to reports: taking one in, what the rules propose of it, and the file as it was received. */
import type { Hono } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { deskDocuments } from '../../../store/queries/desk.ts'
import { type Context, organisationOf } from '../../../usecases/context.ts'
import { importReport } from '../../../usecases/import-report.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import { readChanges, readVersions, targetOfDocument } from '../../../usecases/read-changes.ts'
import { readMeasurements } from '../../../usecases/review/read-measurements.ts'
import { readReview, readText } from '../../../usecases/review/read-review.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formOf, textIn, tidy } from '../form-of.ts'
import { deskPage } from '../pages.ts'
import { sourceOf } from '../source-form.ts'
import { changesPage } from './changes-page.ts'
import { documentPage } from './document-page.ts'
import { leftOutIn, leftOutQuery } from './left-out.ts'
import { measurementsJson, measurementsPage } from './measurements-page.ts'
import { modelRoutes } from './model-routes.ts'
import { reviewRoutes } from './review-routes.ts'

export function documentRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  app.get('/:language/desk/documents', async (c) => {
    const own = behind(c)
    permit(own, 'import')
    const packs = [...context.knowledge.packs.values()]
    return c.html(
      deskPage(desktopOf(c, context).face, packs, await deskDocuments(own.store, organisationOf(own))),
    )
  })
  app.get('/:language/desk/documents.json', async (c) => {
    const own = behind(c)
    permit(own, 'import')
    return c.json({ documents: await deskDocuments(own.store, organisationOf(own)) })
  })
  app.post('/:language/desk/documents', async (c) => {
    const own = behind(c)
    permit(own, 'import')
    const form = await formOf(c)
    const file = form.get('file')
    if (!(file instanceof File)) throw refuse('input.empty')
    const [name, asOf] = [tidy(file.name), textIn(form, 'as-of')]
    const imported = await importReport(own, {
      bytes: new Uint8Array(await file.arrayBuffer()),
      name,
      country: textIn(form, 'pack'),
      source: sourceOf(form, name),
      asOf: asOf === '' ? null : asOf,
      by: c.get('actor').handle,
    })
    return c.redirect(
      `/${desktopOf(c, context).face.words.language}/desk/documents/${imported.document}${leftOutQuery(imported.leftOut)}`,
      303,
    )
  })
  app.get('/:language/desk/documents/:id', async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const own = behind(c)
    const review = await readReview(own, id)
    if (isJson) return c.json({ ...review.document, passages: review.passages })
    const { earlier } = await readVersions(own, id)
    const [values, dropped] =
      /^(\d{1,6})-(\d{1,6})$/
        .exec(c.req.query('model') ?? '')
        ?.slice(1)
        .map(Number) ?? []
    const beside = {
      leftOut: leftOutIn(c.req.query('left-out')),
      hasEarlier: earlier !== null,
      isMeasured: review.document.text.startsWith('OONI network measurements'),
      hasModel: !!context.model && mayDo(own, 'import', null),
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
    // Always as an attachment of no known type: a page somebody sent must not open as one of ours.
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${found.id}"`,
    })
  })
  for (const ending of ['', '.json'])
    app.get(`/:language/desk/documents/:id/measurements${ending}`, async (c) => {
      const found = await readMeasurements(behind(c), c.req.param('id'))
      return ending === ''
        ? c.html(measurementsPage(desktopOf(c, context), found))
        : c.json(measurementsJson(found))
    })
  modelRoutes(app, context, behind)
  reviewRoutes(app, context, behind)
}
