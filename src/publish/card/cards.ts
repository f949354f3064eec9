/** What a page is given in, what it says of itself where it is passed on out: the same words and figures as on the page. */
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { provisionIn, usesOf } from '../laws.ts'
import { countsOf, descriptionOf } from '../quilt/counts.ts'
import { PANEL } from '../quilt/panel.ts'
import { patchesOf, patchOf } from '../quilt/patch.ts'
import { computedIn, ratingHeading } from '../sections/rating.ts'
import { drawnIn } from '../telling/rating.ts'
import { sentenceOf } from '../telling/sentence.ts'
import { titleOf } from '../telling/title.ts'
import { periodIn, whensIn } from '../telling/when.ts'
import type * as Views from '../views.ts'
import type { Card } from './card.ts'

type Cloth = Pick<Card, 'figure' | 'alt'>

export function clothOf(incidents: readonly PublicIncident[], { codebook, words }: Views.Face): Cloth {
  const patches = patchesOf(incidents, codebook).slice(-PANEL)
  if (patches.length === 0) return { figure: { kind: 'none' }, alt: '' }
  return { figure: { kind: 'cloth', patches }, alt: descriptionOf(countsOf(patches), words) }
}

const nameOf = (pack: Pack, { words }: Views.Face): string => labelIn(pack.name, words.language).text

/** The finding of a period with its proof, as both stand on the page. */
function foundIn(
  { period, incidents }: Views.Front,
  pack: Pack,
  face: Views.Face,
): Pick<Card, 'label' | 'heading' | 'sub'> {
  const [finding] = findingsOf(incidents, pack)
  const label = `${nameOf(pack, face)}, ${periodIn(period.from, period.to, face.words.language)}`
  if (!finding) return { label, heading: face.words.t('face.nothing'), sub: '' }
  return {
    label,
    heading: findingIn(finding, pack, face, 'headline'),
    sub: findingIn(finding, pack, face, 'proof'),
  }
}

export const worldCard = (view: Views.WorldView): Card => {
  const { words, countries } = view
  const total = countries.flatMap((one) => one.periods).reduce((sum, one) => sum + one.incidents, 0)
  return {
    label: words.t('face.world.label'),
    heading: words.t('face.world.headline', { n: total }),
    sub: words.t('face.world.sub'),
    ...clothOf(
      countries.flatMap((one) => one.newest),
      view,
    ),
  }
}

export const countryCard = (view: Views.CountryView): Card => ({
  ...(view.front
    ? foundIn(view.front, view.pack, view)
    : { label: '', heading: nameOf(view.pack, view), sub: '' }),
  ...clothOf(view.newest, view),
})

export const periodCard = (view: Views.Face & Views.Front & { readonly pack: Pack }): Card => ({
  ...foundIn(view, view.pack, view),
  ...clothOf(view.incidents, view),
})

export function incidentCard(view: Views.IncidentView): Card {
  const { incident, codebook, tell, pack } = view
  const patch = patchOf(incident, codebook)
  return {
    label: `${nameOf(pack, view)}, ${whensIn(incident, tell)}`,
    heading: titleOf(incident, codebook, tell),
    sub: sentenceOf(incident, codebook, tell),
    figure: { kind: 'patch', patch },
    alt: descriptionOf(countsOf([patch]), view.words),
  }
}

export function lawCard(view: Views.LawView): Card {
  const { provision, pack, words } = view
  const incidents = view.members.map((one) => one.incident)
  const use = usesOf(incidents).find((one) => one.provision === provision.id)
  const used = use
    ? words.t('face.law.used', { n: use.stated + use.inferred })
    : words.t('doubt.none-recorded')
  return {
    label: nameOf(pack, view),
    heading: provisionIn(provision, pack, view),
    sub: `${labelIn(provision.title, words.language).text}. ${used}`,
    ...clothOf(incidents, view),
  }
}

export const ratingCard = (view: Views.RatingView): Card => ({
  label: nameOf(view.pack, view),
  heading: ratingHeading(view),
  sub: computedIn(view),
  figure: { kind: 'bands', drawn: view.ratings.now.computed },
  alt: drawnIn(view.ratings.now.computed, view),
})
