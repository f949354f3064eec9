/** Public cases by law in, a page out on which a reader's own words are compared with them: on the reader's device, and nowhere else. */
import { raw } from 'hono/html'
import type { EyesIndex } from '../../core/eyes/resembling.ts'
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type { Standard } from '../../core/standard.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf, whenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

export type EyesLawView = {
  readonly name: string
  /** Its page; null: a report named the act and no article. */
  readonly provision: string | null
  /** What it is called; null: as above. */
  readonly title: string | null
  /** What it says in plain words; `one` null: in this language no lawyer stands for it, and here nothing else may stand. */
  readonly card: { readonly id: string; readonly one: string | null; readonly isReviewed: boolean } | null
  readonly standards: readonly Standard[]
  /** Positions in `incidents`. */
  readonly cases: readonly number[]
}
export type EyesView = Face & {
  readonly pack: Pack
  readonly index: EyesIndex
  readonly laws: readonly EyesLawView[]
  readonly incidents: readonly PublicIncident[]
  readonly script: string
  /** SHA-256 of the script in base64. */
  readonly hash: string
}

/** This script and no other, and nobody to talk to. */
export const policyOf = ({ hash, site }: EyesView): string => {
  const own = site.isServed ? "'self'" : "'self' file:"
  return [
    "default-src 'none'",
    `style-src ${own}`,
    `img-src ${own}`,
    `font-src ${own}`,
    `form-action ${own}`,
    `script-src 'sha256-${hash}'`,
    ...(site.isServed ? ["frame-ancestors 'none'", "base-uri 'none'"] : []),
  ].join('; ')
}

/** Neither a name, so that no form would send it, nor a spelling check: some browsers ask a server how a word is spelled. */
const desk = ({ words: { t } }: EyesView): Markup =>
  html`<div id="eyes" class="stack" hidden><p><label for="eyes-words">${t('eyes.words')}</label><br><textarea id="eyes-words" rows="7" maxlength="20000" autocomplete="off" autocapitalize="none" spellcheck="false" data-gramm="false"></textarea></p><p><button type="button" data-does="look">${t('eyes.look')}</button> <button type="button" data-does="clear">${t('eyes.clear')}</button></p><p role="status" aria-live="polite"></p><ul hidden>${(['found', 'none', 'empty', 'alike'] as const).map((one) => html`<li data-says="${one}">${t(`eyes.${one}`, { words: '{words}' })}</li>`)}</ul></div><noscript><p>${t('eyes.no-script')}</p></noscript>`

function lawItem(law: EyesLawView, view: EyesView): Markup {
  const { words, pack, site, incidents, codebook, tell } = view
  const to = (page: Page): string => href(site, words.language, page)
  const name =
    law.provision === null
      ? law.name
      : html`<a href="${to({ kind: 'law', country: pack.id, provision: law.provision })}">${law.name}</a>`
  const card =
    law.card &&
    html`<p class="small">${law.card.one !== null && html`${law.card.one}${!law.card.isReviewed && html` <span class="inferred">${words.t('lawcard.unconfirmed')}</span>`} `}<a href="${to({ kind: 'law-card', country: pack.id, id: law.card.id })}">${words.t('lawcard.link')}</a></p>`
  return html`<li class="stack"><h3>${name}</h3>${law.title !== null && html`<p class="small">${law.title}</p>`}${card}${law.standards.length > 0 && html`<p class="small"><b>${words.t('eyes.protects')}</b> ${law.standards.map((one) => html`${labelled(one.protects, words)} <span class="meta">${labelled(one.name, words)}.</span> `)}</p>`}<ul class="bare">${law.cases.map(
    (at, nth) => {
      const one = incidents[at]
      return (
        one &&
        html`<li data-case="${at}" data-nth="${nth}"><a href="${to({ kind: 'incident', id: one.id })}">${titleOf(one, codebook, tell)}</a> <span class="meta">${whenIn(dateOf(one), tell)}<span data-words></span></span></li>`
      )
    },
  )}</ul></li>`
}

/** `/{lang}/kz/eyes` */
export function eyesPage(view: EyesView): string {
  const { words, pack, site } = view
  const { t, language } = words
  const name = labelIn(pack.name, language).text
  const index = JSON.stringify(view.index).replaceAll('<', '\\u003c')
  return layout({
    face: view,
    page: { kind: 'eyes', country: pack.id },
    title: t('eyes.title'),
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: t('eyes.title'), page: null },
    ],
    script: {
      why: 'compares what the reader types with public cases, on the device of the reader; without it: the laws and cases below',
      policy: policyOf(view),
      text: view.script,
    },
    body: html`${opening(t('eyes.title'), name, t('eyes.protected'), html`<p class="sub">${t('eyes.yours')}</p>`)}
${row('w', t('eyes.words-label'), '', t('eyes.heading'), html`<p>${t('eyes.stays')}</p><p>${t('eyes.warning')} ${site.isServed && html`<a href="${href(site, language, { kind: 'data' })}">${t('eyes.copy')}</a>`}</p>${desk(view)}`)}
${row('l', t('eyes.cases'), t('eyes.cases-note'), t('eyes.laws'), html`<p>${t('eyes.no-forecast')}</p>${view.laws.length === 0 && html`<p>${t('eyes.nothing')}</p>`}<ol class="bare stack" id="eyes-laws">${view.laws.map((law) => lawItem(law, view))}</ol>`)}
${row('h', t('eyes.help'), '', t('eyes.help-heading'), html`<p>${t('eyes.help-lawyer')}</p><p>${t('eyes.help-silent')}</p>${view.tellsAt !== undefined && html`<p><a href="${view.tellsAt}">${t('tell.link')}</a></p>`}`)}<script type="application/json" id="eyes-index">${raw(index)}</script>`,
  })
}

/** The same as data: what a program needs to compare a text in the same way. */
export const eyesJson = ({ pack, index, laws, incidents }: EyesView): unknown => ({
  country: pack.id,
  laws: laws.map(({ provision, name }) => ({ provision, name })),
  cases: index.cases.map((one, at) => ({ incident: incidents[at]?.id, ...one })),
  terms: index.terms,
  alike: index.alike,
})
