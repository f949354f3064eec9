/** The words that came with patches in, the newest of them as a list out: beside the quilt, never in it. */
import { html, type Markup } from '../markup.ts'
import { row } from '../pages/parts.ts'
import type { CampaignView } from './view.ts'

const WORDS_MOST = 12

export function sewnWords({ campaign, words }: CampaignView): Markup | false {
  const told = campaign.patches.filter((one) => one.words !== null)
  if (told.length === 0) return false
  return row(
    'w',
    words.t('act.words'),
    words.t('act.words.note'),
    words.t('act.words.heading', { n: told.length }),
    html`<ul class="sewn-words">${told
      .slice(-WORDS_MOST)
      .reverse()
      .map(
        (one) => html`<li${one.language !== null && html` lang="${one.language}"`}>${one.words}</li>`,
      )}</ul>`,
  )
}
