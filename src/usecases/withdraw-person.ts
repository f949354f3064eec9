/** A person who may no longer be shown in; every public output without their name out, checked by reading what the public can read. */
import type { RecordPerson } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import { foldName, maybeSameToken } from '../core/names/fold.ts'
import type { Person } from '../core/person.ts'
import { loadBases, loadPeople } from '../store/queries/people.ts'
import { publicBodies } from '../store/queries/public.ts'
import type { Context } from './context.ts'
import { replayDecisions } from './replay-decisions.ts'

export type Withdrawal = {
  readonly person: string
  /** Public records in which a word of a name still stands: it may be somebody else of that name, so a person must look. */
  readonly stillStands: readonly string[]
}

/** No date on which «never» would have to be asked again. */
const FOR_GOOD = '9999-12-31'

export async function withdrawPerson(
  context: Context,
  asked: { readonly person: string; readonly by: string; readonly why: string },
): Promise<Withdrawal> {
  const person = (await loadPeople(context.store)).get(asked.person)
  if (!person) throw refuse('record.unknown', { id: asked.person })
  await replayDecisions(context, [await neverShown(context, person, asked)])
  return { person: person.id, stillStands: await placesOf(context, person) }
}

/** The decision that nobody may be shown them any more. */
export async function neverShown(
  context: Context,
  person: Person,
  asked: { readonly by: string; readonly why: string },
): Promise<RecordPerson> {
  const before = (await loadBases(context.store)).get(person.id)?.at(-1)
  return {
    record: 'person',
    id: person.id,
    names: person.names,
    variants: person.variants,
    ...(person.pseudonym !== null && { pseudonym: person.pseudonym }),
    basis: {
      kind: before?.kind ?? 'consent',
      level: 'never',
      reason: asked.why,
      givenHow: before?.givenHow ?? 'withdrawn',
      reviewBy: FOR_GOOD,
    },
    by: asked.by,
    at: context.clock.now(),
    why: asked.why,
  }
}

/** Looked for in every spelling on record, by whole words, in all that the public tables hold. */
async function placesOf(context: Context, person: Person): Promise<readonly string[]> {
  const spellings = [person.names.en, person.names.ru ?? '', person.names.kk ?? '', ...person.variants]
  const wanted = [...new Set(spellings.flatMap(foldName))].filter((token) => token.length > 2)
  const bodies = await publicBodies(context.store)
  return bodies
    .filter(({ text }) => {
      const words = new Set(foldName(text))
      return wanted.some(
        (token) => words.has(token) || [...words].some((word) => maybeSameToken(word, token)),
      )
    })
    .map((one) => one.id)
}
