/** The rating that the panel decided last in, the release of its change out: from which band to which, how sure, on what it rests, and places for partners' words. */
import { labelIn } from '../../core/language.ts'
import { said } from '../grammar/slots.ts'
import type { Drafter, Material } from '../manuscript/kinds.ts'
import type { Block, Section, Sentence } from '../manuscript/manuscript.ts'
import { sewn } from '../quilt/patch.ts'
import { numberIn } from '../telling/pattern.ts'
import { percentIn, ratingWord, tenth } from '../telling/rating.ts'
import { dayIn } from '../telling/when.ts'
import { finished } from './finished.ts'
import { gravestOf } from './gravest.ts'
import { brief, figures, section } from './parts.ts'
import { quiltFigure } from './quilt-figure.ts'
import { quotesOrPlaces } from './quotes.ts'
import { bondTo, paragraph, points, sentence } from './sentences.ts'
import { toldOf } from './told.ts'

type Ratings = NonNullable<Material['ratings']>

export const ratingManuscript: Drafter = (view, addressOf) => {
  const { tell, words, pack, ratings } = view
  const country = labelIn(pack.name, words.language).text
  if (ratings === null) throw new Error(`no rating of ${pack.id} was released`)
  const band = ratingWord('bands', ratings.now.band, view)
  const before = ratings.history.find((one) => one.asOf < ratings.now.asOf)
  const isMoved = before !== undefined && before.band !== ratings.now.band
  const begun = {
    kind: said(tell, 'kind.rating'),
    subject: `${country}, ${dayIn(ratings.now.asOf, words.language)}`,
    title: isMoved
      ? said(tell, 'rating.moved', { country, band, before: ratingWord('bands', before.band, view) })
      : said(tell, 'rating.title', { country, band }),
    summary: decidedIn(view, ratings),
    figure: quiltFigure(view),
  }
  const sections: readonly Section[] = [
    section('decision', said(tell, 'title.standing'), decisionBlocks(view, ratings)),
    section('dimensions', said(tell, 'title.dimensions'), dimensionsTable(view, ratings)),
    section('quotes', said(tell, 'title.quotes'), quotesOrPlaces(view)),
    brief(view),
    section(
      'gravest',
      said(tell, 'title.gravest'),
      points(sewn(gravestOf(view)).map((one) => toldOf(one, pack, view))),
    ),
    section('history', said(tell, 'title.history'), historyOf(view, ratings)),
    figures(view),
  ]
  return finished(begun, sections, view, addressOf)
}

const decidedIn = (view: Material, { now }: Ratings): string =>
  said(view.tell, 'rating.decided', {
    ...{ asOf: { date: now.asOf }, band: ratingWord('bands', now.band, view) },
    decidedOn: { date: now.decidedOn },
  })

function decisionBlocks(view: Material, ratings: Ratings): readonly Block[] {
  const { tell } = view
  const { now, history } = ratings
  const bonds = bondTo('rating', now.id)
  const told = (key: string, text: string): Sentence => sentence(`rating:${key}`, text, bonds)
  const before = history.find((one) => one.asOf < now.asOf)
  const [low, , middle, , high] = now.computed.quantiles
  const number = (value: number): string => numberIn(tell, tenth(value))
  const chances = now.computed.bands.map(
    (one) => `${ratingWord('bands', one.id, view)} ${percentIn(one.probability, view)}`,
  )
  return [
    ...paragraph([
      told('decided', decidedIn(view, ratings)),
      before
        ? told(
            'before',
            said(tell, 'rating.before', {
              ...{ asOf: { date: before.asOf }, band: ratingWord('bands', before.band, view) },
            }),
          )
        : told('first', said(tell, 'rating.first')),
    ]),
    ...paragraph([
      told(
        'computed',
        said(tell, 'rating.computed', { score: number(middle), low: number(low), high: number(high) }),
      ),
      told('chances', said(tell, 'rating.chances', { list: chances.join(', ') })),
      now.followed
        ? told('followed', said(tell, 'rating.followed'))
        : told(
            'departed',
            said(tell, 'rating.departed', { band: ratingWord('bands', now.computed.band, view) }),
          ),
      now.dissents === 0 ? null : told('dissents', said(tell, 'rating.dissents', { n: now.dissents })),
    ]),
  ]
}

/** A form is told as the mean of its source; too few answers are no score, and never a zero. */
function dimensionsTable(view: Material, { now }: Ratings): readonly Block[] {
  const { tell } = view
  const bonds = bondTo('rating', now.id)
  const score = (value: number | null): string =>
    value === null ? said(tell, 'rating.none') : numberIn(tell, tenth(value))
  if (now.dimensions.length === 0) return []
  return [
    {
      ...{ kind: 'table', caption: said(tell, 'table.dimensions') },
      head: ['col.dimension', 'col.source', 'col.law-score', 'col.practice'].map((one) => said(tell, one)),
      rows: now.dimensions.map((one) => {
        const cell = (key: string, text: string): Sentence =>
          sentence(`dimension:${one.id}:${one.source}:${key}`, text, bonds)
        return [
          cell('name', ratingWord('dimensions', one.id, view)),
          cell('source', ratingWord('sources', one.source, view)),
          cell('law', score(one.law)),
          cell('practice', score(one.practice)),
        ]
      }),
    },
  ]
}

const historyOf = (view: Material, { history }: Ratings): readonly Block[] =>
  points(
    history.slice(1).map((one) =>
      sentence(
        `history:${one.id}`,
        said(view.tell, 'rating.line', {
          ...{ band: ratingWord('bands', one.band, view), asOf: { date: one.asOf } },
          decidedOn: { date: one.decidedOn },
        }),
        bondTo('rating', one.id),
      ),
    ),
  )
