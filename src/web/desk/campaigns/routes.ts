/** Routes to campaigns: the list, each with its twin as JSON, proposing one, what is said of it, its moves, manifests and receipts. Each action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { CAMPAIGN_MOVES } from '../../../core/act/state.ts'
import { type Refusal, refuse } from '../../../core/faults.ts'
import type { Pack } from '../../../core/pack.ts'
import { typedNumber } from '../../../core/typed-number.ts'
import type { CampaignOnRecord } from '../../../store/queries/campaigns.ts'
import {
  actionOf,
  listCampaigns,
  newCampaignId,
  newEntryId,
  readCampaign,
  saveCampaign,
  saveTallies,
} from '../../../usecases/act/campaigns.ts'
import { handedBefore, manifestFor } from '../../../usecases/act/delivery.ts'
import { hiddenFromReaders } from '../../../usecases/act/hidden-from-readers.ts'
import { kitFor } from '../../../usecases/act/kit.ts'
import { newsOf } from '../../../usecases/act/news.ts'
import { cellWords, talliesIn } from '../../../usecases/act/pasted.ts'
import { countedSoFar, readMailings } from '../../../usecases/act/plan-mailing.ts'
import { receiptFor } from '../../../usecases/act/receipt.ts'
import { type Context, packOf } from '../../../usecases/context.ts'
import { permit } from '../../../usecases/permit.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { proofFor } from '../../middleware/stepped-up.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { faultsOf, type Typed, withIsoDates } from '../cases/fields.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { type CampaignDeskView, campaignDeskPage } from './campaign-page.ts'
import { entryFields, SAID, textFields } from './fields.ts'
import { type CampaignForm, campaignFormPage } from './form-page.ts'
import { campaignsDeskPage } from './list-page.ts'
import { mailingRoutes } from './mailing-routes.ts'
import { campaignOf, entryOf, typedCampaign } from './typed.ts'

type Asked = Request<DeskEnv>
const isOfForm = ({ code }: Refusal): boolean =>
  code.startsWith('input.') || code.startsWith('campaign.') || code === 'record.unknown'
const TEXT = { 'Content-Type': 'text/plain; charset=utf-8' }

export function campaignRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const home = '/:language/desk/campaigns'
  const pathOf = (c: Asked, id: string): string =>
    `/${desktopOf(c, context).face.words.language}/desk/campaigns/${id}`
  const today = (): string => todayIs(context.clock)
  const packIn = (country: string | undefined): Pack =>
    packOf(context.knowledge, country || ([...context.knowledge.packs.keys()][0] ?? ''))
  const formPage = (c: Asked, more: Partial<CampaignForm>): string =>
    campaignFormPage(desktopOf(c, context), {
      ...{
        id: null,
        pack: packIn(undefined),
        typed: {},
        kinds: ['signature', 'letter'],
        faults: [],
        lines: [],
      },
      ...more,
    })
  const page = async (c: Asked, id: string, more: Partial<CampaignDeskView> = {}): Promise<string> => {
    const own = behind(c)
    const campaign = await readCampaign(own, id)
    const hidden = await hiddenFromReaders(own, campaign)
    const mailings = await readMailings(own, id)
    const counted = await countedSoFar(own, campaign)
    const view = {
      ...{ campaign, today: today(), hidden, sent: null, faults: [], lines: [] },
      ...{ mailings, counted, preview: null, ...more },
    }
    return campaignDeskPage(desktopOf(c, context), view)
  }
  const done = (c: Asked, id: string): Response =>
    wantsJson(c) ? c.json({ id }) : c.redirect(pathOf(c, id), 303)

  app.get(home, async (c) =>
    c.html(campaignsDeskPage(desktopOf(c, context), await listCampaigns(behind(c)), today())),
  )
  app.get(`${home}.json`, async (c) => c.json({ campaigns: (await listCampaigns(behind(c))).map(twin) }))
  app.get(`${home}/new`, (c) => {
    permit(behind(c), 'campaign')
    return c.html(formPage(c, {}))
  })
  const save = async (c: Asked, id: string | null): Promise<Response> => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    permit(own, 'campaign')
    const before = id === null ? null : (await readCampaign(own, id)).text
    // Which country decides what is asked, so its names are known before the form is read.
    const names = [...context.knowledge.packs.values()].flatMap((one) =>
      textFields(desktop, one).map((field) => field.name),
    )
    const known = ['country', ...new Set(names)]
    const { kinds, ...sent } = await formLists(c, ['kinds'], known, ['story-en', 'story-ru', 'story-kk'])
    const given: Typed = sent as unknown as Typed
    const pack = packIn(given.country)
    const fields = textFields(desktop, pack)
    const typed = withIsoDates(fields, given)
    const form = { id, pack, typed, kinds }
    const faults = faultsOf(fields, typed, desktop.face.words)
    if (faults.length > 0) return c.html(formPage(c, { ...form, faults }), 422)
    const made = id ?? newCampaignId()
    const isHostile = (authority: string): boolean => pack.authorities.get(authority)?.hostile ?? true
    const work = async (): Promise<Response> => {
      await saveCampaign(own, campaignOf(made, pack.id, typed, kinds, isHostile, before))
      return done(c, made)
    }
    return orShow(c, { context }, work, (lines) => formPage(c, { ...form, lines }), isOfForm)
  }
  app.post(home, (c) => save(c, null))
  app.get(`${home}/:id/edit`, async (c) => {
    const found = await readCampaign(behind(c), c.req.param('id'))
    const { id, kinds, country } = found.text
    return c.html(formPage(c, { id, kinds, pack: packIn(country), typed: typedCampaign(found) }))
  })
  app.get(`${home}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    return isJson ? c.json(twin(await readCampaign(behind(c), id))) : c.html(await page(c, id))
  })
  app.post(`${home}/:id`, (c) => save(c, c.req.param('id')))

  app.post(`${home}/:id/say`, async (c) => {
    const [own, id, desktop] = [behind(c), c.req.param('id'), desktopOf(c, context)]
    const campaign = await readCampaign(own, id)
    const every = new Set(
      SAID.flatMap((kind) => entryFields(desktop, campaign, kind).map((field) => field.name)),
    )
    const sent: Typed = await formLists(c, [], ['kind', ...every], ['table'])
    const kind = SAID.find((one) => one === sent.kind)
    if (!kind) throw refuse('input.value', { problem: 'kind' }, 'kind')
    const fields = entryFields(desktop, campaign, kind)
    const typed = withIsoDates(fields, sent)
    const shown = { sent: { kind, typed } }
    const faults = faultsOf(fields, typed, desktop.face.words)
    if (faults.length > 0) return c.html(await page(c, id, { ...shown, faults }), 422)
    const work = async (): Promise<Response> => {
      const body = entryOf(kind, typed, handed(campaign, kind, typed))
      await saveCampaign(own, { record: 'campaign-entry', id, entry: newEntryId(), body })
      return done(c, id)
    }
    return orShow(c, { context }, work, (lines) => page(c, id, { ...shown, lines }), isOfForm)
  })
  app.post(`${home}/:id/sheets`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    await readCampaign(own, id)
    const { table, event } = await formLists(c, [], ['table', 'event'], ['table'])
    const work = async (): Promise<Response> => {
      await saveTallies(own, id, talliesIn(table, cellWords(context.knowledge), event || undefined))
      return done(c, id)
    }
    const sent = { kind: 'sheets', typed: { table, event } }
    return orShow(c, { context }, work, (lines) => page(c, id, { sent, lines }), isOfForm)
  })
  app.post(`${home}/:id/move`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    await readCampaign(own, id)
    const sent = await formFields(c, ['move', 'why'])
    const move = CAMPAIGN_MOVES.find((one) => one === sent.move)
    if (!move) throw refuse('input.value', { problem: 'move' }, 'move')
    const proof = proofFor(c, context, actionOf(move), `campaigns/${id}`)
    if (proof) return proof
    const why = sent.why.trim()
    const work = async (): Promise<Response> => {
      const said = {
        record: 'campaign-entry',
        id,
        entry: newEntryId(),
        body: { kind: 'move', move },
      } as const
      await saveCampaign(own, why === '' ? said : { ...said, why })
      return done(c, id)
    }
    return orShow(c, { context }, work, (lines) => page(c, id, { lines }), isOfForm)
  })
  mailingRoutes(app, { context, behind, home, page, done })
  app.post(`${home}/:id/strike`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    const campaign = await readCampaign(own, id)
    const { entry, why } = await formFields(c, ['entry', 'why'])
    const found = campaign.entries.find((one) => one.entry === entry)
    if (!found) throw refuse('record.unknown', { id: entry }, id)
    const work = async (): Promise<Response> => {
      const said = { record: 'campaign-entry', id, entry, body: found.body, struck: true } as const
      await saveCampaign(own, { ...said, why: why.trim() })
      return done(c, id)
    }
    return orShow(c, { context }, work, (lines) => page(c, id, { lines }), isOfForm)
  })
  app.get(`${home}/:id/kit.pdf`, async (c) => {
    const own = behind(c)
    const campaign = await readCampaign(own, c.req.param('id'))
    const { body, type } = await kitFor(own, campaign, desktopOf(c, context).told)
    return c.body(body as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': type })
  })
  // Sealed, and yet a list of who asked: only after proving once more who takes it.
  app.get(`${home}/:id/news.zip`, async (c) => {
    const id = c.req.param('id')
    const proof = proofFor(c, context, 'run-campaign', `campaigns/${id}`)
    if (proof) return proof
    const { zip } = await newsOf(behind(c), id)
    return c.body(zip as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="news.zip"',
    })
  })
  app.get(`${home}/:id/manifest/:entry`, async (c) => {
    const campaign = await readCampaign(behind(c), c.req.param('id'))
    const entry = c.req.param('entry').replace(/\.txt$/, '')
    const found = campaign.entries.find((one) => one.entry === entry)
    if (found?.body.kind !== 'delivery') throw refuse('record.unknown', { id: entry }, entry)
    const before = handedBefore(campaign, { body: found.body, first: found.first })
    return c.body(manifestFor(campaign, found.body, before).text, 200, TEXT)
  })
  app.get(`${home}/:id/receipt/:entry`, async (c) => {
    const campaign = await readCampaign(behind(c), c.req.param('id'))
    const entry = c.req.param('entry').replace(/\.txt$/, '')
    return c.body(receiptFor(campaign, entry, desktopOf(c, context).face.words), 200, TEXT)
  })
}

/** Of a delivery the hash of what goes with it; of anything else nothing. */
const handed = (campaign: CampaignOnRecord, kind: string, typed: Typed): string => {
  if (kind !== 'delivery') return ''
  const body = entryOf('delivery', typed, '')
  return body.kind === 'delivery'
    ? manifestFor(campaign, { ...body, number: typedNumber(typed.number ?? '') ?? 0 }).sha256
    : ''
}

const twin = ({ texts: _, said: __, ...one }: CampaignOnRecord): object => one
