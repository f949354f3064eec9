/** A text in, a report on the desk of a monitor out: its pages, the forms of its passages changed and sent, what is said of them. */
import { ask, change, type Desk, deskOf, type Field, formIn, send } from '../../../../test/desk.ts'
import { type Entered, importText, signedInAs } from '../../../../test/world.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import type { Context } from '../../../usecases/context.ts'

export const TEXT = `Reports of May follow here.

On 7 May 2024 police in Almaty detained two activists near the Old Square. They were fined 132,550 tenge each. Asan Usenov said they had held a banner <b>up</b>.

On 9 May 2024 a court in Uralsk jailed a blogger for 15 days. On 11 May 2024 police in Astana broke up a picket.

On 12 May 2024 police in Shymkent detained five people.`

type Changes = Readonly<Record<string, string | null>>
export type Report = {
  readonly lena: Entered
  readonly document: string
  /** Its address. */
  readonly home: string
  readonly get: (path: string, who?: Entered) => Response | Promise<Response>
  readonly page: (path: string, who?: Entered) => Promise<string>
  readonly post: (path: string, fields: Iterable<Field>, who?: Entered) => Response | Promise<Response>
  readonly fieldsOf: (key: string, who?: Entered) => Promise<readonly Field[]>
  /** The form as it came, with changes. */
  readonly save: (key: string, changes?: Changes, who?: Entered) => Promise<Response>
  readonly say: (
    key: string,
    fields: Readonly<Record<string, string>>,
    who?: Entered,
  ) => Response | Promise<Response>
}

let imported = 0
/** Of two reports with one text nobody could say which is meant: each begins with a number of its own. */
export async function aReport(world: Context, text = TEXT): Promise<Report> {
  imported += 1
  const lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  const { document } = await importText(world, `Notebook ${imported}. ${text}`, `notebook-${imported}.txt`)
  const web: Desk = deskOf(world)
  const home = `/en/desk/documents/${document}`
  const get: Report['get'] = (path, who = lena) => ask(web, path, who)
  const page: Report['page'] = async (path, who = lena) => (await get(path, who)).text()
  const post: Report['post'] = (path, fields, who = lena) => send(web, path, fields, who)
  const fieldsOf: Report['fieldsOf'] = async (key, who = lena) => formIn(await page(`${home}/${key}`, who))
  return {
    ...{ lena, document, home, get, page, post, fieldsOf },
    save: async (key, changes = {}, who = lena) =>
      post(`${home}/${key}`, change(await fieldsOf(key, who), changes), who),
    say: (key, fields, who = lena) => post(`${home}/${key}/said`, Object.entries(fields), who),
  }
}

export const recordsMade = ({ house }: Context): Promise<IncidentRow[]> =>
  house.selectFrom('incidents').selectAll().orderBy('id').execute() as Promise<IncidentRow[]>

/** What stands for a field since the newest decision on it. */
export async function valuesOf({ house }: Context, field: string) {
  const decided = await house
    .selectFrom('decisions')
    .selectAll()
    .where('record_kind', '=', 'incident')
    .where('field', '=', field)
    .orderBy('event')
    .execute()
  return decided.at(-1)?.held ?? []
}
