/** The rules in, the page that gives each its reason and an example out. */
import { FINDING_RULES } from '../findings.ts'
import { html, type Markup } from '../markup.ts'
import type { MethodView } from '../views.ts'
import { layout } from './layout.ts'
import { anchorOf, labelled, opening, row } from './parts.ts'

/** The rules of every stage, with the headlines' own. */
const rulesOf = (view: MethodView): MethodView['rules'] => [
  ...view.rules,
  ...FINDING_RULES.map(({ id, reason, example }) => ({
    id,
    reason: { en: reason, ru: null, kk: null },
    example,
  })),
]

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

const table = (rules: MethodView['rules'], view: MethodView): Markup =>
  html`<dl class="rules">${rules.map(
    ({ id, reason, example }) =>
      html`<dt id="${anchorOf(id)}">${id}</dt><dd>${labelled(reason, view.words)}${example !== '' && html` <i lang="en">${example}</i>`}</dd>
`,
  )}</dl>`

/** `/{lang}/method` */
export function methodPage(view: MethodView): string {
  const { words, codebook } = view
  const rules = rulesOf(view)
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
    ]) => html`<details open><summary>${family} (${own.length})</summary>${table(own, view)}</details>
`,
  ),
)}`,
  })
}

/** The same as data. */
export const methodJson = (view: MethodView): unknown => ({
  codebook: view.codebook.version,
  rules: rulesOf(view),
})
