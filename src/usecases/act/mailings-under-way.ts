/** The queue and the campaigns in, each delivery by paced mail with how far it is and why it stands still out. */
import { today } from '../../adapters/clock.ts'
import { type Halt, haltOf, type Mailing, mailingsIn } from '../../core/act/mailing.ts'
import { type CampaignOnRecord, loadCampaigns } from '../../store/queries/campaigns.ts'
import type { LetterRow } from '../../store/tables.ts'
import type { Post } from '../letters/post.ts'

export type UnderWay = {
  readonly campaign: CampaignOnRecord
  readonly mailing: Mailing
  /** As its letters name it. */
  readonly key: string
  /** Of this house: none after a restore, until somebody says that it goes on here. */
  readonly rows: readonly LetterRow[]
  /** As far as anybody was told; also by a mail of which nobody knows whether it arrived. */
  readonly told: number
  readonly bounces: number
  readonly halt: Halt | null
}

type Given = Pick<Post, 'store' | 'clock' | 'knowledge'>
export const keyOf = (campaign: string, entry: string): string => `${campaign}/${entry}`

export async function mailingsUnderWay(given: Given, id?: string): Promise<readonly UnderWay[]> {
  const all = await loadCampaigns(given.store, given.knowledge.codebook.campaigns.moves, id)
  const some = all.flatMap((campaign) => mailingsIn(campaign).map((mailing) => ({ campaign, mailing })))
  if (some.length === 0) return []
  const rows = Map.groupBy(
    await given.store.selectFrom('letters').selectAll().where('mailing', 'is not', null).execute(),
    (one) => one.mailing,
  )
  return some.map(({ campaign, mailing }) => {
    const key = keyOf(campaign.text.id, mailing.entry)
    const own = rows.get(key) ?? []
    const bounces = own.filter((one) => one.state === 'failed').length
    return {
      ...{ campaign, mailing, key, rows: own, bounces },
      told: Math.max(noted(campaign, mailing), ...own.map(toldBy)),
      halt: haltOf(campaign, mailing, bounces, today(given.clock)),
    }
  })
}

const TOLD: ReadonlySet<LetterRow['state']> = new Set(['sending', 'sent', 'unsure'])
const toldBy = ({ state, counted }: LetterRow): number => (TOLD.has(state) ? (counted ?? 0) : 0)

/** What the log says was handed over: all that is left of it after a restore. */
const noted = ({ entries }: CampaignOnRecord, { entry }: Mailing): number =>
  Math.max(
    0,
    ...entries.flatMap(({ body, struck }) =>
      body.kind === 'delivery' && body.mailing === entry && !struck ? [body.number] : [],
    ),
  )
