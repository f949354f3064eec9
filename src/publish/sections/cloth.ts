/** Incidents in, their quilt with every patch named out. */
import { labelIn } from '../../core/language.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { shapes } from '../quilt/draw.ts'
import { patchesOf, sewn } from '../quilt/patch.ts'
import { type Named, quilt } from '../quilt/quilt.ts'
import { shortTitleOf } from '../telling/title.ts'
import { periodIn, shortWhen, whensIn } from '../telling/when.ts'
import type { Face, PeriodView } from '../views.ts'
import { rowsHref } from './rows-href.ts'

export type Sewn = {
  readonly incidents: readonly PublicIncident[]
  /** What the picture is called. */
  readonly title: string
  /** True: over years, so that a day is told with its year. */
  readonly overYears: boolean
  readonly all: { readonly href: string; readonly text: string }
}

/** The page that holds it needs no other `shapes`. */
export function clothOf({ incidents, title, overYears, all }: Sewn, face: Face): Markup {
  const { words, codebook, tell, site } = face
  const named = new Map(
    sewn(incidents).map((one): [string, Named] => [
      one.id,
      {
        href: href(site, words.language, { kind: 'incident', id: one.id }),
        when: overYears ? whensIn(one, tell) : shortWhen(one, tell),
        title: shortTitleOf(one, codebook, tell),
      },
    ]),
  )
  const patches = patchesOf(incidents, codebook)
  return html`<section class="row full join" aria-labelledby="q"><h2 id="q" class="vh">${words.t('face.quilt')}</h2>${shapes(true)}
${quilt({ patches, named, title, words, all })}</section>
`
}

export function cloth(view: PeriodView): Markup {
  const { words, incidents, pack, period } = view
  const when = periodIn(period.from, period.to, words.language)
  const title = words.t('face.quilt.title', {
    n: sewn(incidents).length,
    country: labelIn(pack.name, words.language).text,
    when,
  })
  const all = { href: rowsHref(view, {}), text: words.t('face.quilt.all') }
  return clothOf({ incidents, title, overYears: false, all }, view)
}
