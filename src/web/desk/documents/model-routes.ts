/** Routes to the reading of a report by a language model: what would leave is said first, and sent only when somebody agrees. */
import type { Hono } from 'hono'
import { refuse } from '../../../core/faults.ts'
import type { Context } from '../../../usecases/context.ts'
import { offerModel, readWithModel } from '../../../usecases/model/read-with-model.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { modelPage } from './model-page.ts'

export function modelRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  for (const ending of ['', '.json'])
    app.get(`/:language/desk/documents/:id/model${ending}`, async (c) => {
      const offer = await offerModel(behind(c), c.req.param('id'))
      const { characters, model } = offer
      return ending === ''
        ? c.html(modelPage(desktopOf(c, context), offer))
        : c.json({ document: offer.document.id, characters, to: model.url, model: model.name })
    })
  app.post('/:language/desk/documents/:id/model', async (c) => {
    const { agree } = await formFields(c, ['agree'])
    if (agree !== 'yes') throw refuse('input.value', { problem: 'agree' }, 'agree')
    const id = c.req.param('id')
    const { values, dropped } = await readWithModel(behind(c), id)
    const home = `/${desktopOf(c, context).face.words.language}/desk/documents/${id}`
    return c.redirect(`${home}?model=${values}-${dropped}`, 303)
  })
}
