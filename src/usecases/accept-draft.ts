/** One proposed draft in, the decision a coder makes by taking all of it as it stands out; no person gets a name by this. */
import type { DecideIncident } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import type { PartialDate } from '../core/partial-date.ts'
import type { Values } from '../core/values.ts'
import { proposalsOf } from '../store/queries/claims.ts'
import type { Context } from './context.ts'

export type AcceptDraft = {
  readonly document: string
  readonly draft: number
  readonly id: string
  readonly by: string
  readonly why?: string
}

/** Enough words to find a passage again without copying all of it. */
const ANCHOR = 80

export async function acceptDraft(context: Context, given: AcceptDraft): Promise<DecideIncident> {
  const document = await context.store
    .selectFrom('documents')
    .selectAll()
    .where('name', '=', given.document)
    .orderBy('event', 'desc')
    .executeTakeFirst()
  const draft = document && (await proposalsOf(context.store, document.id))[given.draft]
  if (!document || !draft) throw refuse('record.unknown', { id: `${given.document}#${given.draft}` })
  const values = <F extends keyof Values>(field: F): readonly Values[F][] =>
    draft.claims.filter((claim) => claim.field === field).map((claim) => claim.value as Values[F])
  const words = document.text.slice(draft.span.start, draft.span.end)
  return {
    record: 'incident',
    id: given.id,
    country: document.country,
    document: document.id,
    from: words.slice(0, ANCHOR),
    to: words.slice(-ANCHOR),
    kind: values('kind')[0] ?? 'event',
    freedoms: values('freedom'),
    date: dateText(values('date')[0]),
    other_dates: values('other_date'),
    places: values('place').map((one) => one.canonical),
    people: values('person').map(({ name, harmed }) => ({ name, harmed })),
    organisations: values('organisation'),
    groups: values('group').map(({ min, max, qualifier }) => ({ min, max, qualifier })),
    acts: values('act'),
    laws: values('law').map(({ code, article, part, name }) => ({
      code,
      ...(article && { article }),
      ...(part && { part }),
      ...(name && { name }),
    })),
    offences: values('offence'),
    penalties: values('penalty').map(({ type, ...numbers }) => ({ type, ...written(numbers) })),
    actors: values('actor'),
    sources: values('source'),
    by: given.by,
    at: context.clock.now(),
    ...(given.why && { why: given.why }),
  }
}

const dateText = (date: PartialDate | undefined): string | null =>
  date === undefined || (date.from === null && date.to === null)
    ? null
    : date.from === date.to
      ? date.from
      : `${date.from ?? ''}..${date.to ?? ''}`

const written = <T extends object>(numbers: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(numbers).filter(([key, one]) => one !== null && key !== 'who')) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
