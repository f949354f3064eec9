/** A campaign as readers see it in, a letter to each addressee whom the demand was written for in this language out. */
import { letterTo } from '../../act/letter.ts'
import type { Letter } from '../../core/act/letter.ts'
import type { CampaignView } from '../../publish/campaign/view.ts'

export const lettersOf = ({ campaign, pack, words }: CampaignView): readonly Letter[] =>
  campaign.targets.flatMap(({ authority }) => {
    const own = pack.authorities.get(authority)
    return own ? (letterTo(campaign, own, words) ?? []) : []
  })
