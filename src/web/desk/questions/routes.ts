/** Routes to questions between colleagues: the list, one, a new one, and what is said to one. */
import type { Hono } from 'hono'
import { ANSWER_VERDICTS } from '../../../core/decided.ts'
import { Refusal, refuse } from '../../../core/faults.ts'
import { answerQuestion, askColleague } from '../../../usecases/colleagues/ask.ts'
import { questionsSeen } from '../../../usecases/colleagues/matters.ts'
import type { Context } from '../../../usecases/context.ts'
import { faultLines } from '../../errors.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { askAgainPage, placeOf, questionPage, questionsPage } from './pages.ts'

const DRAFT = /^r-[0-9a-f]{16}#(?:\d{1,6}[abm]{0,40}|\d{1,9}-\d{1,9})$/
const ID = /^[a-z0-9][a-z0-9-]{1,80}$/

export function questionRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/questions'
  const mine = (own: Context) => questionsSeen(own, { of: own.actor?.handle ?? '' })
  app.get(list, async (c) => c.html(questionsPage(desktopOf(c, context), await mine(behind(c)))))
  app.get(`${list}.json`, async (c) => c.json({ questions: await mine(behind(c)) }))
  app.get(`${list}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const desktop = desktopOf(c, context)
    const one = await oneOf(behind(c), id)
    return isJson ? c.json(one) : c.html(questionPage(desktop, one, desktop.face.mayAtAll('ask'), []))
  })
  app.post(list, async (c) => {
    const given = await formFields(c, ['kind', 'about', 'field', 'to', 'words'])
    const isDraft = given.kind === 'draft'
    if (!(isDraft ? DRAFT : ID).test(given.about) || !['draft', 'incident'].includes(given.kind))
      throw refuse('input.value', { problem: 'about' }, 'about')
    const about = isDraft ? { draft: given.about } : { incident: given.about }
    const own = behind(c)
    const desktop = desktopOf(c, context)
    try {
      const id = await askColleague(own, { about, field: given.field, to: given.to, words: given.words })
      if (wantsJson(c)) return c.json({ id })
      const page = placeOf(await oneOf(own, id))
      return c.redirect(`/${desktop.face.words.language}/desk/${page}#questions`, 303)
    } catch (error) {
      if (wantsJson(c) || !(error instanceof Refusal) || !error.code.startsWith('ask.')) throw error
      const lines = faultLines(error.faults, desktop.face.words)
      return c.html(askAgainPage(desktop, about, given, lines), error.status as 422)
    }
  })
  app.post(`${list}/:id`, async (c) => {
    const given = await formFields(c, ['words', 'verdict'])
    const verdict = ANSWER_VERDICTS.find((one) => one === given.verdict)
    if (!verdict) throw refuse('input.value', { problem: 'verdict' }, 'verdict')
    const [own, id] = [behind(c), c.req.param('id')]
    const one = await answerQuestion(own, id, { verdict, words: given.words })
    if (wantsJson(c)) return c.json({ id, verdict })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/${placeOf(one)}#questions`, 303)
  })
}

/** One that whoever asks may not know of is answered like one that never was. */
async function oneOf(own: Context, id: string) {
  const [one] = await questionsSeen(own, { ids: [id] })
  if (!one) throw refuse('record.unknown', { id }, id)
  return one
}
