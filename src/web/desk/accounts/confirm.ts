/** Routes of the confirmation before a sensitive act; afterwards the page that was asked for, if it is one of ours. */
import type { Context as Request } from 'hono'
import { waysOf } from '../../../store/queries/accounts.ts'
import { stepUpByPasskey, stepUpByPassphrase, stepUpChallenge } from '../../../usecases/accounts/step-up.ts'
import { scripted } from '../../middleware/headers.ts'
import { type DeskEnv, keepSession } from '../../middleware/signed-in.ts'
import { localPage } from '../../middleware/stepped-up.ts'
import { faceOf } from '../face.ts'
import { formFields, jsonFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { partyOf } from '../party.ts'
import { confirmPage } from './confirm-page.ts'
import { answerIn, type Desk, type Door, needParty } from './door.ts'

export function confirmRoutes(app: Desk, door: Door): void {
  const { context, gate } = door
  const pathOf = (c: Request<DeskEnv>, to: string | undefined): string =>
    localPage(to, faceOf(c, context).words.language)
  app.use('/:language/desk/confirm', scripted)
  app.get('/:language/desk/confirm', async (c) =>
    c.html(await page(c, door, pathOf(c, c.req.query('to')), [])),
  )
  app.post('/:language/desk/confirm', async (c) => {
    const { to: asked, ...given } = await formFields(c, ['passphrase', 'code', 'to'])
    const to = pathOf(c, asked)
    const work = async (): Promise<Response> => {
      keepSession(c, await stepUpByPassphrase(context, gate, c.get('visitor'), given))
      return c.redirect(to, 303)
    }
    return orShow(c, door, work, (lines) => page(c, door, to, lines))
  })
  app.post('/:language/desk/confirm/passkey/options', async (c) => {
    await jsonFields(c, [])
    return c.json(await stepUpChallenge(context, gate, needParty(c, door), c.get('visitor')))
  })
  app.post('/:language/desk/confirm/passkey', async (c) => {
    const { to, answer } = await jsonFields(c, ['to'])
    const party = needParty(c, door)
    keepSession(c, await stepUpByPasskey(context, gate, party, c.get('visitor'), answerIn(answer)))
    return c.json({ to: pathOf(c, to) })
  })
  const { demo } = door
  if (demo)
    app.post('/:language/desk/confirm/demo', async (c) => {
      const { to } = await formFields(c, ['to'])
      keepSession(c, await demo.confirm(c.get('visitor')))
      return c.redirect(pathOf(c, to), 303)
    })
}

async function page(c: Request<DeskEnv>, door: Door, to: string, lines: readonly string[]): Promise<string> {
  const { actor } = c.get('visitor')
  const ways = await waysOf(door.context.store, actor.account)
  return confirmPage(faceOf(c, door.context), {
    to,
    lines,
    passkey: partyOf(c, door.origin) !== null && ways.some((one) => one.kind === 'passkey'),
    passphrase: ways.some((one) => one.kind === 'passphrase'),
    demo: door.demo?.isDemo(actor.handle) === true,
  })
}
