/** What somebody types into the form of a campaign is what stands on record, and what the form has no room for stays. */
import { expect, it } from 'vitest'
import { TEXT } from '../../../core/act/fixture.ts'
import type { Threshold } from '../../../core/act/lines.ts'
import type { CampaignOnRecord } from '../../../store/queries/campaigns.ts'
import { campaignOf, typedCampaign } from './typed.ts'

const duty = { en: null, ru: null, kk: null }
const at = (number: number): Threshold => ({
  ...{ kind: 'signature', number },
  brings: { en: `At ${number} it is read out.`, ru: null, kk: null },
})
const text = {
  ...TEXT,
  targets: ['a', 'b', 'c', 'd'].map((authority) => ({ authority, duty, hostile: authority === 'b' })),
  thresholds: [500, 1000, 5000, 10_000, 50_000].map(at),
}
const typed = typedCampaign({ text } as unknown as CampaignOnRecord)
const sent = (more: Record<string, string>) =>
  campaignOf(text.id, text.country, { ...typed, ...more }, text.kinds, () => false, text as never)

it('keeps what the form has no room for when somebody changes a word: a fifth number, a fourth addressee, whom somebody called hostile', () => {
  expect(sent({ 'title-en': 'Another title' })).toMatchObject({
    ...{ targets: text.targets, thresholds: text.thresholds },
  })
})

it('takes what happens at which number from the form: another number, one more language, and none where the fields were emptied', () => {
  const again = sent({
    ...{ 'at-1': '750', 'brings-1-kk': 'Оқылады.' },
    ...{ 'at-2': '', 'unit-2': '', 'brings-2-en': ' ' },
  })
  expect(again).toMatchObject({
    thresholds: [
      { kind: 'signature', number: 750, brings: { en: 'At 500 it is read out.', ru: null, kk: 'Оқылады.' } },
      ...[5000, 10_000, 50_000].map(at),
    ],
  })
})

it('holds on to a number that is not whole, so that it is refused and not dropped', () => {
  expect(sent({ 'at-1': 'many' })).toMatchObject({ thresholds: [{ number: 0 }, {}, {}, {}, {}] })
})
