/** Routes of administrators, and of whoever may let a colleague back in from travel mode. */
import type { MiddlewareHandler, Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import type { ReadingAllowance } from '../../../core/reading-allowance.ts'
import { allAccounts, allOrganisations } from '../../../store/queries/accounts.ts'
import { invite } from '../../../usecases/accounts/invite.ts'
import { addOrganisation, changeRole, reinstate, suspend } from '../../../usecases/accounts/manage.ts'
import { mayLift, mayManageAccounts } from '../../../usecases/accounts/may-manage-accounts.ts'
import { letReadOn, stoppedColleagues } from '../../../usecases/accounts/read-on.ts'
import { startTravels } from '../../../usecases/accounts/sessions.ts'
import { liftAway } from '../../../usecases/accounts/travel.ts'
import type { Context } from '../../../usecases/context.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { steppedUp } from '../../middleware/stepped-up.ts'
import { faceOf } from '../face.ts'
import { formFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { accountsPage } from './accounts-page.ts'
import { awayPage } from './away-page.ts'
import type { Desk, Door } from './door.ts'

type Asked = Request<DeskEnv>

const manages =
  (context: Context): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    if (!mayManageAccounts(context, c.get('actor'))) throw refuse('access.forbidden')
    await next()
  }

export function manageRoutes(app: Desk, door: Door): void {
  const { context } = door
  const list = '/:language/desk/accounts'
  const back = (c: Asked): Response => c.redirect(`/${faceOf(c, context).words.language}/desk/accounts`, 303)
  const onPage = (c: Asked, work: () => Promise<Response>): Promise<Response> =>
    orShow(c, door, work, (lines) => page(c, door, null, lines))
  app.use(list, manages(context))
  app.get(list, async (c) => c.html(await page(c, door, null, [])))
  app.use(`${list}/*`, manages(context))
  // Suspending takes away and must work at once; whatever gives is confirmed first.
  app.post(`${list}/suspend`, async (c) => {
    const { handle } = await formFields(c, ['handle'])
    return onPage(c, async () => {
      await suspend(context, c.get('actor'), handle)
      return back(c)
    })
  })
  app.use(`${list}/*`, steppedUp(context, 'accounts'))
  app.post(`${list}/invite`, async (c) => {
    const wanted = await formFields(c, ['role', 'organisation'])
    return onPage(c, async () => {
      const code = await invite(context, c.get('actor'), wanted)
      const { language } = faceOf(c, context).words
      const origin = door.origin || new URL(c.req.url).origin
      return c.html(await page(c, door, `${origin}/${language}/desk/join/${code}`, []))
    })
  })
  app.post(`${list}/reinstate`, async (c) => {
    const { handle } = await formFields(c, ['handle'])
    return onPage(c, async () => {
      await reinstate(context, c.get('actor'), handle)
      return back(c)
    })
  })
  app.post(`${list}/lift`, async (c) => {
    const { handle } = await formFields(c, ['handle'])
    return onPage(c, async () => {
      await liftAway(context, c.get('actor'), handle)
      return back(c)
    })
  })
  app.post(`${list}/role`, async (c) => {
    const { handle, role } = await formFields(c, ['handle', 'role'])
    return onPage(c, async () => {
      await changeRole(context, c.get('actor'), handle, role)
      return back(c)
    })
  })
  app.post(`${list}/organisations`, async (c) => {
    const organisation = await formFields(c, ['id', 'name'])
    return onPage(c, async () => {
      await addOrganisation(context, c.get('actor'), organisation)
      return back(c)
    })
  })
}

/** `allowance`: null where nothing bounds how much is read. */
export function awayRoutes(app: Desk, { context }: Door, allowance: ReadingAllowance | null): void {
  app.get('/:language/desk/away', async (c) => {
    await startTravels(context)
    const all = await allAccounts(context.store)
    const mine = all.filter((one) => one.away && mayLift(context, c.get('actor'), one))
    const stopped = await stoppedColleagues(context, c.get('actor'), allowance)
    return c.html(awayPage(faceOf(c, context), { away: mine.map((one) => one.handle), stopped }))
  })
  app.post('/:language/desk/away/read-on', steppedUp(context, 'away'), async (c) => {
    const { handle } = await formFields(c, ['handle'])
    if (!allowance) throw refuse('account.unknown', { handle })
    await letReadOn(context, c.get('actor'), { allowance, handle })
    return c.redirect(`/${faceOf(c, context).words.language}/desk/away`, 303)
  })
  app.post('/:language/desk/away/lift', steppedUp(context, 'away'), async (c) => {
    const { handle } = await formFields(c, ['handle'])
    await liftAway(context, c.get('actor'), handle)
    return c.redirect(`/${faceOf(c, context).words.language}/desk/away`, 303)
  })
}

async function page(
  c: Asked,
  { context }: Door,
  invitation: string | null,
  lines: readonly string[],
): Promise<string> {
  return accountsPage(faceOf(c, context), {
    accounts: await allAccounts(context.store),
    organisations: await allOrganisations(context.store),
    invitation,
    lines,
  })
}
