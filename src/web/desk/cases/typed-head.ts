/** A record that is there in, what somebody would have typed to open it so out: what a form of change begins with. */
import type { CaseRecord, Observation } from '../../../core/cases/case.ts'
import type { Person } from '../../../core/person.ts'
import type { Desktop } from '../desktop.ts'
import type { Typed } from './fields.ts'
import { personName } from './head-fields.ts'
import { typedAnswers } from './sheet-fields.ts'
import { typedSource } from './source-fields.ts'

export function typedHead(desktop: Desktop, file: CaseRecord, people: readonly Person[]): Typed {
  const nameOf = (id: string): string => {
    const person = people.find((one) => one.id === id)
    return person ? `${person.names.en} (${id})` : id
  }
  const persons = 'people' in file ? file.people : []
  const listed = Object.fromEntries(persons.map((id, index) => [personName(index), nameOf(id)]))
  const common = { tier: file.tier, ...listed }
  switch (file.kind) {
    case 'proceeding':
      return { ...common, title: file.title ?? '', country: file.country ?? '' }
    case 'observation':
      return { ...common, ...typedObservation(file, nameOf), ...typedAnswers(desktop, file) }
    case 'assistance':
      return {
        ...common,
        'kind-of-help': file.what,
        case: file.about.case ?? '',
        incident: file.about.incident ?? '',
        on: file.on ?? '',
        'done-by': file.doneBy,
        to: file.to ?? '',
        due: file.due ?? '',
        note: file.note ?? '',
        ...typedSource(file.source),
      }
  }
}

const typedObservation = (file: Observation, nameOf: (id: string) => string): Typed => ({
  case: file.about.case ?? '',
  'of-hearing': file.about.hearing ?? '',
  person: file.about.person === undefined ? '' : nameOf(file.about.person),
  incident: file.about.incident ?? '',
  on: file.on ?? '',
  hour: file.hour ?? '',
  observer: file.observer,
  ...typedSource(file.source),
})
