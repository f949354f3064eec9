/** Routes to the link desk: names in records beside recorded people, one pair at a time, and what is judged of them. */
import type { Hono } from 'hono'
import { todayIs } from '../../../app.ts'
import { JUDGED } from '../../../core/decided.ts'
import { Refusal, refuse } from '../../../core/faults.ts'
import { recordRow } from '../../../store/queries/records.ts'
import type { Context } from '../../../usecases/context.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { judgementLine } from '../../../usecases/link/judgement-line.ts'
import { readLinks } from '../../../usecases/link/read-links.ts'
import { permit, targetOf } from '../../../usecases/permit.ts'
import { replayDecisions } from '../../../usecases/replay-decisions.ts'
import { faultLines, statusOf } from '../../errors.ts'
import { island } from '../../middleware/headers.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { type Done, linksPage } from './page.ts'

const FIELDS = ['record', 'claim', 'person', 'verdict', 'seen', 'at', 'why'] as const
/** The ids of what was just judged, in the address that follows: no name stands in them. */
const DONE = /^([a-z0-9-]{2,81})~(c-[0-9a-f]{20})~([a-z0-9-]{2,81})~(same|different|unsure)$/

export function linkRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/links'
  const placeIn = (text: string | undefined): number =>
    Math.min(100_000, Number.parseInt(text ?? '0', 10) || 0)
  const today = (): string => todayIs(context.clock)
  app.get(list, island, async (c) => {
    const at = Math.max(0, placeIn(c.req.query('at')))
    const links = await readLinks(behind(c), at)
    const [, record = '', claim = '', person = '', verdict = ''] = DONE.exec(c.req.query('done') ?? '') ?? []
    const done: Done | null = record === '' ? null : { record, claim, person, verdict }
    return c.html(linksPage(desktopOf(c, context), links, { at, today: today(), done, lines: [] }))
  })
  app.get(`${list}.json`, async (c) => {
    const { open, pair, unrecorded, contradictions, equivalents, bodies } = await readLinks(
      behind(c),
      Math.max(0, placeIn(c.req.query('at'))),
    )
    const told = pair && {
      ...{ record: pair.row.id, claim: pair.open.claim, name: pair.open.name, person: pair.person },
      ...{ spelling: pair.spelling, score: pair.found.score, why: pair.found.why, seen: pair.seen },
    }
    return c.json({ open, pair: told, unrecorded, contradictions, stems: equivalents, bodies })
  })
  app.post(list, island, async (c) => {
    const given = await formFields(c, FIELDS)
    const [own, at] = [behind(c), Math.max(0, placeIn(given.at))]
    const { language } = desktopOf(c, context).face.words
    const verdict = JUDGED.find((one) => one === given.verdict)
    if (!verdict) throw refuse('input.value', { problem: 'verdict' }, 'verdict')
    const row = await recordRow(own.store, given.record)
    permit(own, 'people')
    permit(own, 'decide', { id: given.record, target: row && targetOf(row) })
    if (!row) throw refuse('record.unknown', { id: given.record }, given.record)
    const { claim, person, why } = given
    const seen = Number.parseInt(given.seen, 10) || undefined
    const line = await judgementLine(own, row, { claim, person, verdict, why, seen })
    try {
      await replayDecisions(own, [parseDecided(line, context.knowledge.codebook, today(), 'form')])
    } catch (error) {
      if (!(error instanceof Refusal) || wantsJson(c) || !/^(link|review)\./.test(error.code)) throw error
      const lines = faultLines(error.faults, desktopOf(c, context).face.words)
      const links = await readLinks(own, at)
      return c.html(
        linksPage(desktopOf(c, context), links, { at, today: today(), done: null, lines }),
        statusOf(error),
      )
    }
    if (wantsJson(c)) return c.json({ record: given.record, person: given.person, verdict })
    const done = verdict === 'none' ? '' : `&done=${given.record}~${given.claim}~${given.person}~${verdict}`
    return c.redirect(`/${language}/desk/links?at=${at}${done}`, 303)
  })
}
