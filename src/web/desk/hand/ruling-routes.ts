/** Routes that decide one thing of a record by itself: which of the values that sources say stand, who collected first, what a total covers, and who may read it. */
import type { Hono } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { refuse } from '../../../core/faults.ts'
import { TIERS } from '../../../core/tier.ts'
import { recordRow } from '../../../store/queries/records.ts'
import type { Context } from '../../../usecases/context.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { readSayings } from '../../../usecases/hand/read-sayings.ts'
import { permit, targetOf } from '../../../usecases/permit.ts'
import { replayDecisions } from '../../../usecases/replay-decisions.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { confirmFirst } from '../../middleware/stepped-up.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { decidable } from './source-routes.ts'

export function rulingRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const record = '/:language/desk/records/:id'
  const decide = (own: Context, line: object): Promise<unknown> =>
    replayDecisions(own, [parseDecided(line, context.knowledge.codebook, todayIs(context.clock), 'form')])
  app.get(`${record}/sayings.json`, async (c) => {
    const own = behind(c)
    const [id, row] = [c.req.param('id'), await recordRow(own.store, c.req.param('id'))]
    permit(own, 'history', { id, target: row && targetOf(row) })
    if (!row) throw refuse('record.unknown', { id }, id)
    return c.json({ id: row.id, sayings: await readSayings(own, row) })
  })
  app.post(`${record}/ruling`, async (c) => {
    const given = await formLists(c, ['stands'], ['field', 'disputed', 'why', 'seen'])
    const [own, id] = [behind(c), c.req.param('id')]
    await decidable(own, id)
    if (given.why.trim() === '') throw refuse('review.reason', {}, 'why')
    await decide(own, {
      ...{ record: 'ruling', id, field: given.field, stands: given.stands, why: given.why.trim() },
      disputed: given.disputed === 'yes',
      seen: Number.parseInt(given.seen, 10) || 0,
      ...{ by: c.get('actor').handle, at: context.clock.now() },
    })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/records/${id}#sayings`, 303)
  })
  app.post(`${record}/collector`, async (c) => {
    const given = await formFields(c, ['document', 'collector', 'why', 'seen'])
    const [own, id] = [behind(c), c.req.param('id')]
    await decidable(own, id)
    await decide(own, {
      ...{ record: 'collector', id, document: given.document, collector: given.collector.trim() || null },
      seen: Number.parseInt(given.seen, 10) || 0,
      ...(given.why.trim() !== '' && { why: given.why.trim() }),
      ...{ by: c.get('actor').handle, at: context.clock.now() },
    })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/records/${id}#collectors`, 303)
  })
  app.post(`${record}/covers`, async (c) => {
    const given = await formFields(c, ['incident', 'covers', 'why', 'seen'])
    const [own, id] = [behind(c), c.req.param('id')]
    await decidable(own, id)
    const other = await recordRow(own.store, given.incident)
    permit(own, 'relations', { id: given.incident, target: other && targetOf(other) })
    await decide(own, {
      ...{ record: 'cover', id, with: given.incident, covers: given.covers === 'yes' },
      seen: Number.parseInt(given.seen, 10) || 0,
      ...(given.why.trim() !== '' && { why: given.why.trim() }),
      ...{ by: c.get('actor').handle, at: context.clock.now() },
    })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/records/${id}#covers`, 303)
  })
  app.post(`${record}/tier`, async (c) => {
    const given = await formFields(c, ['tier', 'why'])
    const [own, id] = [behind(c), c.req.param('id')]
    const row = await decidable(own, id)
    const tier = TIERS.find((one) => one === given.tier)
    if (!tier) throw refuse('input.value', { problem: 'tier' })
    if (given.why.trim() === '') throw refuse('review.reason', {}, 'why')
    // To narrow does not wait; what was opened once cannot be called back, so whoever opens proves once more who they are.
    const isOpening = TIERS.indexOf(tier) < TIERS.indexOf(row.tier as (typeof TIERS)[number])
    const proof = isOpening && confirmFirst(c, context, `records/${id}`)
    if (proof) return proof
    const who = { by: c.get('actor').handle, at: context.clock.now() }
    await decide(own, { record: 'tier', id, value: tier, why: given.why.trim(), ...who })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/records/${id}`, 303)
  })
}
