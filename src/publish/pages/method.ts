/** The rules in, the page that says how counts are made and leads to each rule out. */
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { families } from '../rule-families.ts'
import type { MethodView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** How many rules each family has; each leads to the list of its ids. */
const familyList = (view: MethodView): Markup =>
  html`<ul class="ids">${[...families(view.rules)].map(
    ([family, own]) =>
      html`<li><a href="${href(view.site, view.words.language, { kind: 'rules', family })}">${family}</a> (${own.length})</li>`,
  )}</ul>`

/** `/{lang}/method` */
export function methodPage(view: MethodView): string {
  const { words, codebook } = view
  const { rules } = view
  const claims = ['once', 'aggregate', 'range', 'unknown'] as const
  const steps = ['reads', 'decides', 'verifies', 'clears', 'publishes', 'corrects'] as const
  const limits = ['recorded', 'silence', 'cause', 'ending'] as const
  const list = (keys: readonly string[]): Markup =>
    html`<ul class="told">${keys.map((key) => html`<li>${words.t(key)}</li>`)}</ul>`
  return layout({
    face: view,
    page: { kind: 'method' },
    title: words.t('title.method'),
    pack: null,
    crumbs: [
      { text: words.t('nav.world'), page: { kind: 'world' } },
      { text: words.t('nav.method'), page: null },
    ],
    body: html`${opening(words.t('nav.method'), words.t('face.method.codebook', { version: codebook.version }), words.t('face.method.headline'), html`<p class="sub">${words.t('face.method.sub')}</p>`)}
${row('s', words.t('method.steps'), words.t('method.steps.note'), words.t('method.steps.heading'), html`<ol class="told numbered">${steps.map((one) => html`<li>${words.t(`method.step.${one}`)}</li>`)}</ol>`)}${row('h', words.t('face.method.counts'), '', words.t('title.method'), list(claims.map((key) => `face.method.${key}`)))}${row('d', words.t('method.doubt'), '', words.t('method.doubt.heading'), list(['single', 'disputed', 'withheld', 'rating'].map((key) => `method.doubt.${key}`)))}${row('l', words.t('section.limits'), '', words.t('section.limits'), list(limits.map((key) => `face.limit.${key}`)))}${row(
  'r',
  words.t('face.method.rules'),
  words.t('face.method.rules-note'),
  words.t('face.method.rules-heading', { n: rules.length }),
  familyList(view),
)}`,
  })
}

/** The same as data. */
export const methodJson = (view: MethodView): unknown => ({
  codebook: view.codebook.version,
  rules: view.rules,
})
