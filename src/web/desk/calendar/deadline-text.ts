/** A deadline's rule in words: what is due by whom, under which law, and whether anybody has checked it. */
import { isSourced } from '../../../core/deadlines/deadline.ts'
import { labelIn } from '../../../core/language.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import type { Desktop } from '../desktop.ts'

export function deadlineText({ packs, face }: Desktop, id: string | undefined): Piece {
  const rule = [...packs.values()].flatMap((one) => one.deadlines.rules).find((one) => one.id === id)
  if (!rule) return false
  const { t, language } = face.words
  return html`<p>${labelIn(rule.what, language).text} ${t('calendar.who', { who: labelIn(rule.party, language).text })}</p><p class="meta"><span lang="en">${rule.law.text}</span>${!isSourced(rule) && html` · <b>${t('calendar.unverified')}</b>`}</p>`
}
