/** The routes of the page that phones install, all below /field/: a proxy can let them through under a name of their own, which says nothing of the house. */
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { scriptFor } from '../../app/serving.ts'
import { refuse } from '../../core/faults.ts'
import { NotFrames, readFrames } from '../../core/field/frames.ts'
import { type Frame, PIECE } from '../../core/field/item.ts'
import { isLanguage, LANGUAGES, type Language } from '../../core/language.ts'
import { FIELD_ICON, fieldManifest, fieldPage } from '../../publish/field/page.ts'
import type { FieldView } from '../../publish/field/view.ts'
import { type Field, receiptsOf, takeFrames } from '../../usecases/field/take-frames.ts'
import { recipientsNow } from '../../usecases/sealed/recipients.ts'
import { preferredLanguage } from '../language.ts'
import { fieldPage as ofField } from '../middleware/headers.ts'
import { CSS, JAVASCRIPT, NO_CACHE, SVG, sheetOf, typed, workerOf } from './installed-page.ts'
import type { SiteContext } from './views.ts'

export type FieldOptions = { readonly field: Field; readonly limit?: MiddlewareHandler | undefined }

const sheet = sheetOf('field')
const script = (): Promise<string> => scriptFor('web/islands/field/main.ts')
/** Beside its script, style and icon: what it needs where there is no network. */
const KEPT = LANGUAGES.flatMap((one) => [one, `${one}.webmanifest`])
const ITEMS = '/field/items'
/** Pieces, and the lines before them; and how many of them, since each line has a signature to work out. */
const MOST = PIECE * 2
const MOST_FRAMES = 200

const NO_STORE = { 'Cache-Control': 'no-store' }

export function fieldRoutes(app: Hono, { knowledge }: SiteContext, { field, limit }: FieldOptions): void {
  const viewIn = (language: Language): FieldView => ({
    words: knowledge.words[language],
    terms: knowledge.codebook.field,
    questions: [
      ...(knowledge.codebook.cases.sheets.get(knowledge.codebook.field.sheet)?.questions.values() ?? []),
    ],
  })
  app.use('/field/*', ofField)
  app.get('/field/', (c) => c.redirect(`/field/${preferredLanguage(c.req.header('Accept-Language'))}`, 302))
  app.get('/field/field.js', async (c) => c.body(await script(), 200, JAVASCRIPT))
  app.get('/field/field.css', (c) => c.body(sheet, 200, CSS))
  app.get('/field/icon.svg', (c) => c.body(FIELD_ICON, 200, SVG))
  app.get('/field/worker.js', async (c) => {
    const pages = LANGUAGES.map((one) => fieldPage(viewIn(one)))
    return c.body(workerOf('field', KEPT, [await script(), sheet, ...pages]), 200, JAVASCRIPT)
  })
  app.get('/field/list.json', async (c) => {
    const { kind, signed } = await recipientsNow(field, field.sealingRoot)
    return c.json({ root: field.sealingRoot, signed: kind === 'holds' ? signed : null }, 200, NO_STORE)
  })
  if (limit) app.on('POST', ITEMS, limit)
  const small = bodyLimit({
    maxSize: MOST,
    onError: () => {
      throw refuse('input.too-large', { limit: MOST })
    },
  })
  app.post(ITEMS, small, async (c) => c.json(await take(field, c), 200, NO_STORE))
  app.get('/field/:page', (c) => {
    const [, language = '', ending] = /^(\w+)(\.webmanifest)?$/.exec(c.req.param('page')) ?? []
    if (!isLanguage(language)) throw refuse('page.not-found')
    if (ending === undefined) return c.html(fieldPage(viewIn(language)), 200, NO_CACHE)
    return c.body(JSON.stringify(fieldManifest(viewIn(language))), 200, typed('application/manifest+json'))
  })
}

/** `as`: the pass of the phone that asks, for which receipts are made; that it is theirs proves the receipt. */
async function take(field: Field, c: Context): Promise<object> {
  const body = (c.req.raw.body ?? new ReadableStream()) as ReadableStream<Uint8Array>
  const frames = readFrames(body as unknown as AsyncIterable<Uint8Array>)
  const taken = await takeFrames(field, atMost(frames), { brought: null }).catch((error: unknown) => {
    if (error instanceof NotFrames) throw refuse('field.file', { n: error.whole })
    throw error
  })
  const receipts = await receiptsOf(field, c.req.query('as') ?? '', [...taken.had.keys()])
  return { had: Object.fromEntries(taken.had), receipts, refused: Object.fromEntries(taken.refused) }
}

async function* atMost(frames: AsyncIterable<Frame>): AsyncGenerator<Frame> {
  let many = 0
  for await (const frame of frames) {
    many += 1
    if (many > MOST_FRAMES) throw new NotFrames(MOST_FRAMES)
    yield frame
  }
}
