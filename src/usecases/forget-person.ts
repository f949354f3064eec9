/** A person to be forgotten in; their names gone from records, texts, files and the log's inputs out, the log unbroken. */
import type { Claim } from '../core/claim.ts'
import { refuse } from '../core/faults.ts'
import { forgetting } from '../core/forgetting.ts'
import { foldName } from '../core/names/fold.ts'
import { readPerson } from '../core/names/persons.ts'
import type { NameRules } from '../core/names/rules.ts'
import type { Person } from '../core/person.ts'
import { record, type Writer } from '../store/append.ts'
import { eraseInputs, openDoor } from '../store/erase.ts'
import { loadPeople } from '../store/queries/people.ts'
import { incidentsWithPersons } from '../store/queries/touched.ts'
import { campaignsFor } from './act/erasure-of-campaigns.ts'
import { casesOfPerson } from './cases/erasure-of-cases.ts'
import type { Context } from './context.ts'
import { type Erasure, eraseRows, withoutThem } from './erasure.ts'
import { peopleAsOne } from './link/people-as-one.ts'
import { refresh } from './refresh.ts'
import { replayDecisions } from './replay-decisions.ts'
import { eraseSealedOf } from './sealed/erase-sealed.ts'
import { isQuotedFrom, testimoniesOf } from './testimony/erasure-of-testimonies.ts'
import { neverShown } from './withdraw-person.ts'
import { toldInWriting } from './writing/erasure-of-writing.ts'

export type Forgotten = {
  readonly rows: number
  readonly inputs: number
  /** Files as received that named them and were therefore destroyed. */
  readonly files: number
  /** Ids of people on record who were judged to be this person: nobody is shown them any more, and they are not forgotten. */
  readonly others: readonly string[]
  /** Sealed things beside records that tell of others too: whether they are named in one, only who can open it knows. */
  readonly sealed: readonly string[]
}

/**
 * Cannot be undone. Unlike a withdrawal, which hides, this erases: consent taken back for good, a law of erasure, a wrong
 * accusation. Reports that name the person lose the name in their stored text, and the file as received is destroyed.
 */
export async function forgetPerson(
  context: Context,
  asked: { readonly person: string; readonly by: string; readonly why: string },
): Promise<Forgotten> {
  const person = (await loadPeople(context.store)).get(asked.person)
  if (!person) throw refuse('record.unknown', { id: asked.person })
  const spellings = await spellingsOf(context, person)
  const journeys = await casesOfPerson(context.store, person.id)
  const incidents = await incidentsWithPersons(context.store, [person.id])
  const testimonies = await testimoniesOf(context.store, person.id)
  const erasure: Erasure = {
    ...forgetting(spellings),
    person: person.id,
    journeys,
    testimonies,
    incidents: new Set(incidents),
    campaigns: await campaignsFor(context.store, person.id),
    writing: await toldInWriting(
      context.store,
      ({ kind, id }) =>
        (kind === 'person' && id === person.id) ||
        journeys.has(id) ||
        (kind === 'testimony' && isQuotedFrom(id, testimonies)),
      (id) => id === person.id || journeys.has(id),
      incidents,
    ),
    stems: stemsIn(spellings, context.knowledge.names),
    renamed: await renamedFiles(context, spellings),
  }
  if (erasure.inJson(asked.why) !== asked.why)
    throw refuse('input.value', { problem: 'the reason must not name the person' })
  const others = await hideOthers(context, person.id, asked.by)
  const happening = {
    actor: asked.by,
    at: context.clock.now(),
    useCase: 'forget',
    object: 'person',
    input: { why: asked.why },
  }
  const { rows, inputs, files, sealed } = await record(context.store, happening, async (writer) => {
    await openDoor(writer)
    const named = await filesNaming(writer, erasure)
    if (named.length > 0) await writer.trx.deleteFrom('file_views').where('sha256', 'in', named).execute()
    const erased = await eraseRows(writer, erasure)
    const sealed = await eraseSealedOf(writer.trx, erasure.incidents)
    return {
      rows: erased + sealed.rows,
      sealed: sealed.left,
      inputs: await eraseInputs(writer, (event) => withoutThem(event, erasure)),
      files: named,
    }
  })
  for (const sha256 of files) context.files.destroy(sha256)
  await refresh(context)
  return { rows, inputs, files: files.length, others, sealed }
}

/**
 * Whoever is on record twice asked once. With the judgement goes what bound the other, so that one is held back by itself before:
 * forgetting it as well is for whoever forgets, since a judgement can be wrong and this cannot be undone.
 */
async function hideOthers(context: Context, person: string, by: string): Promise<readonly string[]> {
  const people = await loadPeople(context.store)
  const group = (await peopleAsOne(context.store)).bound.find((one) => one.includes(person)) ?? []
  const others = group.flatMap((id) => (id === person ? [] : (people.get(id) ?? [])))
  const lines = await Promise.all(others.map((one) => neverShown(context, one, { by, why: LOOK_AGAIN })))
  if (lines.length > 0) await replayDecisions(context, lines)
  return others.map((one) => one.id)
}
/** Says nothing of whom it was for. */
const LOOK_AGAIN = 'held back until somebody looks again'

/** Spellings on record, and every way a claim judged to be this person was written. */
async function spellingsOf(context: Context, person: Person): Promise<readonly string[]> {
  const judged = await context.store
    .selectFrom('judgements')
    .innerJoin('claims', 'claims.id', 'judgements.left_id')
    .select('claims.value')
    .where('judgements.right_kind', '=', 'person')
    .where('judgements.right_id', '=', person.id)
    .execute()
  const claimed = judged.flatMap(({ value }) => {
    const { name, aliases } = value as unknown as Extract<Claim, { field: 'person' }>['value']
    return [name, ...(aliases ?? [])]
  })
  return [person.names.en, person.names.ru ?? '', person.names.kk ?? '', ...person.variants, ...claimed]
}

/** Whatever of their names may stand among surnames that were accepted as one; a namesake's goes with it, and can be accepted again. */
const stemsIn = (spellings: readonly string[], rules: NameRules): ReadonlySet<string> =>
  new Set(
    spellings.flatMap((name) =>
      readPerson(name, rules).tokens.flatMap(({ folded, part }) =>
        part.kind === 'surname' ? [folded, part.root] : [folded],
      ),
    ),
  )

/** A file name is often small letters: one word of the name in it is enough. */
async function renamedFiles(
  context: Context,
  spellings: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { isTheirs } = forgetting(spellings)
  const files = await context.store.selectFrom('files').select(['name', 'sha256']).execute()
  const documents = await context.store.selectFrom('documents').select(['name', 'sha256']).execute()
  const named = [...files, ...documents].filter((one) =>
    foldName(one.name.replaceAll('_', ' ')).some(isTheirs),
  )
  return new Map(named.map((one) => [one.name, `erased-${one.sha256.slice(0, 8)}`]))
}

/** Files whose text names the person: their bytes cannot be redacted without forging them. */
async function filesNaming(writer: Writer, { inText }: Erasure): Promise<readonly string[]> {
  const documents = await writer.trx.selectFrom('documents').select(['sha256', 'text']).execute()
  return [...new Set(documents.filter((one) => inText(one.text) !== one.text).map((one) => one.sha256))]
}
