/** A person's proceeding in, its dated stages as a list on a rail out; no stage is taken for an ending. */
import type { Pack } from '../../core/pack.ts'
import type { PublicProceeding } from '../../core/public-record.ts'
import { href } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { slip, unknown } from '../pages/parts.ts'
import { penaltyIn } from '../telling/penalty.ts'
import { whenIn } from '../telling/when.ts'
import { shownName } from '../telling/who.ts'
import type { Face } from '../views.ts'
import { lawLink, personLink } from './thing-link.ts'

/** `here`: the incident whose page it stands on; null: the page of the person, who need not be named again. */
export function journey(proceeding: PublicProceeding, here: string | null, pack: Pack, face: Face): Markup {
  const { words, tell, site } = face
  const charges = proceeding.charges.map(
    (law) =>
      html`<span class="${law.status}">${words.t(`face.basis.${law.status}`)}</span> ${lawLink(law, pack, face)}`,
  )
  return html`${here !== null && html`<h3>${nameOf(proceeding, face)}</h3>`}${charges.length > 0 && html`<p class="meta charges">${between(charges, ' · ')}</p>`}<ol class="journey">${proceeding.stages.map(
    ({ stage, date, incident, penalty }) => {
      const when = date === null ? unknown(words) : whenIn(date, tell)
      const told = words.t(`face.stage.${stage}`)
      const to =
        incident === null || incident === here
          ? null
          : href(site, words.language, { kind: 'incident', id: incident })
      return html`<li${incident !== null && incident === here && html` aria-current="true"`}><h4>${to === null ? told : html`<a href="${to}">${told}</a>`}</h4><p>${when}${penalty && html` · ${penaltyIn(penalty, pack, tell)}`}</p></li>
`
    },
  )}</ol><p class="meta">${words.t('face.journey.open')}</p>`
}

function nameOf({ person }: PublicProceeding, face: Face): Piece {
  const name = shownName(person, face.words.language)
  return name === null || person.kind !== 'named' ? slip(face.words) : personLink(person, name, face)
}
