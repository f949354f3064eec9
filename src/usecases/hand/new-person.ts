/** Names that somebody typed in, a person on record out, under an id that says nothing of them; or who else bears the name. */
import { newTail } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import type { Fault } from '../../core/faults.ts'
import type { Person } from '../../core/person.ts'
import { namesakes } from '../../review/resolve.ts'
import { personsKnown } from '../../store/queries/persons.ts'
import { type Context, organisationOf } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { newRecord } from '../review/save-passage.ts'

export type TypedNames = Readonly<Record<'en' | 'ru' | 'kk' | 'variants' | 'pseudonym', string>>
export type NewPerson =
  | { readonly kind: 'recorded'; readonly id: string }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'namesakes'; readonly people: readonly Person[] }

/** `isAnother`: whoever asks has seen the namesakes, and says that it is none of them. */
export async function newPerson(context: Context, typed: TypedNames, isAnother: boolean): Promise<NewPerson> {
  permit(context, 'people')
  permit(context, 'decide', { id: 'new', target: newRecord(context) })
  const text = (name: keyof TypedNames): string | null => typed[name].trim().replace(/\s+/g, ' ') || null
  const en = text('en')
  if (en === null) return { kind: 'faults', faults: [{ code: 'hand.name', params: {}, where: 'en' }] }
  const lines = typed.variants.split(/[\n;]+/).map((one) => one.trim().replace(/\s+/g, ' '))
  const names = { en, ru: text('ru'), kk: text('kk') }
  const variants = [...new Set(lines.filter((one) => one !== ''))]
  const known = new Map(
    (await personsKnown(context.store, organisationOf(context))).map(({ person }) => [person.id, person]),
  )
  const spellings = [names.en, names.ru ?? '', names.kk ?? '', ...variants]
  const same = [...new Set(spellings.flatMap((one) => namesakes(one, known)))]
  if (same.length > 0 && !isAnother) return { kind: 'namesakes', people: same }
  const pseudonym = text('pseudonym')
  // An address stays in the list of pages that a browser keeps: it tells no name.
  const id = `p-${newTail()}${newTail()}`
  const line = {
    ...{ record: 'person', id, names, variants, ...(pseudonym !== null && { pseudonym }) },
    ...{ by: context.actor?.handle ?? 'operator', at: context.clock.now() },
  }
  await replayDecisions(context, [
    parseDecided(line, context.knowledge.codebook, today(context.clock), 'form'),
  ])
  return { kind: 'recorded', id }
}
