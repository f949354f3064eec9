/** A delivery in, its manifest and the hash of that out: worked out of the text of the campaign as it stands when it is handed over. */
import { manifestOf } from '../../act/manifest.ts'
import type { CampaignEntry } from '../../core/act/campaign.ts'
import type { CampaignEntryOf } from '../../core/act/lines.ts'
import { sha256 } from '../../store/leaf.ts'
import type { CampaignOnRecord } from '../../store/queries/campaigns.ts'

type Handed = Pick<CampaignEntryOf<'delivery'>, 'authority' | 'way' | 'of' | 'number' | 'on'>

/** A delivery by paced mail has the words that it was planned with, whatever was written until it was noted. */
export function handedBefore(
  { entries }: Pick<CampaignOnRecord, 'entries'>,
  { body, first }: Pick<CampaignEntry<'delivery'>, 'body' | 'first'>,
): number {
  const mailing = entries.find((one) => one.entry === body.mailing && one.body.kind === 'mailing')
  return mailing?.first ?? first
}

/** The text that stood at an entry of the log; the newest where none is named. */
export function manifestFor(
  { texts, text }: CampaignOnRecord,
  delivery: Handed,
  before: number = Number.POSITIVE_INFINITY,
): { readonly text: string; readonly sha256: string } {
  const then = texts.findLast((one) => one.event < before)
  const { demand, points } = then ? then.content : text
  const manifest = manifestOf({ id: text.id, demand, points }, delivery)
  return { text: manifest, sha256: sha256(manifest) }
}
