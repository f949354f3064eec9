/** Routes to people recorded twice: two side by side, what is judged of them, and the clearance that lets readers see them as one. */
import type { Hono } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { Refusal, refuse } from '../../../core/faults.ts'
import { keyOf, SAID_OF_PAIR, standingPairs } from '../../../core/identity/pairs.ts'
import { saidOfPersons } from '../../../store/queries/pairs.ts'
import type { Context } from '../../../usecases/context.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { mayClearPeople, mayJudgePeople, readPeoplePairs } from '../../../usecases/link/read-people-pairs.ts'
import { permit } from '../../../usecases/permit.ts'
import { replayDecisions } from '../../../usecases/replay-decisions.ts'
import { faultLines, statusOf } from '../../errors.ts'
import { island } from '../../middleware/headers.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { steppedUpFor } from '../../middleware/stepped-up.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { askedIn, doneIn, placeIn } from './asked.ts'
import { twicePeoplePage } from './people-page.ts'

export function twicePeopleRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/twice/people'
  const today = (): string => todayIs(context.clock)
  const decided = (own: Context, line: Readonly<Record<string, unknown>>) =>
    replayDecisions(own, [parseDecided(line, context.knowledge.codebook, today(), 'form')])
  app.get(list, island, async (c) => {
    const own = behind(c)
    const asked = askedIn(c.req.query())
    const page = { ...asked, done: doneIn(c.req.query('done')), lines: [], today: today() }
    return c.html(twicePeoplePage(desktopOf(c, context), await readPeoplePairs(own, asked), page))
  })
  app.get(`${list}.json`, async (c) => {
    const asked = askedIn(c.req.query())
    const { pair, recordOf, open, second, ...said } = await readPeoplePairs(behind(c), asked)
    const told = pair && {
      ...{ left: pair.left.known.person.id, right: pair.right.known.person.id, like: pair.like },
      ...{ standing: pair.standing, mayJudge: pair.mayJudge, mayClear: pair.mayClear },
    }
    // Whoever judges blind is not told what others said.
    const more = asked.blind ? {} : { ...said, recordOf: Object.fromEntries(recordOf) }
    return c.json({ open, second, pair: told, ...more })
  })
  app.post(list, island, async (c) => {
    const given = await formFields(c, ['left', 'right', 'verdict', 'blind', 'at', 'why'])
    const own = behind(c)
    const { left, right } = given
    const verdict = SAID_OF_PAIR.find((one) => one === given.verdict && one !== 'cleared')
    if (!verdict) throw refuse('input.value', { problem: 'verdict' }, 'verdict')
    permit(own, 'people')
    if (!(await mayJudgePeople(own, [left, right]))) throw refuse('access.forbidden')
    const asked = askedIn(given)
    const isBlind = given.blind === 'yes' && verdict !== 'none'
    const now = standingPairs(await saidOfPersons(own.store)).get(keyOf(left, right))
    // What the names had in common when it was judged is kept with it, and no part of a name.
    const like = (await readPeoplePairs(own, { ...asked, blind: isBlind })).pair?.like
    const kinds = verdict === 'none' ? '' : (like?.found.why.map((one) => one.kind).join(', ') ?? '')
    const why = [given.why.trim(), kinds].filter((one) => one !== '').join(' · ')
    const line = {
      ...{ record: 'people', id: left, with: right, verdict, ...(isBlind && { blind: true }) },
      ...{ by: c.get('actor').handle, at: context.clock.now(), ...(why !== '' && { why }) },
    }
    const { language } = desktopOf(c, context).face.words
    try {
      await decided(own, line)
    } catch (error) {
      if (!(error instanceof Refusal) || wantsJson(c) || !error.code.startsWith('people.')) throw error
      const lines = faultLines(error.faults, desktopOf(c, context).face.words)
      const page = { ...asked, done: null, lines, today: today() }
      return c.html(
        twicePeoplePage(desktopOf(c, context), await readPeoplePairs(own, asked), page),
        statusOf(error),
      )
    }
    if (wantsJson(c)) return c.json({ left, right, verdict })
    // A blind judgement stands beside the first: taking all back would take that with it.
    const before = isBlind ? '' : `~${now?.verdict ?? 'none'}`
    const done = verdict === 'none' ? '' : `&done=${left}~${right}~${verdict}${before}`
    return c.redirect(
      `/${language}/desk/twice/people?at=${placeIn(given.at)}${isBlind ? '&blind=1' : ''}${done}`,
      303,
    )
  })
  app.post(`${list}/clear`, island, steppedUpFor(context, 'correct', 'twice/people'), async (c) => {
    const { left, right, why } = await formFields(c, ['left', 'right', 'why'])
    const own = behind(c)
    permit(own, 'people')
    if (!(await mayClearPeople(own, [left, right]))) throw refuse('access.forbidden')
    await decided(own, {
      ...{ record: 'people', id: left, with: right, verdict: 'cleared', why: why.trim() },
      ...{ by: c.get('actor').handle, at: context.clock.now() },
    })
    if (wantsJson(c)) return c.json({ left, right, verdict: 'cleared' })
    const { language } = desktopOf(c, context).face.words
    return c.redirect(
      `/${language}/desk/twice/people?left=${left}&right=${right}&done=${left}~${right}~cleared`,
      303,
    )
  })
}
