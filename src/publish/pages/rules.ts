/** The rules of one family in, the page that leads to each out. */
import { html } from '../markup.ts'
import type { RulesView } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, ruleLink } from './parts.ts'

/** `/{lang}/rules/{family}`: each with its reason; its example stands on its own page. */
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
      html`<dl class="vals">${rules.map(
        (rule) => html`<div><dt>${ruleLink(rule.id, view)}</dt><dd>${labelled(rule.reason, words)}</dd></div>
`,
      )}</dl>`,
    ),
  })
}

/** The same as data. */
export const rulesJson = ({ family, rules }: RulesView): unknown => ({ family, rules })
