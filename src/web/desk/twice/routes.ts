/** Routes to records made twice: two side by side, what is judged of them, and the clearance that lets readers see them as one. */
import type { Hono } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { Refusal, refuse } from '../../../core/faults.ts'
import { judgedOne } from '../../../core/identity/judged-one.ts'
import { keyOf, SAID_OF_PAIR } from '../../../core/identity/pairs.ts'
import { saidOfPairs } from '../../../store/queries/pairs.ts'
import { recordRow } from '../../../store/queries/records.ts'
import type { Context } from '../../../usecases/context.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { mayClear, readPairs } from '../../../usecases/link/read-pairs.ts'
import { permit, targetOf } from '../../../usecases/permit.ts'
import { replayDecisions } from '../../../usecases/replay-decisions.ts'
import { faultLines, statusOf } from '../../errors.ts'
import { island } from '../../middleware/headers.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { steppedUpFor } from '../../middleware/stepped-up.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { askedIn, doneIn, placeIn } from './asked.ts'
import { twicePage } from './page.ts'

export function twiceRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/twice'
  app.get(list, island, async (c) => {
    const own = behind(c)
    permit(own, 'people')
    const asked = askedIn(c.req.query())
    const done = doneIn(c.req.query('done'))
    return c.html(
      twicePage(desktopOf(c, context), await readPairs(own, asked), { ...asked, done, lines: [] }),
    )
  })
  app.get(`${list}.json`, async (c) => {
    const own = behind(c)
    permit(own, 'people')
    const asked = askedIn(c.req.query())
    const { pair, open, second, ...said } = await readPairs(own, asked)
    const told = pair && {
      ...{ left: pair.left.row.id, right: pair.right.row.id, why: pair.why, standing: pair.standing },
      ...{ mayJudge: pair.mayJudge, mayClear: pair.mayClear },
    }
    // Whoever judges blind is not told what others said.
    return c.json({ open, second, pair: told, ...(!asked.blind && said) })
  })
  app.post(list, island, async (c) => {
    const given = await formFields(c, ['left', 'right', 'verdict', 'blind', 'at', 'why'])
    const own = behind(c)
    const verdict = SAID_OF_PAIR.find((one) => one === given.verdict && one !== 'cleared')
    if (!verdict) throw refuse('input.value', { problem: 'verdict' }, 'verdict')
    permit(own, 'people')
    for (const id of [given.left, given.right]) {
      const row = await recordRow(own.store, id)
      permit(own, 'decide', { id, target: row && targetOf(row) })
    }
    const isBlind = given.blind === 'yes' && verdict !== 'none'
    const line = {
      ...{ record: 'pair', id: given.left, with: given.right, verdict, ...(isBlind && { blind: true }) },
      ...{ by: c.get('actor').handle, at: context.clock.now() },
      ...(given.why.trim() !== '' && { why: given.why.trim() }),
    }
    const { language } = desktopOf(c, context).face.words
    const now = judgedOne(await saidOfPairs(own.store)).pairs.get(keyOf(given.left, given.right))
    try {
      await replayDecisions(own, [
        parseDecided(line, context.knowledge.codebook, todayIs(context.clock), 'form'),
      ])
    } catch (error) {
      if (!(error instanceof Refusal) || wantsJson(c) || !error.code.startsWith('pair.')) throw error
      const lines = faultLines(error.faults, desktopOf(c, context).face.words)
      const asked = askedIn(given)
      const pairs = await readPairs(own, asked)
      return c.html(twicePage(desktopOf(c, context), pairs, { ...asked, done: null, lines }), statusOf(error))
    }
    if (wantsJson(c)) return c.json({ left: given.left, right: given.right, verdict })
    // A blind judgement stands beside the first: taking all back would take that with it.
    const before = isBlind ? '' : `~${now?.verdict ?? 'none'}`
    const done = verdict === 'none' ? '' : `&done=${given.left}~${given.right}~${verdict}${before}`
    return c.redirect(
      `/${language}/desk/twice?at=${placeIn(given.at)}${isBlind ? '&blind=1' : ''}${done}`,
      303,
    )
  })
  app.post(`${list}/clear`, island, steppedUpFor(context, 'correct', 'twice'), async (c) => {
    const { left, right, why } = await formFields(c, ['left', 'right', 'why'])
    const own = behind(c)
    permit(own, 'people')
    for (const id of [left, right]) {
      const row = await recordRow(own.store, id)
      permit(own, 'relations', { id, target: row && targetOf(row) })
      if (!row || !mayClear(own, row)) throw refuse('access.forbidden')
    }
    const line = {
      ...{ record: 'pair', id: left, with: right, verdict: 'cleared', why: why.trim() },
      ...{ by: c.get('actor').handle, at: context.clock.now() },
    }
    await replayDecisions(own, [
      parseDecided(line, context.knowledge.codebook, todayIs(context.clock), 'form'),
    ])
    if (wantsJson(c)) return c.json({ left, right, verdict: 'cleared' })
    const { language } = desktopOf(c, context).face.words
    return c.redirect(
      `/${language}/desk/twice?left=${left}&right=${right}&done=${left}~${right}~cleared`,
      303,
    )
  })
}
