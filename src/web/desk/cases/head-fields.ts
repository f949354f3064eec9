/** A kind of record in, the fields of the form that opens it out; what was typed in, what it says out. */
import { type About, CASE_TIERS, type CaseKind } from '../../../core/cases/case.ts'
import { type Labels, labelIn } from '../../../core/language.ts'
import { foldName } from '../../../core/names/fold.ts'
import type { Person } from '../../../core/person.ts'
import type { CaseInput } from '../../../usecases/cases/save-case.ts'
import type { Desktop } from '../desktop.ts'
import { choiceOf } from './entry-fields.ts'
import { type Choice, type FieldFault, type FormField, saidOf, type Typed, typedOf } from './fields.ts'
import { answersOf } from './sheet-fields.ts'
import { sourceFields, sourceOf } from './source-fields.ts'

/** Blank fields for people that a form has beyond those named already. */
export const BLANKS = 3
export const PEOPLE_LIST = 'pick-people'
export const personName = (index: number): string => `person-${index + 1}`
export const MOST_PEOPLE = 40

export function headFields(
  desktop: Desktop,
  kind: CaseKind,
  lastNamed: number,
  isChange: boolean,
  hearings: Choice,
): readonly FormField[] {
  const { t } = desktop.face.words
  const field = (name: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
    name,
    label: t(`case.f.${name}`),
    type,
    ...more,
  })
  const people = Array.from(
    { length: Math.min(MOST_PEOPLE, lastNamed + BLANKS) },
    (_, index): FormField => ({
      name: personName(index),
      label: `${t('case.people')} ${index + 1}`,
      type: 'text',
      needed: index === 0,
      list: PEOPLE_LIST,
    }),
  )
  const tier: FormField = {
    name: 'tier',
    label: t('case.tier'),
    type: 'choice',
    needed: true,
    options: CASE_TIERS.map((one) => [one, t(`case.tier.${one}`)]),
  }
  const why = isChange ? [field('why', 'text', { needed: true })] : []
  switch (kind) {
    case 'proceeding':
      return [
        { name: 'title', label: t('case.title'), type: 'text', needed: true },
        {
          name: 'country',
          label: t('case.country'),
          type: 'choice',
          needed: true,
          options: countries(desktop),
        },
        ...people,
        tier,
        ...why,
      ]
    case 'observation':
      return [
        field('case', 'text'),
        ...(hearings.length > 0 ? [field('of-hearing', 'choice', { options: hearings })] : []),
        field('person', 'text', { list: PEOPLE_LIST }),
        field('incident', 'text'),
        field('on', 'date'),
        field('hour', 'hour'),
        field('observer', 'text', { needed: true }),
        ...sourceFields(desktop),
        tier,
        ...why,
      ]
    case 'assistance':
      return [
        field('kind-of-help', 'choice', {
          needed: true,
          options: choiceOf(desktop.codebook.cases.assistance, desktop),
        }),
        ...people,
        field('case', 'text'),
        field('incident', 'text'),
        field('on', 'date'),
        field('done-by', 'text', { needed: true }),
        field('to', 'text'),
        field('due', 'day'),
        field('note', 'area'),
        ...sourceFields(desktop),
        tier,
        ...why,
      ]
  }
}

const countries = ({ packs, face }: Desktop): readonly (readonly [string, string])[] =>
  [...packs.values()].map((pack) => [pack.id, labelIn(pack.name as Labels, face.words.language).text])

/** Written as the list writes it, `Name (id)`, as the id alone, or as a name that one person alone has. */
export function personOf(text: string, people: readonly Person[]): string | null {
  const id = /\(([a-z0-9-]+)\)$/.exec(text.trim())?.[1] ?? text.trim()
  if (people.some((one) => one.id === id)) return id
  const folded = foldName(text).join(' ')
  const fitting = people.filter(({ names, variants }) =>
    [names.en, names.ru, names.kk, ...variants].some(
      (one) => one !== null && foldName(one).join(' ') === folded,
    ),
  )
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null
}

export const namesTyped = (typed: Typed): readonly string[] =>
  Object.keys(typed).filter((name) => /^person(-\d+)?$/.test(name) && saidOf(typed, name) !== undefined)

/** The last field for a person in which something stands: those before it may be empty. */
export const lastNamed = (typed: Typed): number =>
  Math.max(0, ...namesTyped(typed).map((name) => Number(name.split('-')[1] ?? 0)))

export function peopleFaults(
  { face }: Desktop,
  typed: Typed,
  people: readonly Person[],
): readonly FieldFault[] {
  const { t } = face.words
  return namesTyped(typed).flatMap((name): readonly FieldFault[] => {
    const text = typedOf(typed, name).trim()
    if (personOf(text, people) !== null) return []
    return [{ name, line: t('case.fault.person', { field: t('case.people'), typed: text }) }]
  })
}

export function aboutFaults({ face }: Desktop, kind: CaseKind, typed: Typed): readonly FieldFault[] {
  const isSomewhere = ['case', 'person', 'incident'].some((name) => saidOf(typed, name) !== undefined)
  return kind === 'observation' && !isSomewhere
    ? [{ name: 'case', line: face.words.t('case.fault.about') }]
    : []
}

/** Called when the fields have no fault. `sheet`: of an observation, its questions. */
export function headOf(
  desktop: Desktop,
  kind: CaseKind,
  id: string,
  sheet: string,
  typed: Typed,
  people: readonly Person[],
): CaseInput {
  const why = saidOf(typed, 'why')
  const said = {
    id,
    tier: typedOf(typed, 'tier') === 'sealed' ? ('sealed' as const) : ('team' as const),
    ...(why !== undefined && { why }),
  }
  const persons = [
    ...new Set(namesTyped(typed).flatMap((name) => personOf(typedOf(typed, name), people) ?? [])),
  ]
  const optional = <K extends string>(from: string, to: K): Partial<Record<K, string>> => {
    const text = saidOf(typed, from)
    return (text === undefined ? {} : { [to]: text }) as Partial<Record<K, string>>
  }
  switch (kind) {
    case 'proceeding':
      return {
        record: 'case',
        ...said,
        title: typedOf(typed, 'title').trim(),
        country: typedOf(typed, 'country'),
        people: persons,
      }
    case 'observation': {
      const about: About = {
        ...optional('case', 'case'),
        ...optional('of-hearing', 'hearing'),
        ...(persons[0] !== undefined && { person: persons[0] }),
        ...optional('incident', 'incident'),
      }
      const answers = answersOf(desktop, sheet, typed)
      const on = saidOf(typed, 'on') ?? null
      return {
        record: 'observation',
        ...said,
        sheet,
        about,
        on,
        ...optional('hour', 'hour'),
        observer: typedOf(typed, 'observer').trim(),
        source: sourceOf(typed),
        answers,
      }
    }
    case 'assistance':
      return {
        record: 'assistance',
        ...said,
        what: typedOf(typed, 'kind-of-help'),
        people: persons,
        about: { ...optional('case', 'case'), ...optional('incident', 'incident') },
        on: saidOf(typed, 'on') ?? null,
        doneBy: typedOf(typed, 'done-by').trim(),
        ...optional('to', 'to'),
        ...optional('due', 'due'),
        ...optional('note', 'note'),
        source: sourceOf(typed),
      }
  }
}
