/** Routes to records: the list, one record, its history and relations, moves and shares. Each asks the table of access first. */
import type { Hono } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { MOVES } from '../../../core/state.ts'
import { recordGroups, recordRow } from '../../../store/queries/records.ts'
import type { Context } from '../../../usecases/context.ts'
import { exportForms } from '../../../usecases/exports/ask-export.ts'
import { handOver } from '../../../usecases/hand-over.ts'
import { mayDo, permit, targetOf } from '../../../usecases/permit.ts'
import {
  countRecords,
  idOf,
  listRecords,
  type ReadRecord,
  readHistory,
  readRecord,
  readRelations,
} from '../../../usecases/read-records.ts'
import { replayDecisions } from '../../../usecases/replay-decisions.ts'
import { newRecord } from '../../../usecases/review/save-passage.ts'
import { WAITED_FOR, whatWaits } from '../../../usecases/what-waits.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { proofFor, steppedUpFor } from '../../middleware/stepped-up.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { recordsFeed } from './feed.ts'
import { listPage } from './list-page.ts'
import { recordPage } from './record-page.ts'
import { recordView } from './record-view.ts'
import { replyRoutes } from './reply-routes.ts'
import { shownPage } from './shown-page.ts'
import { historyPage, relationsPage } from './trail-page.ts'

const A_PAGE = 50

export function recordRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/records'
  app.get(list, async (c) =>
    c.html(listPage(desktopOf(c, context), await listView(behind(c), c.req.query()))),
  )
  app.post('/:language/desk/seek/records', async (c) => {
    const asked = await formFields(c, ['q', 'state', 'waits', 'page'])
    return c.html(listPage(desktopOf(c, context), await listView(behind(c), asked)))
  })
  app.get(`${list}.json`, async (c) => {
    const { records, counts } = await listView(behind(c), c.req.query())
    return c.json({ counts, records: records.map(twin) })
  })
  app.get(`${list}.atom`, async (c) => {
    const { records } = await listView(behind(c), c.req.query())
    return c.body(recordsFeed(desktopOf(c, context), records), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
    })
  })
  app.get(`${list}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const own = behind(c)
    const found = await readRecord(own, id)
    if (isJson) return c.json(twin(found))
    const desktop = desktopOf(c, context)
    if (found.kind === 'team') return c.html(recordPage(desktop, await recordView(own, found.row)))
    return c.html(shownPage(desktop, found, await exportForms(own, id)))
  })
  app.get(`${list}/:id/:trail`, async (c) => {
    const { id: trail, isJson } = withoutEnding(c.req.param('trail'))
    const id = c.req.param('id')
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    if (trail === 'history') {
      const steps = await readHistory(own, id)
      return isJson ? c.json({ id, steps }) : c.html(historyPage(desktop, id, steps))
    }
    if (trail !== 'relations') throw refuse('page.not-found')
    const relations = await readRelations(own, id)
    return isJson ? c.json({ id, relations }) : c.html(relationsPage(desktop, id, relations))
  })
  replyRoutes(app, context, behind)
  app.post('/:language/desk/moves', async (c) => {
    const { ids, move, why, tellsOld } = await formLists(c, ['ids'], ['move', 'why', 'tellsOld'])
    const name = MOVES.find((one) => one === move)
    if (!name || ids.length === 0) throw refuse('input.value', { problem: 'move, ids' })
    const to = ids.length === 1 ? `records/${ids[0]}` : 'records'
    const proof = proofFor(c, context, name, to)
    if (proof) return proof
    const own = behind(c)
    for (const id of ids) {
      const row = await recordRow(own.store, id)
      permit(own, name, { id, target: row && targetOf(row) })
    }
    const by = c.get('actor').handle
    const said = {
      ...(why.trim() !== '' && { why: why.trim() }),
      ...(tellsOld === 'yes' && { tellsOld: true }),
    }
    await replayDecisions(own, [{ record: 'move', move: name, ids, by, at: context.clock.now(), ...said }])
    if (wantsJson(c)) return c.json({ moved: ids, move: name })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/${to}`, 303)
  })
  app.post(`${list}/:id/share`, steppedUpFor(context, 'share', 'records'), async (c) => {
    const id = c.req.param('id')
    const given = await formFields(c, ['kind', 'whom', 'why', 'ended'])
    const own = behind(c)
    const row = await recordRow(own.store, id)
    permit(own, 'share', { id, target: row && targetOf(row) })
    const to = given.kind === 'account' ? 'account' : 'organisation'
    await handOver(own, id, { ...given, to, ended: given.ended === 'yes' })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/records/${id}`, 303)
  })
}

async function listView(own: Context, query: Readonly<Record<string, string>>) {
  const page = Math.max(1, Math.min(100_000, Number.parseInt(query.page ?? '1', 10) || 1))
  const waits = WAITED_FOR.find((one) => one === query.waits) ?? null
  const rule = waits === null ? undefined : own.knowledge.codebook.policy.moves.get(waits)
  const [state, words] = [rule?.from[0] ?? query.state ?? '', (query.q ?? '').slice(0, 100)]
  const records = await listRecords(own, {
    ...(state !== '' && { state }),
    ...(words !== '' && { words }),
    ...(rule?.notByCoder && { notCodedBy: own.actor?.handle }),
    limit: A_PAGE,
    offset: (page - 1) * A_PAGE,
  })
  const groups = await recordGroups(own.store)
  const counts = countRecords(own, groups)
  const moves = MOVES.filter((name) =>
    records.some((one) => one.kind === 'team' && mayDo(own, name, targetOf(one.row))),
  )
  const waiting = await whatWaits(own, groups)
  const isFull = records.length === A_PAGE
  const mayWrite = mayDo(own, 'import', null) && mayDo(own, 'decide', newRecord(own))
  return { records, counts, waiting, waits, state, words, page, isFull, moves, mayWrite }
}

/** The form that is theirs, and which it is. */
const twin = (one: ReadRecord): object =>
  one.kind === 'team'
    ? { id: idOf(one), form: one.kind, record: one.row }
    : {
        ...{ id: idOf(one), form: one.kind, record: one.incident },
        ...(one.kind === 'partner' && one.voices.length > 0 && { voices: one.voices }),
      }
