/** Routes of the demo alone: a page behind a link that works once, and the button on it that lets in. */
import { refuse } from '../../../core/faults.ts'
import { keepSession } from '../../middleware/signed-in.ts'
import { faceOf } from '../face.ts'
import { formFields } from '../form-fields.ts'
import { demoPage } from './away-page.ts'
import { type Desk, type Door, deviceIn } from './door.ts'

/** Looking does not use the link up: programs that look at links before people do must not spend it. */
export function demoRoutes(app: Desk, { context, demo }: Door): void {
  if (!demo) return
  app.get('/:language/desk/demo/:code', (c) => {
    if (!demo.isOpen(c.req.param('code'))) throw refuse('invitation.unknown')
    return c.html(demoPage(faceOf(c, context), c.req.param('code')))
  })
  app.post('/:language/desk/demo/:code', async (c) => {
    await formFields(c, [])
    keepSession(c, await demo.enter(c.req.param('code'), deviceIn(c)))
    return c.redirect(`/${faceOf(c, context).words.language}/desk/`, 303)
  })
}
