/** The law cards in the language of the page: how each stands, and whether it reads as plainly as it should. */
import { labelIn } from '../../../core/language.ts'
import { html } from '../../../publish/markup.ts'
import { writtenIn } from '../../../publish/telling/when.ts'
import { statusIn } from '../../../teach/card/assemble.ts'
import { readsIn } from '../../../teach/card/reads.ts'
import type { CardAtWork } from '../../../usecases/teach/review-cards.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'

export const cardStatus = ({ standing }: CardAtWork, { face, codebook, told }: Desktop): string =>
  statusIn(standing, { words: face.words, codebook, when: (day) => writtenIn(day, told.tell) })

export function cardsPage(desktop: Desktop, all: readonly CardAtWork[]): string {
  const { face } = desktop
  const { t, language } = face.words
  const body = section(
    t('lawcard.title'),
    t('cards.note'),
    html`<h1>${t('lawcard.list.heading', { n: all.length })}</h1>
<ul class="work">${all.map(
      (one) =>
        html`<li><div><h2 class="name"><a href="/${language}/desk/cards/${one.pack.id}/${one.card.id}/${language}">${one.card.title[language]}</a></h2><p class="meta">${labelIn(one.pack.name, language).text} · ${one.card.id} · ${readsIn(one.reads, one.card, face.words).slice(1).join(' ')}</p></div><div class="meta stage">${cardStatus(one, desktop)}</div></li>
`,
    )}</ul>`,
    true,
  )
  return frame(face, t('lawcard.title'), 'cards', body)
}
