/** Shutting the house at once, and opening it again: the one page that is left while it is shut. */
import type { MiddlewareHandler } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { houseNow, openHouse, shutHouse } from '../../../usecases/accounts/panic.ts'
import { mayDo } from '../../../usecases/permit.ts'
import { languageOf } from '../../errors.ts'
import { type DeskEnv, dropSession, wantsJson } from '../../middleware/signed-in.ts'
import { steppedUp } from '../../middleware/stepped-up.ts'
import { faceOf } from '../face.ts'
import { formFields } from '../form-fields.ts'
import type { Desk, Door } from './door.ts'
import { panicPage } from './panic-page.ts'

const PAGE = '/:language/desk/house'

/** `onPanic`: the running program forgets its keys, without waiting for anything to notice. */
export function panicRoutes(app: Desk, { context }: Door, onPanic: () => void): void {
  app.get(PAGE, async (c) => {
    const own = { ...context, actor: c.get('actor') }
    const view = {
      ...(await houseNow(own)),
      mayShut: mayDo(own, 'panic', null),
      mayOpen: mayDo(own, 'lift', null),
    }
    return c.html(panicPage(faceOf(c, context), view))
  })
  app.post(PAGE, async (c) => {
    await formFields(c, [])
    await shutHouse({ ...context, actor: c.get('actor') })
    onPanic()
    dropSession(c)
    return c.redirect('/blank', 303)
  })
  app.post(`${PAGE}/open`, steppedUp(context, 'house'), async (c) => {
    await formFields(c, [])
    const came = await openHouse(context, c.get('actor'))
    return c.redirect(
      `/${faceOf(c, context).words.language}/desk/${came === 'open' ? 'sign-in' : 'house'}`,
      303,
    )
  })
}

/** While the house is shut, whoever comes in comes to the page that opens it, and to nothing else. */
export const notShut =
  ({ context }: Door): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    if ((await houseNow(context)).shut) {
      if (c.req.method !== 'GET' || wantsJson(c)) throw refuse('house.shut')
      return c.redirect(`/${languageOf(c)}/desk/house`, 303)
    }
    return next()
  }
