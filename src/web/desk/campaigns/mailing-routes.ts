/** Routes to deliveries by paced mail: shown before anything leaves, begun with a second press, held up and gone on with. */
import type { Hono, Context as Request } from 'hono'
import { type Refusal, refuse } from '../../../core/faults.ts'
import { typedNumber } from '../../../core/typed-number.ts'
import { readCampaign } from '../../../usecases/act/campaigns.ts'
import {
  beginMailing,
  countedSoFar,
  type MailingAsked,
  pauseMailing,
  previewMailing,
} from '../../../usecases/act/plan-mailing.ts'
import type { Context } from '../../../usecases/context.ts'
import { permit } from '../../../usecases/permit.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { proofFor } from '../../middleware/stepped-up.ts'
import type { Behind } from '../behind.ts'
import { faultsOf, type Typed, typedOf, withIsoDates } from '../cases/fields.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import type { CampaignDeskView } from './campaign-page.ts'
import { mailingFields } from './mailings-part.ts'

type Asked = Request<DeskEnv>
type Given = {
  readonly context: Context
  readonly behind: Behind
  readonly home: string
  readonly page: (c: Asked, id: string, more?: Partial<CampaignDeskView>) => Promise<string>
  readonly done: (c: Asked, id: string) => Response
}
const NAMES = ['to', 'address', 'of', 'number', 'first-day', 'last-day', 'per-hour'] as const
const isOfForm = ({ code }: Refusal): boolean => code === 'input.value' || code.startsWith('campaign.')

export function mailingRoutes(app: Hono<DeskEnv>, { context, behind, home, page, done }: Given): void {
  app.post(`${home}/:id/mailing`, async (c) => {
    const [own, id, desktop] = [behind(c), c.req.param('id'), desktopOf(c, context)]
    permit(own, 'run-campaign')
    const campaign = await readCampaign(own, id)
    const { step, ...typed } = await formFields(c, ['step', ...NAMES])
    // Mail goes out in the name of the house: only after proving once more who lets it.
    const proof = step === 'begin' ? proofFor(c, context, 'run-campaign', `campaigns/${id}`) : null
    if (proof) return proof
    const fields = mailingFields(desktop, campaign, await countedSoFar(own, campaign))
    const known = desktop.packs.get(campaign.text.country)?.authorities.get(typed.to)?.mail
    const given: Typed = withIsoDates(fields, { ...typed, address: typed.address.trim() || (known ?? '') })
    const sent = { kind: 'mailing', typed: given }
    const faults = faultsOf(fields, given, desktop.face.words)
    if (faults.length > 0) return c.html(await page(c, id, { sent, faults }), 422)
    const work = async (): Promise<Response> => {
      const asked = askedOf(given)
      if (step === 'begin') {
        await beginMailing(own, id, asked)
        return done(c, id)
      }
      const preview = await previewMailing(own, id, asked)
      return c.html(await page(c, id, { sent, preview }))
    }
    return orShow(c, { context }, work, (lines) => page(c, id, { sent, lines }), isOfForm)
  })
  app.post(`${home}/:id/mailing/:entry`, async (c) => {
    const [own, id, entry] = [behind(c), c.req.param('id'), c.req.param('entry')]
    await readCampaign(own, id)
    const { do: what } = await formFields(c, ['do'])
    if (what !== 'pause' && what !== 'go-on') throw refuse('input.value', { problem: 'do' }, 'do')
    // What only holds it up waits for no proof.
    const proof = what === 'go-on' ? proofFor(c, context, 'run-campaign', `campaigns/${id}`) : null
    if (proof) return proof
    await pauseMailing(own, id, entry, what === 'pause')
    return done(c, id)
  })
}

const askedOf = (typed: Typed): MailingAsked => ({
  ...{ authority: typedOf(typed, 'to'), address: typedOf(typed, 'address') },
  of: typedOf(typed, 'of') as MailingAsked['of'],
  number: typedNumber(typedOf(typed, 'number')) ?? 0,
  ...{ from: typedOf(typed, 'first-day'), to: typedOf(typed, 'last-day') },
  perHour: Number(typedOf(typed, 'per-hour')),
})
