import { expect, it } from 'vitest'
import { TEXT } from '../../../core/act/fixture.ts'
import type { CampaignOnRecord } from '../../../store/queries/campaigns.ts'
import { campaignOf, typedCampaign } from './typed.ts'

it('keeps what the form has no field for when somebody changes a word: thresholds, a fourth addressee, whom somebody called hostile', () => {
  const duty = { en: null, ru: null, kk: null }
  const text = {
    ...TEXT,
    targets: ['a', 'b', 'c', 'd'].map((authority) => ({ authority, duty, hostile: authority === 'b' })),
    thresholds: [{ kind: 'signature' as const, number: 1000, brings: duty }],
  }
  const typed = typedCampaign({ text } as unknown as CampaignOnRecord)
  const sent = { ...typed, 'title-en': 'Another title' }
  const again = campaignOf(text.id, text.country, sent, text.kinds, () => false, text as never)
  expect(again).toMatchObject({ targets: text.targets, thresholds: text.thresholds })
})
