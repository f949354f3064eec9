/** A place, a body or a law in the making in, what its page says of itself where it is passed on out. Nobody has a card: see decision 0043. */
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { billStanding } from '../sections/bill-standing.ts'
import { bodyKind } from '../sections/body-kind.ts'
import { thingHeading } from '../sections/in-time.ts'
import type * as Views from '../views.ts'
import type { Card } from './card.ts'
import { clothOf } from './cards.ts'

const countryOf = (pack: Pack, { words }: Views.Face): string => labelIn(pack.name, words.language).text

export function placeCard(view: Views.PlaceView): Card {
  const { place, parent, pack, words, members } = view
  const around = [countryOf(pack, view), ...(parent ? [labelIn(parent.name, words.language).text] : [])]
  return {
    label: [...new Set(around)].join(', '),
    heading: thingHeading(labelIn(place.name, words.language).text, view),
    sub: words.t('face.recorded-only'),
    ...clothOf(
      members.map((one) => one.incident),
      view,
    ),
  }
}

/** With the picture goes the sentence that no record blames whoever it names. */
export function bodyCard(view: Views.BodyView): Card {
  const { body, pack, words, members } = view
  return {
    label: `${countryOf(pack, view)}, ${bodyKind(body, view)}`,
    heading: thingHeading(labelIn(body.name, words.language).text, view),
    sub: words.t('body.not-blame'),
    ...clothOf(
      members.map((one) => one.incident),
      view,
    ),
  }
}

/** Nothing is drawn: what was done under a law in the making is told by the law that came of it. */
export function billCard(view: Views.BillView): Card {
  const { bill, pack, words } = view
  const { now, ahead } = billStanding(bill, pack, view)
  return {
    label: `${countryOf(pack, view)}, ${now}`,
    heading: labelIn(bill.title, words.language).text,
    sub: ahead,
    figure: { kind: 'none' },
    alt: '',
  }
}
