/** Routes of one's own page. The account is the session's, always: nothing that is sent can point at another. */
import type { Context as Request } from 'hono'
import { isSteppedUp } from '../../../core/account.ts'
import { HOLDS_TOKENS } from '../../../core/api-token.ts'
import { type Action, mayAtAll } from '../../../core/policy.ts'
import { sessionsOf, waysOf } from '../../../store/queries/accounts.ts'
import { deskDocuments } from '../../../store/queries/desk.ts'
import { recordGroups } from '../../../store/queries/records.ts'
import { tokensOf } from '../../../store/queries/tokens.ts'
import {
  addPasskey,
  changePassphrase,
  changeRecoveryCodes,
  changeTotp,
  offerOwnPasskey,
  offerTotp,
  removePasskey,
  setPassphrase,
} from '../../../usecases/accounts/own-ways.ts'
import { revokeOthers, revokeSession, signOut } from '../../../usecases/accounts/sessions.ts'
import { issueToken, revokeToken } from '../../../usecases/accounts/tokens.ts'
import { goAway, liftersOf, planAway } from '../../../usecases/accounts/travel.ts'
import { type Context, organisationOf } from '../../../usecases/context.ts'
import { countRecords } from '../../../usecases/read-records.ts'
import { scripted } from '../../middleware/headers.ts'
import { type DeskEnv, dropSession } from '../../middleware/signed-in.ts'
import { steppedUp } from '../../middleware/stepped-up.ts'
import type { Behind } from '../behind.ts'
import { faceOf } from '../face.ts'
import { formFields, jsonFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { partyOf } from '../party.ts'
import { answerIn, type Desk, type Door, needParty } from './door.ts'
import { codesPage } from './join-page.ts'
import { mePage } from './me-page.ts'
import { newTokenPage } from './token-page.ts'
import { type TravelView, travelPage } from './travel-page.ts'

type Asked = Request<DeskEnv>

export function signOutRoute(app: Desk, { context }: Door): void {
  app.post('/:language/desk/sign-out', async (c) => {
    await signOut(context, c.get('visitor'))
    dropSession(c)
    return c.redirect(`/${faceOf(c, context).words.language}/desk/sign-in`, 303)
  })
}

export function meRoutes(app: Desk, door: Door, own: Behind): void {
  const { context, gate } = door
  const me = '/:language/desk/me'
  const back = (c: Asked): Response => c.redirect(`/${faceOf(c, context).words.language}/desk/me`, 303)
  app.use(me, scripted)
  app.get(me, async (c) => c.html(await page(c, door, [])))
  // What only takes away asks for no confirmation: it must work in a hurry.
  app.post(`${me}/sessions/revoke`, async (c) => {
    await revokeSession(context, c.get('visitor'), (await formFields(c, ['session'])).session)
    return back(c)
  })
  app.post(`${me}/sessions/revoke-others`, async (c) => {
    await formFields(c, [])
    await revokeOthers(context, c.get('visitor'))
    return back(c)
  })
  app.post(`${me}/travel`, async (c) => {
    await formFields(c, [])
    await goAway(context, c.get('visitor'))
    dropSession(c)
    return c.redirect(`/${faceOf(c, context).words.language}/desk/sign-in`, 303)
  })
  const journey = async (c: Asked, from: string, lines: readonly string[]): Promise<string> =>
    travelPage(faceOf(c, context), { ...(await showsNow(c, door, own)), from, lines })
  app.get(`${me}/journey`, async (c) => c.html(await journey(c, c.get('visitor').awayFrom ?? '', [])))
  app.get(`${me}/journey.json`, async (c) =>
    c.json({ ...(await showsNow(c, door, own)), from: c.get('visitor').awayFrom }),
  )
  // Planning takes away only, and a plan that is dropped gives nothing that is not there already.
  app.post(`${me}/journey`, async (c) => {
    const { from } = await formFields(c, ['from'])
    const work = async (): Promise<Response> => {
      await planAway(context, c.get('visitor'), from.trim())
      return c.redirect(`/${faceOf(c, context).words.language}/desk/me/journey`, 303)
    }
    return orShow(c, door, work, (lines) => journey(c, from, lines))
  })
  app.post(`${me}/journey/drop`, async (c) => {
    await formFields(c, [])
    await planAway(context, c.get('visitor'), null)
    return c.redirect(`/${faceOf(c, context).words.language}/desk/me/journey`, 303)
  })
  app.post(`${me}/tokens/revoke`, async (c) => {
    await revokeToken(context, c.get('visitor'), (await formFields(c, ['key'])).key)
    return back(c)
  })
  app.use(`${me}/*`, steppedUp(context, 'me'))
  app.post(`${me}/tokens`, async (c) => {
    const { label } = await formFields(c, ['label'])
    return onPage(c, door, async () =>
      c.html(newTokenPage(faceOf(c, context), await issueToken(context, c.get('visitor'), label))),
    )
  })
  app.post(`${me}/passkeys/options`, async (c) => {
    await jsonFields(c, [])
    return c.json(await offerOwnPasskey(context, gate, needParty(c, door), c.get('visitor')))
  })
  app.post(`${me}/passkeys`, async (c) => {
    const { answer } = await jsonFields(c, [])
    await addPasskey(context, gate, needParty(c, door), c.get('visitor'), answerIn(answer))
    return c.json({ to: `/${faceOf(c, context).words.language}/desk/me` })
  })
  app.post(`${me}/passkeys/remove`, async (c) => {
    const { passkey } = await formFields(c, ['passkey'])
    return onPage(c, door, async () => {
      await removePasskey(context, c.get('visitor'), passkey)
      return back(c)
    })
  })
  app.post(`${me}/first-passphrase`, async (c) => {
    const { passphrase, code } = await formFields(c, ['passphrase', 'code'])
    return onPage(c, door, async () => {
      const codes = await setPassphrase(context, c.get('visitor'), { passphrase, totp: code })
      return c.html(codesPage(faceOf(c, context), codes))
    })
  })
  app.post(`${me}/passphrase`, async (c) => {
    const { passphrase } = await formFields(c, ['passphrase'])
    return onPage(c, door, async () => {
      await changePassphrase(context, c.get('visitor'), passphrase)
      return back(c)
    })
  })
  app.post(`${me}/one-time-codes`, async (c) => {
    const { code } = await formFields(c, ['code'])
    return onPage(c, door, async () => {
      await changeTotp(context, c.get('visitor'), code)
      return back(c)
    })
  })
  app.post(`${me}/recovery-codes`, async (c) => {
    await formFields(c, [])
    return onPage(c, door, async () => {
      const codes = await changeRecoveryCodes(context, c.get('visitor'))
      return c.html(codesPage(faceOf(c, context), codes))
    })
  })
}

/** As far as whoever asks may read. */
async function showsNow(
  c: Asked,
  { context }: Door,
  own: Behind,
): Promise<Omit<TravelView, 'from' | 'lines'>> {
  const [mine, visitor] = [own(c), c.get('visitor')]
  const groups = mayDoAtAll(mine, 'read') ? await recordGroups(mine.store) : []
  const counts = Object.values(countRecords(mine, groups))
  const reports = mayDoAtAll(mine, 'import') ? await deskDocuments(mine.store, organisationOf(mine)) : []
  return {
    records: counts.reduce((sum, one) => sum + one, 0),
    reports: reports.length,
    sessions: (await sessionsOf(context.store, visitor.actor.account)).length,
    lifters: await liftersOf(context, visitor),
  }
}
const mayDoAtAll = ({ actor, knowledge }: Context, action: Action): boolean =>
  actor !== null && mayAtAll(knowledge.codebook.policy, actor, action)

const onPage = (c: Asked, door: Door, work: () => Promise<Response>): Promise<Response> =>
  orShow(c, door, work, (lines) => page(c, door, lines))

async function page(c: Asked, { context, origin }: Door, lines: readonly string[]): Promise<string> {
  const visitor = c.get('visitor')
  const isConfirmed = isSteppedUp(visitor.session, context.clock.now())
  return mePage(faceOf(c, context), {
    sessions: await sessionsOf(context.store, visitor.actor.account),
    ways: await waysOf(context.store, visitor.actor.account),
    tokens: HOLDS_TOKENS.has(visitor.actor.role)
      ? await tokensOf(context.store, visitor.actor.account)
      : null,
    offer: isConfirmed ? await offerTotp(context, visitor) : null,
    lines,
    passkeys: partyOf(c, origin) !== null,
  })
}
