/** A person on record in; all that is kept of them in cases and records, as far as whoever asks may read it, out. */
import type { CaseFile } from '../../core/cases/case.ts'
import { type Course, courseOf } from '../../core/cases/course.ts'
import { oneEvent } from '../../core/identity/one-event.ts'
import { recordsOfPerson } from '../../store/queries/linking.ts'
import { saidOfPairs } from '../../store/queries/pairs.ts'
import type { CaseRecordRow, IncidentRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { mayRead, permit, targetOf } from '../permit.ts'
import { attachedTo, fileOf } from './read-cases.ts'

export type PersonCourse = {
  readonly cases: readonly { readonly row: CaseRecordRow; readonly file: CaseFile }[]
  /** Records that they are judged to be in, oldest first; of several that were judged to tell one event the first. */
  readonly records: readonly IncidentRow[]
  readonly course: Course
}

/** A sealed case of theirs is in nothing of it for whoever may not open it: not in a number either. */
export async function readCourse(context: Context, person: string, today: string): Promise<PersonCourse> {
  permit(context, 'people')
  permit(context, 'cases')
  const cases = (await attachedTo(context, person)).flatMap((row) => {
    const file = fileOf(row)
    return file.kind === 'proceeding' && file.people.includes(person) ? [{ row, file }] : []
  })
  const records = await recordsOfPerson(context.store, person)
  const seen = records.filter((one) => mayRead(context, 'team', targetOf(one)))
  const groups = oneEvent(await saidOfPairs(context.store)).judged
  const isTold = (row: IncidentRow, index: number): boolean => {
    const group = groups.find((one) => one.includes(row.id)) ?? []
    return seen.slice(0, index).some((other) => group.includes(other.id))
  }
  return {
    cases,
    records: seen.filter((row, index) => !isTold(row, index)),
    course: courseOf(
      cases.map((one) => one.file),
      person,
      today,
    ),
  }
}
