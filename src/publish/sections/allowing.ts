/** A year's total that allows for records held back in, the same number in words or in a table out. */
import { type Measure, WITH_WITHHELD } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { ruleLink } from '../pages/parts.ts'
import type { Face } from '../views.ts'
import { valueIn } from './counts.ts'

const yearHref = ({ period }: Measure, pack: Pack, { site, words }: Face): string =>
  href(site, words.language, { kind: 'period', country: pack.id, period })

/** Said of every year, so that the words never tell whether something is held back. */
export const allowing = (year: Measure, pack: Pack, face: Face): Markup =>
  html`<p class="small">${face.words.t('face.years.sentence', { year: year.period, range: valueIn(year, face) })} <a href="${yearHref(year, pack, face)}">${year.period}</a> · ${ruleLink(year.method, face)}</p>`

export const allowingNote = (face: Face): Markup =>
  html`${face.words.t('face.years.note')}<br>${ruleLink(WITH_WITHHELD, face)}`

export const yearTable = (years: readonly Measure[], pack: Pack, face: Face): Markup =>
  html`<table><thead><tr><th scope="col">${face.words.t('face.period')}</th><th scope="col" class="n">${face.words.t('unit-name.incidents')}</th></tr></thead><tbody>${years
    .toReversed()
    .map(
      (
        year,
      ) => html`<tr><th scope="row"><a href="${yearHref(year, pack, face)}">${year.period}</a></th><td class="n">${valueIn(year, face)}</td></tr>
`,
    )}</tbody></table>`
