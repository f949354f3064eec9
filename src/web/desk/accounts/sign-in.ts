/** Routes of the door: signing in by passkey or by passphrase. Before anybody is signed in, so they hold no form token. */
import { signInByPasskey, signInByPassphrase, signInChallenge } from '../../../usecases/accounts/sign-in.ts'
import { scripted } from '../../middleware/headers.ts'
import { keepSession } from '../../middleware/signed-in.ts'
import { localPage } from '../../middleware/stepped-up.ts'
import { faceOf } from '../face.ts'
import { formFields, jsonFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { partyOf } from '../party.ts'
import { answerIn, type Desk, type Door, deviceIn, needParty } from './door.ts'
import { signInPage } from './sign-in-page.ts'

export function signInRoutes(app: Desk, door: Door): void {
  const { context, gate, origin } = door
  app.use('/:language/desk/sign-in', scripted)
  app.get('/:language/desk/sign-in', (c) => {
    const face = faceOf(c, context)
    const to = localPage(c.req.query('to'), face.words.language)
    return c.html(signInPage(face, { to, lines: [], passkeys: partyOf(c, origin) !== null }))
  })
  app.post('/:language/desk/sign-in', async (c) => {
    const face = faceOf(c, context)
    const { to: asked, ...given } = await formFields(c, ['handle', 'passphrase', 'code', 'to'])
    const to = localPage(asked, face.words.language)
    const work = async (): Promise<Response> => {
      keepSession(c, await signInByPassphrase(context, gate, given, deviceIn(c)))
      return c.redirect(to, 303)
    }
    return orShow(c, door, work, (lines) =>
      signInPage(face, { to, lines, passkeys: partyOf(c, origin) !== null }),
    )
  })
  app.post('/:language/desk/sign-in/passkey/options', async (c) => {
    await jsonFields(c, [])
    return c.json(await signInChallenge(gate, needParty(c, door)))
  })
  app.post('/:language/desk/sign-in/passkey', async (c) => {
    const { words } = faceOf(c, context)
    const { to, answer } = await jsonFields(c, ['to'])
    const party = needParty(c, door)
    keepSession(c, await signInByPasskey(context, gate, party, answerIn(answer), deviceIn(c)))
    return c.json({ to: localPage(to, words.language) })
  })
}
