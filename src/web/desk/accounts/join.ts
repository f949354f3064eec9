/** Routes of an invitation: looking at it, taking it up by passkey or by passphrase. The code stands in the path, which is never logged. */
import {
  type Joined,
  joinByPasskey,
  joinByPassphrase,
  offerJoin,
  openInvitation,
} from '../../../usecases/accounts/join.ts'
import { scripted } from '../../middleware/headers.ts'
import { keepSession } from '../../middleware/signed-in.ts'
import { faceOf } from '../face.ts'
import { formFields, jsonFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { partyOf } from '../party.ts'
import { answerIn, type Desk, type Door, deviceIn, needParty } from './door.ts'
import { codesPage, joinPage } from './join-page.ts'

export function joinRoutes(app: Desk, door: Door): void {
  const { context, gate, origin } = door
  const path = '/:language/desk/join/:code'
  app.use(path, scripted)
  app.get(path, async (c) => {
    const face = faceOf(c, context)
    const code = c.req.param('code')
    const offer = await openInvitation(context, code)
    const passkeys = partyOf(c, origin) !== null
    return c.html(joinPage(face, { code, offer, handle: '', lines: [], passkeys }))
  })
  app.post(path, async (c) => {
    const face = faceOf(c, context)
    const code = c.req.param('code')
    const { code: totp, ...given } = await formFields(c, ['handle', 'passphrase', 'code'])
    const offer = await openInvitation(context, code)
    const work = async (): Promise<Response> => {
      const joined: Joined = await joinByPassphrase(context, { ...given, code, totp }, deviceIn(c))
      keepSession(c, joined.token)
      return c.html(codesPage(face, joined.recoveryCodes))
    }
    return orShow(c, door, work, (lines) =>
      joinPage(face, { code, offer, handle: given.handle, lines, passkeys: partyOf(c, origin) !== null }),
    )
  })
  app.post(`${path}/passkey/options`, async (c) => {
    const { handle } = await jsonFields(c, ['handle'])
    return c.json(await offerJoin(context, gate, needParty(c, door), { code: c.req.param('code'), handle }))
  })
  app.post(`${path}/passkey`, async (c) => {
    const { words } = faceOf(c, context)
    const { handle, answer } = await jsonFields(c, ['handle'])
    const given = { code: c.req.param('code'), handle, answer: answerIn(answer) }
    const { token } = await joinByPasskey(context, gate, needParty(c, door), given, deviceIn(c))
    keepSession(c, token)
    return c.json({ to: `/${words.language}/desk/` })
  })
}
