/** Routes to what another source says of a record: the form beside what stands, what the program makes of it, and saving it. */
import type { Hono, Context as Request } from 'hono'
import { WEIGHINGS } from '../../../core/decided.ts'
import { refuse } from '../../../core/faults.ts'
import { FIELDS, type Field } from '../../../core/values.ts'
import { deskDocuments } from '../../../store/queries/desk.ts'
import { recordRow } from '../../../store/queries/records.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import { type Context, organisationOf } from '../../../usecases/context.ts'
import { newestOn } from '../../../usecases/decide-draft.ts'
import { addSource, originOf, passageAsSource } from '../../../usecases/hand/add-source.ts'
import { handView, offeredRows } from '../../../usecases/hand/hand-view.ts'
import { readSayings } from '../../../usecases/hand/read-sayings.ts'
import { NOTHING_TOLD, TOLD_PARTS } from '../../../usecases/hand/read-words.ts'
import { permit, targetOf } from '../../../usecases/permit.ts'
import { strayFaults } from '../../../usecases/review/answers.ts'
import { foresee } from '../../../usecases/review/foresee.ts'
import { faultLines } from '../../errors.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { recordForm } from '../documents/review-form.ts'
import { type SourcePage, sourcePage } from './source-page.ts'

const HOWS = FIELDS.map((field) => `how.${field}` as const)
const ASKED = [
  ...TOLD_PARTS.filter((one) => one !== 'country'),
  'document',
  'from',
  'to',
  'seen',
  ...HOWS,
] as const

/** A passage of a report that is here, by ids alone. */
const PASSAGE = /^(d-[0-9a-f]{16})~([0-9abm-]{1,50})$/

/** The record, for somebody who may decide on it; else it is answered as if it were not there. */
export async function decidable(own: Context, id: string): Promise<IncidentRow> {
  const row = await recordRow(own.store, id)
  permit(own, 'decide', { id, target: row && targetOf(row) })
  if (!row) throw refuse('record.unknown', { id }, id)
  return row
}

export function sourceRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const path = '/:language/desk/records/:id/source'
  const draw = async (
    c: Request<DeskEnv>,
    record: IncidentRow,
    more: Partial<SourcePage> & Pick<SourcePage, 'rows'>,
  ): Promise<string> => {
    const own = behind(c)
    const view = more.view ?? (await handView(own, record.country, '', record.id))
    return sourcePage(desktopOf(c, context), {
      ...{ record, view, told: NOTHING_TOLD, chosen: { document: '', from: '', to: '' }, weighed: {} },
      ...{ why: '', faults: [], stray: [], lines: [], offered: null },
      documents: await deskDocuments(own.store, organisationOf(own)),
      sayings: await readSayings(own, record),
      seen: await newestOn(own.store, record.id, record.id),
      foresight: foresee(own, view, more.rows),
      ...more,
    })
  }
  app.get(path, async (c) => {
    const [own, { language }] = [behind(c), desktopOf(c, context).face.words]
    const record = await decidable(own, c.req.param('id'))
    const [, document = '', key = ''] = PASSAGE.exec(c.req.query('of') ?? '') ?? []
    if (document === '') return c.html(await draw(c, record, { rows: [] }))
    const { chosen, rows } = await passageAsSource(own, document, key, language)
    const { view } = await originOf(own, record, { told: NOTHING_TOLD, ...chosen }, language)
    return c.html(await draw(c, record, { chosen, rows, view }))
  })
  app.get(`${path}.json`, async (c) => {
    const record = await decidable(behind(c), c.req.param('id'))
    return c.json({ id: record.id, told: TOLD_PARTS, fields: FIELDS, hows: WEIGHINGS })
  })
  app.post(path, async (c) => {
    const own = behind(c)
    const record = await decidable(own, c.req.param('id'))
    const { words } = desktopOf(c, context).face
    const { language } = words
    const { more, rows, stray, why, does } = await recordForm(c, { proposed: new Map() }, ASKED, ['words'])
    const told = { ...more, country: record.country }
    const chosen = { document: more.document, from: more.from, to: more.to }
    const typed = Object.fromEntries(
      FIELDS.map((field) => [field, more[`how.${field}`]]).filter(([, how]) => how !== ''),
    )
    const weighed = typed as Readonly<Partial<Record<Field, string>>>
    const again = { told, chosen, weighed, why, stray }
    const strayed = strayFaults(stray)
    if (does === 'check') {
      const { view, report, faults } = await originOf(own, record, { told, ...chosen }, language)
      const offered = report ? offeredRows(own, report, rows, language) : []
      const lines = faultLines([...strayed, ...faults], words)
      return c.html(
        await draw(c, record, {
          ...again,
          view,
          rows: [...rows, ...offered],
          lines,
          offered: report && offered.length,
        }),
      )
    }
    if (strayed.length > 0)
      return c.html(await draw(c, record, { ...again, rows, lines: faultLines(strayed, words) }), 422)
    const form = {
      ...{ rows, told, ...chosen, why, seen: Number.parseInt(more.seen, 10) || 0 },
      weighed: FIELDS.flatMap((field) => {
        const how = WEIGHINGS.find((one) => one === weighed[field])
        return how ? [{ field, how }] : []
      }),
    }
    const saved = await addSource(own, record, form, language)
    if (saved.kind === 'saved') return c.redirect(`/${language}/desk/records/${saved.id}#sayings`, 303)
    const lines = faultLines(saved.faults, words)
    return c.html(await draw(c, record, { ...again, rows, faults: saved.rows, lines }), 422)
  })
}
