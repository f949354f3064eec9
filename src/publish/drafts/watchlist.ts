/** A country that people put on the watchlist in, the release that says so out: since when, by which signs, the gravest of the year, and places for partners' words. */
import { labelIn } from '../../core/language.ts'
import { said } from '../grammar/slots.ts'
import type { Drafter, Material } from '../manuscript/kinds.ts'
import type { Block, Section } from '../manuscript/manuscript.ts'
import { sewn } from '../quilt/patch.ts'
import { periodIn, writtenIn } from '../telling/when.ts'
import { finished } from './finished.ts'
import { gravestOf } from './gravest.ts'
import { brief, figures, section } from './parts.ts'
import { quiltFigure } from './quilt-figure.ts'
import { quotesOrPlaces } from './quotes.ts'
import { bondTo, paragraph, points, sentence } from './sentences.ts'
import { toldOf } from './told.ts'

export const watchlistManuscript: Drafter = (view, addressOf) => {
  const { tell, words, pack, watch, period } = view
  const country = labelIn(pack.name, words.language).text
  const begun = {
    kind: said(tell, 'kind.watchlist'),
    subject: `${country}, ${watch === null ? periodIn(period.from, period.to, words.language) : writtenIn(watch.month, tell)}`,
    title: said(tell, watch === null ? 'watch.off' : 'watch.title', { country }),
    summary: watch === null ? null : sinceIn(view, watch),
    figure: quiltFigure(view),
  }
  const sections: readonly Section[] = [
    section('decision', said(tell, 'title.standing'), decisionOf(view)),
    section('signs', said(tell, 'title.signs'), signsOf(view)),
    brief(view),
    section(
      'gravest',
      said(tell, 'title.gravest'),
      points(sewn(gravestOf(view)).map((one) => toldOf(one, pack, view))),
    ),
    section('quotes', said(tell, 'title.quotes'), quotesOrPlaces(view)),
    figures(view),
  ]
  return finished(begun, sections, view, addressOf)
}

const sinceIn = ({ tell }: Material, watch: NonNullable<Material['watch']>): string =>
  said(tell, 'watch.since', {
    ...{ since: { date: watch.since }, decided: { date: watch.decidedOn } },
    month: { date: watch.month },
  })

function decisionOf(view: Material): readonly Block[] {
  const { tell, watch, pack, words } = view
  const country = labelIn(pack.name, words.language).text
  return paragraph([
    watch === null
      ? sentence('watch:off', said(tell, 'watch.off', { country }))
      : sentence('watch:since', sinceIn(view, watch), bondTo('rating', `watch ${pack.id}`)),
    sentence('watch:what', said(tell, 'watch.what')),
  ])
}

const signsOf = ({ watch, words, pack }: Material): readonly Block[] =>
  points(
    (watch?.signs ?? []).map((sign) =>
      sentence(`watch:sign:${sign}`, words.t(`watch.sign.${sign}`), bondTo('rating', `watch ${pack.id}`)),
    ),
  )
