/** A report as a list of passages in which a rule finds a demand: each to be accepted in a form, or turned down with a reason. */
import { labelIn } from '../../../core/language.ts'
import { between, html, type Markup } from '../../../publish/markup.ts'
import type { Proposal, Proposals } from '../../../usecases/recommendations/propose-demands.ts'
import { button, field, row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'

export function proposalsPage(desktop: Desktop, found: Proposals, lines: readonly string[] = []): string {
  const { face, codebook, rules } = desktop
  const { t, language } = face.words
  const { document, open, answered } = found
  const home = `/${language}/desk/documents/${document.id}`
  const item = (one: Proposal): Markup => {
    const rule = rules.get(one.rule)
    const why = rule ? labelIn(rule.reason, language) : null
    const facts = [
      ...one.addressees.map(
        (id) => labelIn(codebook.addressees.get(id)?.name ?? { en: id, ru: null, kk: null }, language).text,
      ),
      ...one.laws,
    ]
    const query = new URLSearchParams({ document: document.id, proposed: one.id }).toString()
    return html`<li><blockquote lang="${document.language}"><p>${one.words}</p></blockquote><p class="meta">${facts.length > 0 && html`${between(facts, ' · ')} · `}${why && html`<span lang="${why.lang}">${why.text}</span> `}${one.rule}</p><p><a class="go" href="/${language}/desk/recommendations/new?${query}">${t('demand.accept')}</a></p><details><summary>${t('demand.turn-down')}</summary><form method="post" action="${home}/demands">${tokenField(face)}<input type="hidden" name="proposed" value="${one.id}">${field({ name: 'why', label: t('demand.f.why') })}${button(t('demand.turn-down'), true)}</form></details></li>
`
  }
  const body = section(
    html`<a href="${home}">${t('desk.report')}</a>`,
    t('demand.proposals.note'),
    html`<h1>${t('demand.proposals', { n: open.length })}</h1>${wrong(lines)}<p lang="${document.language}">${document.title}</p>${answered > 0 && html`<p class="meta">${t('demand.proposals.answered', { n: answered })}</p>`}${open.length > 0 && html`<ol class="links">${open.map(item)}</ol>`}`,
    true,
  )
  return frame(face, t('demand.in-report'), `documents/${document.id}/demands`, body)
}
