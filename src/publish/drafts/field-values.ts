/** What a field of a form is filled from in, its words with what they rest on out; null: nothing of it is on record. */
import { daysHeld } from '../../core/cases/days-held.ts'
import { labelIn } from '../../core/language.ts'
import type { FieldSource } from '../../core/submission.ts'
import { said } from '../grammar/slots.ts'
import { inTime, uncapital } from '../grammar/time.ts'
import { lawIn, provisionIn, usesOf } from '../laws.ts'
import type { Material } from '../manuscript/kinds.ts'
import type { Bond } from '../manuscript/manuscript.ts'
import { sewn } from '../quilt/patch.ts'
import { heldIn } from '../sections/held.ts'
import { penaltyIn } from '../telling/penalty.ts'
import { whenIn, whensIn } from '../telling/when.ts'
import { placeIn } from '../telling/where.ts'
import { shownName } from '../telling/who.ts'
import { subjectOf } from './analyses.ts'
import { singles } from './lead.ts'
import { bondTo, rows } from './sentences.ts'

type Value = { readonly text: string; readonly bonds: readonly Bond[] }
const SEPARATOR = '; '
const MOST = 12

const joinedValue = (parts: readonly string[], bonds: readonly Bond[]): Value | null =>
  parts.length === 0 ? null : { text: [...new Set(parts)].join(SEPARATOR), bonds }

const stillIn = (view: Material, title: string): string =>
  said(view.tell, 'submission.see', { title: said(view.tell, title) })

export function fieldValue(from: FieldSource | null, view: Material): Value | null {
  const { tell, words, pack, period, analyses, proceedings } = view
  const all = rows({ country: pack.id, period: period.id })
  switch (from) {
    case null:
      return null
    case 'country':
      return { text: labelIn(pack.name, words.language).text, bonds: [] }
    case 'period':
      return { text: inTime({ from: period.from, to: period.to, precision: 'month' }, tell), bonds: [] }
    case 'lead':
      return { text: stillIn(view, 'title.summary'), bonds: [all] }
    case 'facts':
      return singles(view.incidents).length === 0
        ? null
        : { text: stillIn(view, 'title.facts'), bonds: [all] }
    case 'law':
      return { text: stillIn(view, 'title.law'), bonds: [] }
    case 'laws':
      return lawsValue(view)
    case 'analyses':
      return joinedValue(
        analyses.map((one) => `${subjectOf(one, view)}: ${uncapital(said(tell, `verdict.${one.finding}`))}`),
        bondTo('analysis', ...analyses.map((one) => one.id)),
      )
    case 'asks':
      return analyses.some((one) => one.asks.length > 0)
        ? {
            text: stillIn(view, 'title.asks'),
            bonds: bondTo('analysis', ...analyses.filter((one) => one.asks.length > 0).map((one) => one.id)),
          }
        : null
    case 'victims':
      return victimsValue(view)
    case 'actors':
      return joinedValue(
        singles(view.incidents)
          .flatMap((one) => one.fields.actors.map(({ value }) => value))
          .slice(0, MOST),
        [all],
      )
    case 'dates':
      return joinedValue(
        sewn(view.incidents)
          .slice(0, MOST)
          .map((one) =>
            [whensIn(one, tell), placeIn(one, words.language)].filter((part) => part !== null).join(', '),
          ),
        [all],
      )
    case 'custody':
      return custodyValue(view)
    case 'remedies':
      return joinedValue(
        proceedings.flatMap((one) =>
          one.stages.flatMap(({ stage, date, penalty }) =>
            REMEDIES.has(stage)
              ? [
                  [
                    words.t(`face.stage.${stage}`),
                    ...(penalty === null ? [] : [penaltyIn(penalty, pack, tell)]),
                    date === null ? said(tell, 'cell.unknown') : whenIn(date, tell),
                  ].join(', '),
                ]
              : [],
          ),
        ),
        bondTo('proceeding', ...proceedings.map((one) => one.id)),
      )
  }
}

const REMEDIES: ReadonlySet<string> = new Set(['appeal', 'appeal_rejected', 'appeal_granted', 'reversal'])

/** Charges of a case first; else what the incidents name. */
function lawsValue(view: Material): Value | null {
  const charged = view.proceedings.flatMap((one) => one.charges.map((law) => lawIn(law, view)))
  if (charged.length > 0)
    return joinedValue(charged, bondTo('proceeding', ...view.proceedings.map((one) => one.id)))
  const used = usesOf(singles(view.incidents)).flatMap(({ provision }) => {
    const found = view.pack.provisions.get(provision)
    return found ? [{ id: provision, text: provisionIn(found, view.pack, view) }] : []
  })
  return joinedValue(
    used.map((one) => one.text),
    bondTo('law', ...used.map((one) => one.id)),
  )
}

/** Whoever may not be named is not here: the field asks people for consent, and does not fill itself. */
function victimsValue(view: Material): Value | null {
  const { words } = view
  const people = [
    ...view.proceedings.map((one) => one.person),
    ...singles(view.incidents).flatMap((one) =>
      one.fields.people.flatMap(({ value }) => (value.harmed === true ? [value] : [])),
    ),
  ].filter((one) => one.kind === 'named')
  const ids = [...new Set(people.map((one) => one.id))].slice(0, MOST)
  const names = ids.flatMap((id) => {
    const found = people.find((one) => one.id === id)
    return (found && shownName(found, words.language)) ?? []
  })
  return joinedValue(names, bondTo('person', ...ids))
}

function custodyValue(view: Material): Value | null {
  const { proceedings, incidents } = view
  const acts = new Map(incidents.map((one) => [one.id, new Set(one.fields.acts.map((act) => act.value))]))
  if (proceedings.length === 0) return null
  const held = daysHeld(
    proceedings.flatMap((one) => one.stages),
    (stage) => acts.get(stage.incident ?? '') ?? new Set(),
  )
  return held.days === null && held.unknown === 0
    ? null
    : { text: heldIn(held, view), bonds: bondTo('proceeding', ...proceedings.map((one) => one.id)) }
}
