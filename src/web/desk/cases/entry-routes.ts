/** Routes to the entries of a case or an assistance: a new one, a correction, a striking out; nothing that was typed is lost. */
import type { Hono, Context as Request } from 'hono'
import type { Assistance, CaseFile, EntryKind } from '../../../core/cases/case.ts'
import { refuse } from '../../../core/faults.ts'
import type { CaseRecordRow } from '../../../store/tables.ts'
import { caseTarget, fileOf, readCase } from '../../../usecases/cases/read-cases.ts'
import { newEntryId, saveCase } from '../../../usecases/cases/save-case.ts'
import type { Context } from '../../../usecases/context.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formLists } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { bodyOf, CASE_ENTRIES, pairFaults, typedBody } from './entry-fields.ts'
import { type EntryView, entryPage, fieldsOfEntry } from './entry-page.ts'
import { faultsOf, type Typed, withIsoDates } from './fields.ts'
import { openAround } from './open-around.ts'
import { ROOMS } from './rooms.ts'
import { sourceFaults, sourceOf, typedSource } from './source-fields.ts'

const KINDS: Readonly<Record<'proceeding' | 'assistance', readonly EntryKind[]>> = {
  proceeding: CASE_ENTRIES,
  assistance: ['answer'],
}

export function entryRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  type At<P extends string> = Request<DeskEnv, P>
  const viewOf = async (
    own: Context,
    row: CaseRecordRow,
    kind: EntryKind,
    entryId: string,
  ): Promise<EntryView> => {
    const file = fileOf(row) as CaseFile | Assistance
    const entry = file.entries.find((one) => one.id === entryId) ?? null
    if (entryId !== '' && entry?.body.kind !== kind) throw refuse('record.unknown', { id: entryId }, entryId)
    const typed: Typed = entry ? { ...typedBody(entry.body), ...typedSource(entry.source) } : {}
    const mayDecide = mayDo(own, 'decide', caseTarget(row))
    const open = await openAround(own, row)
    return {
      row,
      file,
      kind,
      entry,
      typed,
      people: entry?.people ?? [],
      faults: [],
      lines: [],
      open,
      mayDecide,
    }
  }
  for (const record of ['proceeding', 'assistance'] as const) {
    const room = `/:language/desk/${ROOMS[record]}/:id`
    app.get(`${room}/new/:kind`, async (c: At<'/:language/desk/x/:id/new/:kind'>) => {
      const [own, id] = [behind(c), c.req.param('id')]
      const row = await readCase(own, record, id)
      permit(own, 'decide', { id, target: caseTarget(row) })
      const kind = KINDS[record].find((one) => one === c.req.param('kind'))
      if (!kind) throw refuse('page.not-found')
      return c.html(entryPage(desktopOf(c, context), await viewOf(own, row, kind, '')))
    })
    app.get(`${room}/entries/:entry`, async (c: At<'/:language/desk/x/:id/entries/:entry'>) => {
      const { id: entryId, isJson } = withoutEnding(c.req.param('entry'))
      const own = behind(c)
      const row = await readCase(own, record, c.req.param('id'))
      const entry = (fileOf(row) as CaseFile | Assistance).entries.find((one) => one.id === entryId)
      if (!entry) throw refuse('record.unknown', { id: entryId }, entryId)
      if (isJson) return c.json(entry)
      return c.html(entryPage(desktopOf(c, context), await viewOf(own, row, entry.body.kind, entryId)))
    })
    app.post(`${room}/entries`, async (c: At<'/:language/desk/x/:id/entries'>) => {
      const [own, desktop, id] = [behind(c), desktopOf(c, context), c.req.param('id')]
      const row = await readCase(own, record, id)
      permit(own, 'decide', { id, target: caseTarget(row) })
      const given = await formLists(
        c,
        ['people'],
        fieldNames(KINDS[record], desktop, fileOf(row) as CaseFile | Assistance),
      )
      const { people, ...rest } = given
      const sent = rest as Typed
      const kind = KINDS[record].find((one) => one === sent.kind)
      if (!kind) throw refuse('input.value', { problem: 'kind' })
      const before = await viewOf(own, row, kind, sent.entry ?? '')
      const { entry } = before
      const isStrike = entry !== null && sent.struck === 'yes'
      const asked = fieldsOfEntry(desktop, before)
      const typed: Typed = isStrike ? { ...before.typed, why: sent.why ?? '' } : withIsoDates(asked, sent)
      // Of what is struck out nothing was typed, and what it pointed to may be struck out already.
      const view: EntryView = {
        ...before,
        typed,
        people: isStrike ? entry.people : people,
        faults: [
          ...faultsOf(
            isStrike ? asked.filter(({ name }) => name === 'why') : asked,
            typed,
            desktop.face.words,
          ),
          ...(isStrike ? [] : [...pairFaults(desktop, kind, typed), ...sourceFaults(desktop, typed)]),
        ],
      }
      if (view.faults.length > 0) return c.html(entryPage(desktop, view), 422)
      const why = typed.why?.trim() ?? ''
      const said = {
        what: isStrike ? entry.body : bodyOf(kind, typed),
        source: isStrike ? entry.source : sourceOf(typed),
        ...(view.people.length > 0 && { people: view.people }),
        ...(isStrike && { struck: true }),
        ...(why !== '' && { why }),
      }
      const work = async (): Promise<Response> => {
        await saveCase(own, { record: 'entry', id, entry: entry?.id ?? newEntryId(), ...said }, false)
        return c.redirect(`/${desktop.face.words.language}/desk/${ROOMS[record]}/${id}`, 303)
      }
      const again = (lines: readonly string[]): string => entryPage(desktop, { ...view, lines })
      return orShow(c, { context }, work, again, ({ code }) => code !== 'access.forbidden')
    })
  }
}

function fieldNames(
  kinds: readonly EntryKind[],
  desktop: Parameters<typeof fieldsOfEntry>[0],
  file: CaseFile | Assistance,
): readonly string[] {
  const names = kinds.flatMap((kind) =>
    fieldsOfEntry(desktop, { kind, file, entry: null }).map((one) => one.name),
  )
  return [...new Set([...names, 'kind', 'entry', 'struck', 'why'])]
}
