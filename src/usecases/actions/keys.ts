/** Files of keys in, handed over by a person; the keys in memory out, for as long as the campaign needs them and the program runs. */
import { type CampaignKey, newCampaignKey, readCampaignKey } from '../../adapters/campaign-key.ts'
import { type Clock, today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import type { Store } from '../../store/connect.ts'
import { inOpenHouse } from '../../store/open-house.ts'

export type ActionKeys = {
  readonly of: (campaign: string) => CampaignKey | null
  readonly all: () => readonly CampaignKey[]
  /** Refused while all are forgotten: a request that was under way when the house was shut would bring a key back. */
  readonly put: (key: CampaignKey) => void
  /** Left out: of all campaigns, and until `wake` none is taken. */
  readonly forget: (campaign?: string) => void
  readonly wake: () => void
}

export function openActionKeys(): ActionKeys {
  const kept = new Map<string, CampaignKey>()
  let isForgotten = false
  const drop = (key: CampaignKey): void => {
    kept.delete(key.campaign)
    key.forget()
  }
  return {
    of: (campaign) => kept.get(campaign) ?? null,
    all: () => [...kept.values()],
    put: (key) => {
      if (isForgotten) {
        key.forget()
        throw refuse('house.shut')
      }
      kept.set(key.campaign, key)
    },
    forget: (campaign) => {
      if (campaign === undefined) isForgotten = true
      for (const key of [...kept.values()]) if (campaign === undefined || key.campaign === campaign) drop(key)
    },
    wake: () => {
      isForgotten = false
    },
  }
}

type Given = { readonly store: Store; readonly clock: Clock; readonly keys: ActionKeys }

/** The file of a new key, shown this once; only its fingerprint is written down. A second key would let everybody sign again. */
export async function makeActionKey(given: Given, campaign: string): Promise<string> {
  const file = newCampaignKey(campaign)
  const key = readCampaignKey(file)
  if (!key) throw refuse('action.key')
  await inOpenHouse(given.store, async (trx) => {
    const made = await trx
      .insertInto('action_keys')
      .values({ campaign, fingerprint: key.fingerprint, made: today(given.clock), destroyed: null })
      .onConflict((one) => one.column('campaign').doNothing())
      .returning('campaign')
      .executeTakeFirst()
    if (!made) throw refuse('action.key-there')
    // Last, and before it stands: a campaign whose key nobody was given could never be signed.
    given.keys.put(key)
  })
  return file
}

/** Another campaign's, a second one, or one that was let go of is refused. `of`: the campaign that it must be of; left out: whichever. */
export async function loadActionKey(
  { store, keys }: Omit<Given, 'clock'>,
  file: string,
  of?: string,
): Promise<string> {
  const key = readCampaignKey(file)
  if (!key || (of !== undefined && key.campaign !== of)) throw refuse('action.key')
  const row = await store
    .selectFrom('action_keys')
    .selectAll()
    .where('campaign', '=', key.campaign)
    .executeTakeFirst()
  if (row?.fingerprint !== key.fingerprint || row.destroyed !== null) throw refuse('action.key')
  keys.put(key)
  return key.campaign
}

/** Campaigns that let go of their key and still hold something of it: another program wrote a last time, or a backup was restored. */
export async function leftOver({ store }: Pick<Given, 'store'>): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('action_keys')
    .select('campaign')
    .where('destroyed', 'is not', null)
    .where(({ or, exists, selectFrom }) =>
      or(
        (['action_marks', 'action_asks'] as const).map((table) =>
          exists(
            selectFrom(table).select('campaign').whereRef(`${table}.campaign`, '=', 'action_keys.campaign'),
          ),
        ),
      ),
    )
    .execute()
  return rows.map((one) => one.campaign)
}

/** Another program that serves the same campaign let go of the key: this one does too. */
export async function forgetDestroyed({ store, keys }: Pick<Given, 'store' | 'keys'>): Promise<void> {
  const gone = await store
    .selectFrom('action_keys')
    .select('campaign')
    .where('destroyed', 'is not', null)
    .execute()
  for (const { campaign } of gone) keys.forget(campaign)
}

const MARKS_AT_ONCE = 50_000

/**
 * When a campaign has ended: the key goes out of memory, the marks out of the database. The organisation destroys its copy; from
 * then on nobody can find out whether an address is among those who signed, and nobody can sign twice since nobody can sign.
 * That it was done is written down last: killed anywhere before, it is done again.
 */
export async function destroyActionKey({ store, clock, keys }: Given, campaign: string): Promise<void> {
  keys.forget(campaign)
  await store.deleteFrom('action_asks').where('campaign', '=', campaign).execute()
  await deleteMarks(store, campaign)
  await store
    .updateTable('action_keys')
    .set({ destroyed: today(clock) })
    .where('campaign', '=', campaign)
    .where('destroyed', 'is', null)
    .execute()
}

/** In slices: millions of rows in one statement would hold up whoever signs elsewhere. */
export async function deleteMarks(
  store: Pick<Store, 'selectFrom' | 'deleteFrom'>,
  campaign: string,
): Promise<void> {
  for (;;) {
    const some = store
      .selectFrom('action_marks')
      .select('mark')
      .where('campaign', '=', campaign)
      .limit(MARKS_AT_ONCE)
    const gone = await store
      .deleteFrom('action_marks')
      .where('campaign', '=', campaign)
      .where('mark', 'in', some)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) return
  }
}
