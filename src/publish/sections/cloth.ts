/** A period's incidents in, their quilt with every patch named out. */
import { labelIn } from '../../core/language.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { shapes } from '../quilt/draw.ts'
import { patchesOf, sewn } from '../quilt/patch.ts'
import { type Named, quilt } from '../quilt/quilt.ts'
import { shortTitleOf } from '../telling/title.ts'
import { periodIn, shortWhen } from '../telling/when.ts'
import type { PeriodView } from '../views.ts'
import { rowsHref } from './rows-href.ts'

/** The page that holds it needs no other `shapes`. */
export function cloth(view: PeriodView): Markup {
  const { words, incidents, codebook, tell, site, pack, period } = view
  const when = periodIn(period.from, period.to, words.language)
  const named = new Map(
    sewn(incidents).map((one): [string, Named] => [
      one.id,
      {
        href: href(site, words.language, { kind: 'incident', id: one.id }),
        when: shortWhen(one, tell),
        title: shortTitleOf(one, codebook, tell),
      },
    ]),
  )
  const patches = patchesOf(incidents, codebook)
  const title = words.t('face.quilt.title', {
    n: patches.length,
    country: labelIn(pack.name, words.language).text,
    when,
  })
  return html`<section class="row full join" aria-labelledby="q"><h2 id="q" class="vh">${words.t('face.quilt')}</h2>${shapes(true)}
${quilt({ patches, named, title, words, all: rowsHref(view, {}) })}</section>
`
}
