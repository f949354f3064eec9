/** Campaigns as they stand, with all that was said of each, as far as whoever asks may see. */
import { HOME } from '../../core/access.ts'
import { type Campaign, foldCampaign } from '../../core/act/campaign.ts'
import type { CampaignMoves } from '../../core/act/state.ts'
import type { Store } from '../connect.ts'
import type { CampaignEntryRow, CampaignRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

export type CampaignOnRecord = Campaign & {
  readonly organisation: string
  /** Every version of its text and of its entries, the oldest first. */
  readonly texts: readonly CampaignRow[]
  readonly said: readonly CampaignEntryRow[]
}

/** The one proposed last first. */
export async function loadCampaigns(
  store: Reader,
  moves: CampaignMoves,
  id?: string,
): Promise<readonly CampaignOnRecord[]> {
  const written = store.selectFrom('campaigns').selectAll().orderBy('event')
  const texts = await (id === undefined ? written : written.where('id', '=', id)).execute()
  if (texts.length === 0) return []
  const entries = store.selectFrom('campaign_entries').selectAll().orderBy('event')
  const said = Map.groupBy(
    await (id === undefined ? entries : entries.where('campaign', '=', id)).execute(),
    (one) => one.campaign,
  )
  return [...Map.groupBy(texts, (one) => one.id)]
    .flatMap(([own, rows]): readonly CampaignOnRecord[] => {
      const all = said.get(own) ?? []
      const campaign = foldCampaign(rows.map(textOf), all.map(entryOf), moves)
      return campaign
        ? [{ ...campaign, organisation: rows[0]?.organisation ?? HOME, texts: rows, said: all }]
        : []
    })
    .reverse()
}

const textOf = ({ id, country, content, by, at, why, event }: CampaignRow) => ({
  ...{ ...content, id, country },
  ...{ by, at, why, event },
})

const entryOf = ({ entry, content, struck, by, at, why, event }: CampaignEntryRow) => ({
  ...{ entry, body: content, struck },
  ...{ by, at, why, event },
})
