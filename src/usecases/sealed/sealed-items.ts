/** Sealed things of a record: kept as they come, fetched, sealed anew by somebody who can open them. Nothing is opened here. */
import { newId } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import type { Target } from '../../core/policy.ts'
import { recipientsIn } from '../../core/sealed/age-header.ts'
import { isSealedField, type SealedAbout } from '../../core/sealed/field.ts'
import { LEAST_RECIPIENTS } from '../../core/sealed/recipients.ts'
import { record } from '../../store/append.ts'
import { sha256 } from '../../store/leaf.ts'
import { caseRecord } from '../../store/queries/cases.ts'
import { recordRow } from '../../store/queries/records.ts'
import { type SealedHead, sealedOf, sealedRow } from '../../store/queries/sealed.ts'
import { caseTarget } from '../cases/read-cases.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayRead, permit, targetOf } from '../permit.ts'
import { recipientsOf, SEALED_PREFIX } from './recipients.ts'

export type NewItem = {
  readonly about: SealedAbout
  readonly field: string
  readonly what: string
  /** Number of the list that it was sealed to, as whoever sealed it says. */
  readonly list: number
  readonly body: Uint8Array
}

/** The record through the wall first: who cannot read it as colleagues do learns of no sealed things either. */
async function permitAbout(
  context: Context,
  action: 'read' | 'decide',
  { kind, id }: SealedAbout,
): Promise<void> {
  const target = await targetAt(context, kind, id)
  if (target === null || !mayRead(context, 'team', target)) throw refuse('record.unknown', { id }, id)
  permit(context, action, { id, target })
}

async function targetAt({ store }: Context, kind: SealedAbout['kind'], id: string): Promise<Target | null> {
  if (kind === 'case') {
    const row = await caseRecord(store, id)
    return row && caseTarget(row)
  }
  const row = await recordRow(store, id)
  return row && targetOf(row)
}

export async function keepItem(context: Context, given: NewItem): Promise<string> {
  const { about, field, what } = given
  await permitAbout(context, 'decide', about)
  if (!isSealedField(field) || (what !== 'text' && what !== 'file')) throw refuse('sealed.field')
  const id = newId()
  await write(context, { ...given, what, id, version: 1 }, 'keep')
  return id
}

/**
 * The same content under newer keys, as whoever could open it says: the server cannot compare the two. The older version is
 * kept until somebody drops it, so that a slip loses nothing.
 */
export async function resealItem(
  context: Context,
  id: string,
  { list, body }: Pick<NewItem, 'list' | 'body'>,
): Promise<number> {
  const old = await itemFor(context, 'decide', id)
  const about: SealedAbout = { kind: old.about_kind, id: old.about_id }
  const { field, what, version } = old
  await write(context, { about, field, what, list, body, id, version: version + 1 }, 'again')
  return version + 1
}

/** The bodies of older versions: a key that was lost opens them. That they were there, and their hashes, stay. */
export async function dropOlder(context: Context, id: string): Promise<number> {
  const { version, organisation } = await itemFor(context, 'decide', id)
  const happening = { ...said(context, id, 'drop'), organisation, input: { below: version } }
  return record(context.house, happening, async ({ trx }) => {
    const dropped = await trx
      .updateTable('sealed_items')
      .set({ body: null })
      .where('id', '=', id)
      .where('version', '<', version)
      .where('body', 'is not', null)
      .executeTakeFirst()
    return Number(dropped.numUpdatedRows)
  })
}

/** What came in sealed to a list that may have changed since: it stays sealed as it came, beside the record. */
export async function takeOver(context: Context, given: NewItem): Promise<string> {
  const { about, field, what } = given
  await permitAbout(context, 'decide', about)
  if (!isSealedField(field) || (what !== 'text' && what !== 'file')) throw refuse('sealed.field')
  if ((recipientsIn(given.body) ?? 0) < LEAST_RECIPIENTS) throw refuse('sealed.open', { n: LEAST_RECIPIENTS })
  const id = newId()
  await put(context, { ...given, what, id, version: 1 }, 'keep')
  return id
}

export async function itemsOf(context: Context, about: SealedAbout): Promise<readonly SealedHead[]> {
  await permitAbout(context, 'read', about)
  return sealedOf(context.house, about)
}

export async function bodyOf(context: Context, id: string): Promise<Uint8Array> {
  const { body } = await itemFor(context, 'read', id)
  if (!body) throw refuse('sealed.gone')
  return body
}

/** One that belongs to a record which may not be read is answered like one that never was. */
async function itemFor(context: Context, action: 'read' | 'decide', id: string) {
  const row = await sealedRow(context.house, id)
  if (!row) throw refuse('record.unknown', { id }, id)
  await permitAbout(context, action, { kind: row.about_kind, id: row.about_id })
  return row
}

type Version = Omit<NewItem, 'what'> & {
  readonly what: 'text' | 'file'
  readonly id: string
  readonly version: number
}
async function write(context: Context, given: Version, did: string): Promise<void> {
  const { list, body } = given
  if (body.length > context.maxBytes) throw refuse('input.too-large', { limit: context.maxBytes })
  const { list: now } = await recipientsOf(context)
  if (list !== now.seq) throw refuse('sealed.list', { seq: now.seq })
  // Sealed to fewer than the list has, somebody was left out; not sealed at all, it must not be kept.
  if (recipientsIn(body) !== now.recipients.length) throw refuse('sealed.open', { n: now.recipients.length })
  await put(context, given, did)
}

async function put(context: Context, given: Version, did: string): Promise<void> {
  const { about, field, what, list, body, id, version } = given
  const row = {
    ...{ id, version, field, what, list, body, bytes: body.length, sha256: sha256(body) },
    ...{ about_kind: about.kind, about_id: about.id, organisation: organisationOf(context) },
    ...{ by: context.actor?.handle ?? 'operator', since: today(context.clock) },
  }
  const input = { version, about: about.id, kind: about.kind, field, list, sha256: row.sha256 }
  const happening = { ...said(context, id, did), organisation: row.organisation, input }
  await record(context.house, happening, async ({ trx }) => {
    await trx.insertInto('sealed_items').values(row).execute()
  })
}

const said = (context: Context, id: string, did: string) => ({
  actor: context.actor?.handle ?? 'operator',
  at: context.clock.now(),
  useCase: `${SEALED_PREFIX}${did}`,
  object: id,
})
