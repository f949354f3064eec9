/** The rules in, the page that says how counts are made and leads to each rule out. */
import { html, type Markup } from '../markup.ts'
import type { MethodView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row, ruleLink } from './parts.ts'

/** Rules of a family stand together: `date.month-name@1` belongs to `date`. */
export function families(rules: MethodView['rules']): ReadonlyMap<string, MethodView['rules']> {
  const found = new Map<string, MethodView['rules'][number][]>()
  for (const rule of rules) {
    const family = rule.id.split(/[.@]/)[0] ?? rule.id
    const own = found.get(family)
    if (own) own.push(rule)
    else found.set(family, [rule])
  }
  return found
}

/** Ids alone: each leads to its own page. */
const ids = (rules: MethodView['rules'], view: MethodView): Markup =>
  html`<ul class="ids">${rules.map((rule) => html`<li>${ruleLink(rule.id, view)}</li>`)}</ul>`

/** `/{lang}/method` */
export function methodPage(view: MethodView): string {
  const { words, codebook } = view
  const { rules } = view
  const claims = ['once', 'aggregate', 'range', 'unknown'] as const
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
${row('h', words.t('face.method.counts'), '', words.t('title.method'), list(claims.map((key) => `face.method.${key}`)))}${row('l', words.t('section.limits'), '', words.t('section.limits'), list(limits.map((key) => `face.limit.${key}`)))}${row(
  'r',
  words.t('face.method.rules'),
  words.t('face.method.rules-note'),
  words.t('face.method.rules-heading', { n: rules.length }),
  [...families(rules)].map(
    ([
      family,
      own,
    ]) => html`<details open><summary>${family} (${own.length})</summary>${ids(own, view)}</details>
`,
  ),
)}`,
  })
}

/** The same as data. */
export const methodJson = (view: MethodView): unknown => ({
  codebook: view.codebook.version,
  rules: view.rules,
})
