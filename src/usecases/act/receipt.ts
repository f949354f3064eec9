/** A sheet that was entered in, its receipt out: whoever counted can see that it arrived, and that it was entered as they wrote it. */
import { refuse } from '../../core/faults.ts'
import type { Words } from '../../core/words.ts'
import { sha256 } from '../../store/leaf.ts'
import type { CampaignOnRecord } from '../../store/queries/campaigns.ts'

/** Names neither the campaign's person nor whoever entered it: a receipt is carried in a pocket. */
export function receiptFor(campaign: CampaignOnRecord, entry: string, { t, language }: Words): string {
  const found = campaign.entries.find((one) => one.entry === entry)
  if (found?.body.kind !== 'tally') throw refuse('record.unknown', { id: entry }, entry)
  const { of, low, best, high, method, on, sheet } = found.body
  const lines = [
    t('camp.receipt.heading'),
    `${t('camp.f.sheet')}: ${sheet ?? '—'}`,
    `${t('camp.f.of')}: ${of}`,
    `${t('camp.f.best')}: ${best} (${low}–${high ?? '?'})`,
    `${t('camp.f.method')}: ${t(`act.method.${method}`)}`,
    `${t('camp.f.on')}: ${on}`,
    found.struck ? t('camp.struck') : '',
  ].filter((one) => one !== '')
  return `${lines.join('\n')}\n${sha256(`${campaign.text.id}\n${entry}\n${lines.join('\n')}`).slice(0, 16)} ${language}\n`
}
