/** The workspace, as far as it goes: reports taken in and what the rules propose of each. Bound to loopback unless told otherwise. */
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { refuse } from '../../core/faults.ts'
import { isLanguage } from '../../core/language.ts'
import { deskDocument, deskDocuments } from '../../store/queries/desk.ts'
import type { Context } from '../../usecases/context.ts'
import { importReport } from '../../usecases/import-report.ts'
import { faultLines, languageOf, refusalOf, statusOf } from '../errors.ts'
import { notStored, safeHeaders } from '../middleware/headers.ts'
import { ownHost } from '../middleware/own-host.ts'
import { plainAddress } from '../middleware/plain-address.ts'
import { assets } from '../site/assets.ts'
import { formOf, textIn, tidy } from './form-of.ts'
import { deskPage, documentPage, failurePage } from './pages.ts'
import { sourceOf } from './source-form.ts'

export type DeskOptions = {
  readonly root: string
  readonly host: string
  /** Refuses who sends too many forms; none where no server stands beneath. */
  readonly limit?: MiddlewareHandler | undefined
}

/** Room for the form around the file. */
const FORM_BYTES = 100_000

export function desk(context: Context, { root, host, limit }: DeskOptions): Hono {
  const app = new Hono()
  app.use(safeHeaders)
  app.route('/assets', assets(root))
  app.use(notStored, ownHost(host), plainAddress)
  if (limit) app.use(limit)
  // A form sent by another site carries another Origin (or none a browser would leave out) and is refused.
  app.use(csrf())
  app.use(
    bodyLimit({
      maxSize: context.maxBytes + FORM_BYTES,
      onError: () => {
        throw refuse('input.too-large', { limit: context.maxBytes })
      },
    }),
  )
  app.get('/', (c) => c.redirect('/desk/', 302))
  app.get('/desk/', (c) => c.redirect(`/${languageOf(c)}/desk/`, 302))
  app.get('/:language/desk/', async (c) =>
    c.html(
      deskPage(
        wordsOf(c, context),
        [...context.knowledge.packs.values()],
        await deskDocuments(context.store),
      ),
    ),
  )
  app.get('/:language/desk/:document', async (c) => {
    const found = await deskDocument(context.store, c.req.param('document'))
    if (!found) return c.notFound()
    return c.html(documentPage(wordsOf(c, context), found, context.knowledge.codebook))
  })
  app.post('/:language/desk/documents', async (c) => {
    const form = await formOf(c)
    const file = form.get('file')
    if (!(file instanceof File)) throw refuse('input.empty')
    const [name, asOf] = [tidy(file.name), textIn(form, 'as-of')]
    const imported = await importReport(context, {
      bytes: new Uint8Array(await file.arrayBuffer()),
      name,
      country: textIn(form, 'pack'),
      source: sourceOf(form, name),
      asOf: asOf === '' ? null : asOf,
      by: 'desk',
    })
    return c.redirect(`/${languageOf(c)}/desk/${imported.document}`, 303)
  })
  app.onError((error, c) => {
    const refusal = refusalOf(error)
    const words = context.knowledge.words[languageOf(c)]
    return c.html(
      failurePage(words, refusal ? faultLines(refusal.faults, words) : [words.t('fault.unexpected')]),
      statusOf(refusal),
    )
  })
  app.notFound((c) => {
    const words = context.knowledge.words[languageOf(c)]
    return c.html(failurePage(words, [words.t('fault.page.not-found')]), 404)
  })
  return app
}

function wordsOf(c: Parameters<typeof languageOf>[0], context: Context) {
  const asked = c.req.param('language')
  if (!isLanguage(asked)) throw refuse('page.not-found')
  return context.knowledge.words[asked]
}
