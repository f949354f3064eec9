/** The rules of one family in, the page that leads to each out. */
import { html } from '../markup.ts'
import type { RulesView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, ruleLink } from './parts.ts'

/** `/{lang}/rules/{family}`: ids alone, each leads to its own page. */
export function rulesPage(view: RulesView): string {
  const { words, rules, family } = view
  const heading = words.t('face.method.rules-heading', { n: rules.length })
  return layout({
    face: view,
    page: { kind: 'rules', family },
    title: `${words.t('face.method.rules')}: ${family}`,
    pack: null,
    crumbs: [
      { text: words.t('nav.method'), page: { kind: 'method' } },
      { text: family, page: null },
    ],
    body: opening(
      words.t('face.method.rules'),
      words.t('face.method.rules-note'),
      `${family}: ${heading}`,
      html`<ul class="ids">${rules.map((rule) => html`<li>${ruleLink(rule.id, view)}</li>`)}</ul>`,
    ),
  })
}

/** The same as data. */
export const rulesJson = ({ family, rules }: RulesView): unknown => ({ family, rules })
