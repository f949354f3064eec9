/** Counted rows, rulings and patches in; what readers see of them, made anew, out: rounded numbers, and a quilt of which no row says who sewed it. */
import { sql, type Transaction } from 'kysely'
import { shownCounts } from '../../core/act/counts.ts'
import { CLOTHS, type Patch } from '../../core/act/patch.ts'
import { switchesOf } from '../../core/act/rulings.ts'
import type { ShownActions } from '../../core/act/shown-actions.ts'
import { MOTIFS } from '../../core/codebook.ts'
import { canonical, type Json } from '../../core/json.ts'
import { isLanguage } from '../../core/language.ts'
import { mayStand } from '../../core/withholding/may-stand.ts'
import type { NamesInWords } from '../../core/withholding/names-in-words.ts'
import { writeState } from '../../store/derived.ts'
import { actionRulings, campaignsWithActions, sewnPatches } from '../../store/queries/actions.ts'
import type { ActionPatchRow, Tables } from '../../store/tables.ts'
import type { Actions } from './actions.ts'
import { countsOfCampaign } from './counts-of-campaign.ts'

export type Showing = Pick<Actions, 'door' | 'names'>

/** Returns whether anything is another than before. */
export async function writePublicCounts(
  trx: Transaction<Tables>,
  { door, names }: Showing,
): Promise<boolean> {
  const rulings = await actionRulings(trx)
  const before = await trx.selectFrom('public_action_counts').selectAll().execute()
  const known = new Map(before.map((one) => [one.campaign, canonical(one.body)]))
  const areShown = switchesOf(rulings).counts.on
  let held: NamesInWords | null = null
  let changed = 0
  for (const campaign of areShown ? await campaignsWithActions(trx) : []) {
    const found = await door(campaign)
    if (!found) continue
    const patches = await sewnPatches(trx, campaign, MOST_PATCHES, found.isClosed ? 1 : SEWN_BY)
    if (patches.some((one) => one.words !== null)) held ??= await names(trx)
    const body: ShownActions = {
      counts: shownCounts(await countsOfCampaign(trx, campaign, rulings), found.isClosed),
      patches: patches.map((one) => patchOf(one, held)),
    }
    const text = JSON.stringify(body)
    const isSame = known.get(campaign) === canonical(body)
    known.delete(campaign)
    if (isSame) continue
    changed += 1
    await trx
      .insertInto('public_action_counts')
      .values({ campaign, body: text as unknown as Json })
      .onConflict((one) => one.column('campaign').doUpdateSet({ body: text as unknown as Json }))
      .execute()
  }
  const gone = [...known.keys()]
  if (gone.length > 0) await trx.deleteFrom('public_action_counts').where('campaign', 'in', gone).execute()
  return changed + gone.length > 0
}

/** As many as the quilt of a page has room for. */
const MOST_PATCHES = 320
/** Sewn in by tens until the campaign closes: one patch more would tell whoever watches when somebody they know was here. */
const SEWN_BY = 10

/** Words are shown once somebody has read them, and never with a name of anybody on record, whoever may be named elsewhere. */
function patchOf({ motif, cloth, words, language, shown }: ActionPatchRow, held: NamesInWords | null): Patch {
  const isFree = words !== null && shown === true && held !== null && mayStand(words, held, [])
  return {
    motif: MOTIFS.find((one) => one === motif) ?? 'good',
    cloth: CLOTHS.find((one) => one === cloth) ?? 0,
    words: isFree ? words : null,
    language: isFree && isLanguage(language ?? undefined) ? (language as Patch['language']) : null,
  }
}

export const showCounts = ({ store, ...showing }: Showing & Pick<Actions, 'store'>): Promise<boolean> =>
  store.transaction().execute(async (trx) => {
    await sql`lock table public_state in exclusive mode`.execute(trx)
    const changed = await writePublicCounts(trx, showing)
    // Pages kept in memory ask whether anything public changed.
    if (changed) await touchPublic(trx)
    return changed
  })

async function touchPublic(trx: Transaction<Tables>): Promise<void> {
  const row = await trx
    .selectFrom('public_state')
    .select('value')
    .where('key', '=', 'through')
    .executeTakeFirst()
  if (row) await writeState(trx, 'through', row.value)
}
