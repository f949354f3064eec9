/** A delivery in, its manifest out: what was handed over in numbers and in the words of the demand, and never who took part. */
import type { CampaignEntryOf } from '../core/act/lines.ts'
import type { PublicCampaign } from '../core/act/public-campaign.ts'
import { LANGUAGES } from '../core/language.ts'

/** Plain lines in one order, so that anybody can work its hash out again. */
export const manifestOf = (
  campaign: Pick<PublicCampaign, 'id' | 'demand' | 'points'>,
  delivery: Pick<CampaignEntryOf<'delivery'>, 'authority' | 'way' | 'of' | 'number' | 'on'>,
): string =>
  [
    'Aigaq delivery 1',
    `campaign: ${campaign.id}`,
    `to: ${delivery.authority}`,
    `on: ${delivery.on}`,
    `way: ${delivery.way}`,
    `of: ${delivery.of}`,
    `number: ${delivery.number}`,
    ...LANGUAGES.flatMap((one) => {
      const demand = campaign.demand[one]
      return demand === null ? [] : [`demand ${one}: ${demand}`]
    }),
    ...campaign.points.flatMap((point, at) =>
      LANGUAGES.flatMap((one) => {
        const words = point[one]
        return words === null ? [] : [`point ${at + 1} ${one}: ${words}`]
      }),
    ),
    '',
  ].join('\n')
