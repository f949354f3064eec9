/** A legal journey as recorded in, what any reader may see of it out; null when its person may not be shown by name. */
import { fullLaw, fullPenalty, type RecordProceeding } from '../decided.ts'
import { parsePartialDate } from '../partial-date.ts'
import type { PublicIncident, PublicProceeding } from '../public-record.ts'
import type { Field } from '../values.ts'
import { allowedNames } from './allowed.ts'
import { holdsContact } from './contact-details.ts'
import { heldFields } from './field-tiers.ts'
import { freeTextGuard } from './known-words.ts'
import { levelFor } from './levels.ts'
import { asPublic, type Withholding } from './project.ts'
import { publicLaw, publicPenalty } from './public-values.ts'

/**
 * A journey joins incidents through one person: shown for an unnamed person, it would point at who they are.
 * `shown`: the incidents any reader may see; a stage told by another is left out.
 */
export function projectProceeding(
  proceeding: RecordProceeding,
  given: Withholding,
  shown: ReadonlyMap<string, PublicIncident>,
): PublicProceeding | null {
  const person = given.people.get(proceeding.person)
  if (!person || levelFor(person.id, STRUCK, given) !== 'name') return null
  const open = proceeding.stages.filter(
    (one) => one.incident === undefined || isNamedIn(person.id, shown.get(one.incident)),
  )
  const held = new Set(
    open.flatMap(({ incident }) =>
      incident === undefined ? [] : [...heldFields(incident, given, 'public').values],
    ),
  )
  // A stage says what was done in its incident, and its place in the row says when, so it goes where these are held back.
  const stages = open.filter(
    ({ incident }) =>
      incident === undefined || !tellsWhatOrWhen(heldFields(incident, given, 'public').values),
  )
  if (stages.length === 0) return null
  // No text stands behind a journey: a word is accounted for by the pack, or is the person's own name.
  const isAccountedFor = freeTextGuard(given.pack, [], allowedNames([person], []))
  const mayRead = (text: string): boolean => isAccountedFor(text) && !holdsContact(text)
  return asPublic({
    id: proceeding.id,
    person: { kind: 'named', id: person.id, name: person.names, role: null, harmed: true } as const,
    // What one incident holds back of law, penalty or date, no other stage may tell: a journey is read as one.
    charges: (held.has('law') ? [] : proceeding.charges).map(({ status, ...law }) => ({
      ...publicLaw(fullLaw(law), given.pack, mayRead),
      status,
    })),
    stages: stages.map((one) => {
      const date = one.date === null || held.has('date') ? null : parsePartialDate(one.date)
      const penalty =
        one.penalty === undefined || held.has('penalty')
          ? null
          : publicPenalty(
              fullPenalty(one.penalty, given.pack.currency),
              date?.from ?? null,
              given.pack,
              mayRead,
            )
      return { stage: one.stage, date, incident: one.incident ?? null, penalty }
    }),
  })
}

const tellsWhatOrWhen = (held: ReadonlySet<Field>): boolean => held.has('act') || held.has('date')

/** Who is tried is struck by it, whatever their part in any one incident. */
const STRUCK = { role: null, harmed: true } as const

/** As a child or as somebody's wife they are in that incident unnamed: the stage would name them there. */
const isNamedIn = (person: string, incident: PublicIncident | undefined): boolean =>
  incident?.fields.people.some((one) => one.value.kind === 'named' && one.value.id === person) ?? false
