/** One rule in, the page with its reason and its example out. */
import { html } from '../markup.ts'
import type { RuleView } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

/** `/{lang}/rule/{id}` */
export function rulePage(view: RuleView): string {
  const { words, rule } = view
  return layout({
    face: view,
    page: { kind: 'rule', id: rule.id },
    title: rule.id,
    pack: null,
    crumbs: [
      { text: words.t('nav.method'), page: { kind: 'method' } },
      { text: rule.id, page: null },
    ],
    body: html`${opening(words.t('face.rule'), words.t('face.method.rules-note'), rule.id, html`<p class="sub">${labelled(rule.reason, words)}</p>`)}
${rule.example !== '' && row('e', words.t('face.rule.example'), '', words.t('face.rule.example'), html`<p lang="en">${rule.example}</p>`)}`,
  })
}

/** The same as data. */
export const ruleJson = (view: RuleView): unknown => view.rule
