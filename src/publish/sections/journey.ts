/** A person's proceeding in, its dated stages as a list on a rail out; no stage is taken for an ending. */
import type { Pack } from '../../core/pack.ts'
import type { PublicProceeding } from '../../core/public-record.ts'
import { lawIn } from '../laws.ts'
import { href } from '../links.ts'
import { between, html, type Markup } from '../markup.ts'
import { slip, unknown } from '../pages/parts.ts'
import { penaltyIn } from '../telling/penalty.ts'
import { whenIn } from '../telling/when.ts'
import { shownName } from '../telling/who.ts'
import type { Face } from '../views.ts'

export function journey(proceeding: PublicProceeding, here: string, pack: Pack, face: Face): Markup {
  const { words, tell, site } = face
  const name = shownName(proceeding.person, words.language)
  const charges = proceeding.charges.map(
    (law) =>
      html`<span class="${law.status}">${words.t(`face.basis.${law.status}`)}</span> ${lawIn(law, face)}`,
  )
  return html`<h3>${name ?? slip(words)}</h3>${charges.length > 0 && html`<p class="meta">${between(charges, ' · ')}</p>`}<ol class="journey">${proceeding.stages.map(
    ({ stage, date, incident, penalty }) => {
      const when = date === null ? unknown(words) : whenIn(date, tell)
      const told = words.t(`face.stage.${stage}`)
      const to =
        incident === null || incident === here
          ? null
          : href(site, words.language, { kind: 'incident', id: incident })
      return html`<li${incident === here && html` aria-current="true"`}><h4>${to === null ? told : html`<a href="${to}">${told}</a>`}</h4><p>${when}${penalty && html` · ${penaltyIn(penalty, pack, tell)}`}</p></li>
`
    },
  )}</ol><p class="meta">${words.t('face.journey.open')}</p>`
}
