/** Routes to the link desk: names in records beside recorded people, one pair at a time, and what is judged of them. */
import type { Hono } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { JUDGED } from '../../../core/decided.ts'
import { Refusal, refuse } from '../../../core/faults.ts'
import { recordRow } from '../../../store/queries/records.ts'
import type { Context } from '../../../usecases/context.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { judgementLine } from '../../../usecases/link/judgement-line.ts'
import { type LinksAsked, readLinks } from '../../../usecases/link/read-links.ts'
import { permit, targetOf } from '../../../usecases/permit.ts'
import { replayDecisions } from '../../../usecases/replay-decisions.ts'
import { faultLines, statusOf } from '../../errors.ts'
import { island } from '../../middleware/headers.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { type Done, linksPage } from './page.ts'

const FIELDS = ['record', 'claim', 'person', 'verdict', 'seen', 'at', 'blind', 'why'] as const
const [CLAIM, PERSON] = [/^c-[0-9a-f]{20}$/, /^[a-z0-9-]{2,81}$/]
/** The ids of what was just judged, in the address that follows: no name stands in them. */
const DONE = /^([a-z0-9-]{2,81})~(c-[0-9a-f]{20})~([a-z0-9-]{2,81})~(same|different|unsure)$/

export function linkRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/links'
  const placeIn = (text: string | undefined): number =>
    Math.min(100_000, Number.parseInt(text ?? '0', 10) || 0)
  const today = (): string => todayIs(context.clock)
  const askedIn = ({ at, blind, claim = '', person = '' }: Readonly<Record<string, string>>): LinksAsked => ({
    at: Math.max(0, placeIn(at)),
    blind: blind === '1' || blind === 'yes',
    ids: CLAIM.test(claim) && PERSON.test(person) ? { claim, person } : null,
  })
  app.get(list, island, async (c) => {
    const asked = askedIn(c.req.query())
    const links = await readLinks(behind(c), asked)
    const [, record = '', claim = '', person = '', verdict = ''] = DONE.exec(c.req.query('done') ?? '') ?? []
    const done: Done | null = record === '' ? null : { record, claim, person, verdict }
    return c.html(linksPage(desktopOf(c, context), links, { ...asked, today: today(), done, lines: [] }))
  })
  app.get(`${list}.json`, async (c) => {
    const asked = askedIn(c.req.query())
    const { open, pair, judged, equivalents, ...rest } = await readLinks(behind(c), asked)
    const told = pair && {
      ...{ record: pair.row.id, claim: pair.open.claim, name: pair.open.name, person: pair.person },
      ...{ spelling: pair.spelling, score: pair.found.score, why: pair.found.why, seen: pair.seen },
      standing: pair.standing,
    }
    const { second, unsettled, agreement } = judged
    // Whoever judges blind is not told what others said.
    const said = asked.blind ? {} : { unsettled, agreement }
    return c.json({ open, pair: told, ...rest, stems: equivalents, second: second.length, ...said })
  })
  app.post(list, island, async (c) => {
    const given = await formFields(c, FIELDS)
    const own = behind(c)
    const isBlind = given.blind === 'yes' && given.verdict !== 'none'
    const asked: LinksAsked = { at: Math.max(0, placeIn(given.at)), blind: isBlind, ids: null }
    const { language } = desktopOf(c, context).face.words
    const verdict = JUDGED.find((one) => one === given.verdict)
    if (!verdict) throw refuse('input.value', { problem: 'verdict' }, 'verdict')
    const row = await recordRow(own.store, given.record)
    permit(own, 'people')
    permit(own, 'decide', { id: given.record, target: row && targetOf(row) })
    if (!row) throw refuse('record.unknown', { id: given.record }, given.record)
    const { claim, person, why } = given
    const seen = Number.parseInt(given.seen, 10) || undefined
    const line = await judgementLine(own, row, { claim, person, verdict, why, seen, blind: isBlind })
    try {
      await replayDecisions(own, [parseDecided(line, context.knowledge.codebook, today(), 'form')])
    } catch (error) {
      if (!(error instanceof Refusal) || wantsJson(c) || !/^(link|review)\./.test(error.code)) throw error
      const lines = faultLines(error.faults, desktopOf(c, context).face.words)
      const links = await readLinks(own, asked)
      return c.html(
        linksPage(desktopOf(c, context), links, { ...asked, today: today(), done: null, lines }),
        statusOf(error),
      )
    }
    if (wantsJson(c)) return c.json({ record: given.record, person: given.person, verdict })
    // A blind judgement stands beside the first: taking all back would take that with it.
    const done =
      verdict === 'none' || isBlind ? '' : `&done=${given.record}~${given.claim}~${given.person}~${verdict}`
    return c.redirect(`/${language}/desk/links?at=${asked.at}${isBlind ? '&blind=1' : ''}${done}`, 303)
  })
}
