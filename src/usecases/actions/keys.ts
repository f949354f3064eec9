/** Files of keys in, handed over by a person; the keys in memory out, for as long as the campaign needs them and the program runs. */
import { type CampaignKey, newCampaignKey, readCampaignKey } from '../../adapters/campaign-key.ts'
import { type Clock, today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import type { Store } from '../../store/connect.ts'

export type ActionKeys = {
  readonly of: (campaign: string) => CampaignKey | null
  readonly all: () => readonly CampaignKey[]
  readonly put: (key: CampaignKey) => void
  /** Left out: of all campaigns. */
  readonly forget: (campaign?: string) => void
}

export function openActionKeys(): ActionKeys {
  const kept = new Map<string, CampaignKey>()
  const drop = (key: CampaignKey): void => {
    kept.delete(key.campaign)
    key.forget()
  }
  return {
    of: (campaign) => kept.get(campaign) ?? null,
    all: () => [...kept.values()],
    put: (key) => {
      kept.set(key.campaign, key)
    },
    forget: (campaign) => {
      for (const key of [...kept.values()]) if (campaign === undefined || key.campaign === campaign) drop(key)
    },
  }
}

type Given = { readonly store: Store; readonly clock: Clock; readonly keys: ActionKeys }

/** The file of a new key, shown this once; only its fingerprint is written down. A second key would let everybody sign again. */
export async function makeActionKey(given: Given, campaign: string): Promise<string> {
  const file = newCampaignKey(campaign)
  const key = readCampaignKey(file)
  if (!key) throw refuse('action.key')
  const made = await given.store
    .insertInto('action_keys')
    .values({ campaign, fingerprint: key.fingerprint, made: today(given.clock), destroyed: null })
    .onConflict((one) => one.column('campaign').doNothing())
    .returning('campaign')
    .executeTakeFirst()
  if (!made) throw refuse('action.key-there')
  given.keys.put(key)
  return file
}

/** Another campaign's, a second one, or one that was let go of is refused. */
export async function loadActionKey({ store, keys }: Omit<Given, 'clock'>, file: string): Promise<string> {
  const key = readCampaignKey(file)
  if (!key) throw refuse('action.key')
  const row = await store
    .selectFrom('action_keys')
    .selectAll()
    .where('campaign', '=', key.campaign)
    .executeTakeFirst()
  if (row?.fingerprint !== key.fingerprint || row.destroyed !== null) throw refuse('action.key')
  keys.put(key)
  return key.campaign
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
 * When a campaign is closed: the key goes out of memory, the marks out of the database. The organisation destroys its copy; from
 * then on nobody can find out whether an address is among those who signed, and nobody can sign twice since nobody can sign.
 */
export async function destroyActionKey({ store, clock, keys }: Given, campaign: string): Promise<void> {
  keys.forget(campaign)
  await store
    .updateTable('action_keys')
    .set({ destroyed: today(clock) })
    .where('campaign', '=', campaign)
    .where('destroyed', 'is', null)
    .execute()
  await store.deleteFrom('action_asks').where('campaign', '=', campaign).execute()
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
