/** A person on record in; all that is kept of them in cases and records, as far as whoever asks may read it, out. */
import type { CaseFile } from '../../core/cases/case.ts'
import { type Course, courseOf } from '../../core/cases/course.ts'
import { judgedOne } from '../../core/identity/judged-one.ts'
import { recordsOfPersons } from '../../store/queries/linking.ts'
import { saidOfPairs } from '../../store/queries/pairs.ts'
import type { CaseRecordRow, IncidentRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { peopleAsOne } from '../link/people-as-one.ts'
import { mayRead, permit, targetOf } from '../permit.ts'
import { attachedTo, fileOf } from './read-cases.ts'

type Case = { readonly row: CaseRecordRow; readonly file: CaseFile }
export type PersonCourse = {
  /** Whose course it is: the one asked for, then everybody on record who was judged to be that person. */
  readonly ids: readonly string[]
  readonly cases: readonly Case[]
  /** Records that they are judged to be in, oldest first; of several that were judged to tell one event the first. */
  readonly records: readonly IncidentRow[]
  readonly course: Course
}

/** A sealed case of theirs is in nothing of it for whoever may not open it: not in a number either. */
export async function readCourse(context: Context, person: string, today: string): Promise<PersonCourse> {
  permit(context, 'people')
  permit(context, 'cases')
  const sound = (await peopleAsOne(context.store)).sound.find((group) => group.includes(person)) ?? []
  const ids = [person, ...sound.filter((one) => one !== person)]
  const cases = await casesOf(context, ids)
  const records = await recordsOfPersons(context.store, ids)
  const seen = records.filter((one) => mayRead(context, 'team', targetOf(one)))
  const groups = judgedOne(await saidOfPairs(context.store)).judged
  const isTold = (row: IncidentRow, index: number): boolean => {
    const group = groups.find((one) => one.includes(row.id)) ?? []
    return seen.slice(0, index).some((other) => group.includes(other.id))
  }
  return {
    ids,
    cases,
    records: seen.filter((row, index) => !isTold(row, index)),
    course: courseOf(
      cases.map((one) => one.file),
      person,
      today,
    ),
  }
}

/** Cases of all of them, each once, as cases of the one who was asked for. */
async function casesOf(context: Context, ids: readonly string[]): Promise<readonly Case[]> {
  const rows = (await Promise.all(ids.map((id) => attachedTo(context, id)))).flat()
  return [...new Map(rows.map((row) => [row.id, row])).values()].flatMap((row) => {
    const file = fileOf(row)
    return file.kind === 'proceeding' && file.people.some((one) => ids.includes(one))
      ? [{ row, file: asAbout(file, ids) }]
      : []
  })
}

function asAbout(file: CaseFile, [first = '', ...others]: readonly string[]): CaseFile {
  if (others.length === 0) return file
  const asFirst = (people: readonly string[]): readonly string[] => [
    ...new Set(people.map((one) => (others.includes(one) ? first : one))),
  ]
  const entries = file.entries.map((one) => ({ ...one, people: asFirst(one.people) }))
  return { ...file, people: asFirst(file.people), entries }
}
