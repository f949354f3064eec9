/** Routes that open a case, an observation or an assistance, and those that change what was said of one. Each action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import { CASE_KINDS, type CaseKind } from '../../../core/cases/case.ts'
import { standing } from '../../../core/cases/fold.ts'
import { Refusal } from '../../../core/faults.ts'
import type { Person } from '../../../core/person.ts'
import { loadPeople } from '../../../store/queries/people.ts'
import { caseTarget, fileOf, readCase } from '../../../usecases/cases/read-cases.ts'
import { newCaseId, saveCase } from '../../../usecases/cases/save-case.ts'
import { type Context, organisationOf } from '../../../usecases/context.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { type Desktop, desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { dateIn } from './entry-text.ts'
import { type Choice, faultsOf, type Typed, withIsoDates } from './fields.ts'
import { aboutFaults, headFields, headOf, lastNamed, MOST_PEOPLE, peopleFaults } from './head-fields.ts'
import { type HeadView, headPage } from './head-page.ts'
import { ROOMS } from './rooms.ts'
import { sheetFaults, sheetNames } from './sheet-fields.ts'
import { sourceFaults } from './source-fields.ts'
import { typedHead } from './typed-head.ts'

/** What a link may fill in beforehand. */
const FILLED = ['case', 'of-hearing', 'incident', 'person', 'person-1'] as const

export function headRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  type Asked = Request<DeskEnv>
  /** Whoever opens a case has to choose among people on record. */
  const known = async (own: Context): Promise<readonly Person[]> =>
    mayDo(own, 'people', null) ? [...(await loadPeople(own.store, organisationOf(own))).values()] : []
  const sheetOf = (asked: string): string => (context.knowledge.codebook.cases.sheets.has(asked) ? asked : '')

  const save = async (c: Asked, kind: CaseKind, id: string | null): Promise<Response> => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    if (id === null) permit(own, 'open-case')
    else permit(own, 'decide', { id, target: caseTarget(await readCase(own, kind, id)) })
    const people = await known(own)
    const sent = await formFields(c, fieldNames(desktop, kind))
    const sheet = sheetOf(sent.sheet ?? '')
    const hearings = await hearingsOf(own, desktop, sent.case)
    const fields = headFields(desktop, kind, lastNamed(sent), id !== null, hearings)
    const given = withIsoDates(fields, sent)
    const faults = [
      ...faultsOf(fields, given, desktop.face.words),
      ...(kind === 'proceeding' ? [] : sourceFaults(desktop, given)),
      ...peopleFaults(desktop, given, people),
      ...aboutFaults(desktop, kind, given),
      ...sheetFaults(desktop, sheet, given),
    ]
    const view: HeadView = { kind, id, sheet, typed: given, faults, lines: [], people, hearings }
    if (faults.length > 0) return c.html(headPage(desktop, view), 422)
    const made = id ?? newCaseId(kind)
    const work = async (): Promise<Response> => {
      await saveCase(own, headOf(desktop, kind, made, sheet, given, people), id === null)
      return c.redirect(`/${desktop.face.words.language}/desk/${ROOMS[kind]}/${made}`, 303)
    }
    const again = (lines: readonly string[]): string => headPage(desktop, { ...view, lines })
    return orShow(
      c,
      { context },
      work,
      again,
      (error) => error.code !== 'access.forbidden' && !isAbout(error, id),
    )
  }

  for (const kind of CASE_KINDS) {
    const room = `/:language/desk/${ROOMS[kind]}`
    app.get(`${room}/new`, async (c: Asked) => {
      const [own, desktop] = [behind(c), desktopOf(c, context)]
      permit(own, 'open-case')
      const typed: Typed = {
        ...Object.fromEntries(
          FILLED.flatMap((name) =>
            c.req.query(name) ? [[name, c.req.query(name)?.slice(0, 100) ?? '']] : [],
          ),
        ),
        ...(kind !== 'proceeding' && {
          observer: c.get('actor').handle,
          'done-by': c.get('actor').organisation,
        }),
      }
      const view: HeadView = {
        kind,
        id: null,
        sheet: sheetOf(c.req.query('sheet') ?? ''),
        typed,
        faults: [],
        lines: [],
        people: await known(own),
        hearings: await hearingsOf(own, desktop, typed.case),
      }
      return c.html(headPage(desktop, view))
    })
    app.post(room, (c: Asked) => save(c, kind, null))
    // What somebody told elsewhere, put into the form for a person to read: nothing is saved.
    app.post(`${room}/new`, async (c: Asked) => {
      const [own, desktop] = [behind(c), desktopOf(c, context)]
      permit(own, 'open-case')
      const sent = await formFields(c, fieldNames(desktop, kind))
      const typed: Typed = {
        ...sent,
        observer: sent.observer || c.get('actor').handle,
        'done-by': sent['done-by'] || c.get('actor').organisation,
      }
      const view: HeadView = {
        ...{ kind, id: null, sheet: sheetOf(sent.sheet ?? ''), typed, faults: [], lines: [] },
        people: await known(own),
        hearings: await hearingsOf(own, desktop, typed.case),
      }
      return c.html(headPage(desktop, view))
    })
    app.get(`${room}/:id/edit`, async (c: Request<DeskEnv, '/:language/desk/x/:id/edit'>) => {
      const [own, id] = [behind(c), c.req.param('id')]
      const row = await readCase(own, kind, id)
      permit(own, 'decide', { id, target: caseTarget(row) })
      const [file, people] = [fileOf(row), await known(own)]
      const sheet = file.kind === 'observation' ? file.sheet : ''
      const desktop = desktopOf(c, context)
      const typed = typedHead(desktop, file, people)
      const hearings = await hearingsOf(own, desktop, typed.case)
      return c.html(headPage(desktop, { kind, id, sheet, typed, faults: [], lines: [], people, hearings }))
    })
    app.post(`${room}/:id`, (c: Request<DeskEnv, '/:language/desk/x/:id'>) =>
      save(c, kind, c.req.param('id')),
    )
  }
}

/** Of a case that whoever writes may open; of another, or of none, there is nothing to choose. */
async function hearingsOf(own: Context, desktop: Desktop, id: string | undefined): Promise<Choice> {
  if (id === undefined || id.trim() === '') return []
  try {
    const file = fileOf(await readCase(own, 'proceeding', id.trim()))
    if (file.kind !== 'proceeding') return []
    return standing(file.entries, 'hearing').map(({ id: entry, body }) => [
      entry,
      [dateIn(desktop, body.date), body.hour, body.court].filter(Boolean).join(', '),
    ])
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

/** About the record itself, nothing is told on a page of its own. */
const isAbout = (error: Refusal, id: string | null): boolean =>
  id !== null && error.faults.some((one) => one.code === 'record.unknown' && one.params.id === id)

function fieldNames(desktop: Desktop, kind: CaseKind): readonly string[] {
  const sheets = [...desktop.codebook.cases.sheets.values()]
  const questions =
    kind === 'observation' ? sheets.flatMap((one) => sheetNames([...one.questions.values()])) : []
  const names = headFields(desktop, kind, MOST_PEOPLE, true, []).map((one) => one.name)
  return [...new Set([...names, 'sheet', 'of-hearing', ...questions])]
}
