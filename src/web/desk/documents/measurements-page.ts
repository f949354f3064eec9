/** What may be said of each site on each network, as a table with the counts it rests on. */

import { labelIn } from '../../../core/language.ts'
import type { Verdict } from '../../../core/measurement-rules.ts'
import { html } from '../../../publish/markup.ts'
import type { Measurements } from '../../../usecases/review/read-measurements.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'

export function measurementsPage({ face }: Desktop, { document, rules, verdicts }: Measurements): string {
  const { t, language } = face.words
  const row = ({ sum, verdict, rule, told, signs, days }: Verdict) => {
    const { text, lang } = labelIn(rules.verdicts[verdict].label, language)
    const reason = labelIn(rules.verdicts[verdict].reason, language)
    return html`<tr><th scope="row">${sum.site ?? '–'}</th><td>${sum.country ?? '–'} ${sum.network === null ? '–' : `AS${sum.network}`}</td><td lang="${lang}"><details class="why"><summary>${text}</summary><span lang="${reason.lang}">${reason.text}</span> ${rule}</details></td><td class="n">${signs} / ${told}</td><td class="n">${days}</td></tr>`
  }
  const heads = ['site', 'network', 'verdict', 'signs', 'days'] as const
  const body = html`<section class="row first"><div class="lab"><b>${t('ooni.title')}</b>${t('desk.private')}</div><div class="stack"><h1 lang="${document.language}"><a href="/${language}/desk/documents/${document.id}">${document.title}</a></h1>
<div class="scroll" role="region" tabindex="0" aria-label="${t('ooni.title')}"><table><thead><tr>${heads.map((one) => html`<th scope="col">${t(`ooni.${one}`)}</th>`)}</tr></thead>
<tbody>${verdicts.map(row)}</tbody></table></div></div></section>`
  return frame(face, t('ooni.title'), `documents/${document.id}/measurements`, body)
}

/** Counts of words are maps; JSON has none. */
export const measurementsJson = ({ document, verdicts }: Measurements): unknown => ({
  document: document.id,
  verdicts: verdicts.map(({ sum, ...one }) => ({
    ...one,
    sum: { ...sum, failures: Object.fromEntries(sum.failures), issuers: Object.fromEntries(sum.issuers) },
  })),
})
