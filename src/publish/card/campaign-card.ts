/** A campaign in, what its page says of itself where it is passed on out: the demand in words. No picture of anybody, and no name that the page does not show. */
import { labelIn } from '../../core/language.ts'
import type { CampaignView } from '../campaign/view.ts'
import { toldIn } from '../campaign/words.ts'
import type { Card } from './card.ts'

export function campaignCard({ campaign, words, pack, codebook }: CampaignView): Card {
  const state = codebook.campaigns.states.get(campaign.state)?.label
  const country = labelIn(pack.name, words.language).text
  return {
    label: state ? `${country} · ${labelIn(state, words.language).text}` : country,
    heading: toldIn(campaign.title, words),
    sub: toldIn(campaign.demand, words),
    figure: { kind: 'none' },
    alt: '',
  }
}
