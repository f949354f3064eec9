/** A linkage → one page that needs nothing else: what was found, what blocking missed, what agreement is worth, and how far to believe it. */

import { LEVELS } from '../../core/linkage/kinds.ts'
import { ruleText } from '../../core/linkage/model.ts'
import type { Words } from '../../core/words.ts'
import { html, type Markup } from '../markup.ts'
import { calibrationFigure, histogram, waterfall, weightBar } from './figures.ts'
import { REPORT_STYLE } from './style.ts'
import { type LinkView, weightOfLevel } from './view.ts'

export function linkReport(view: LinkView, words: Words): string {
  const { rows, grouped, pairs, model } = view
  const t = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    words.t(`link.page.${key}`, params)
  const page = html`<html lang="${words.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${t('title')}</title><style>${REPORT_STYLE}</style></head><body><main>
<h1>${t('head', { records: grouped.grouped, rows, groups: grouped.groups })}</h1>
<p>${t('threshold', { threshold: model.threshold, pairs, largest: grouped.largest })}${grouped.refused > 0 && html` ${words.t('cli.link.refused', { n: grouped.refused })}`}</p>
${blockingSection(view, words, t)}
${priorSection(view, t)}
${levelsSection(view, t)}
<h2>${t('histogram')}</h2><p>${t('histogram-why')}</p><figure>${histogram(view, t('histogram'))}</figure>
<h2>${t('calibration')}</h2><p>${t('calibration-why')}</p><figure>${calibrationFigure(view, t('calibration'))}</figure>
<h2>${t('examples')}</h2><p>${t('examples-why')}</p>
${view.examples.map(
  (one) =>
    html`<h3>${one.left} · ${one.right}: ${(1 / (1 + 2 ** -one.weight)).toFixed(4)}</h3><figure>${waterfall(one, view, { prior: t('prior'), group: t('group'), label: `${one.left} · ${one.right}` })}</figure>`,
)}
</main></body></html>`
  return `<!doctype html>\n${page}\n`
}

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string

function blockingSection({ blocking, costs, model, rows }: LinkView, words: Words, t: Say): Markup {
  const { recall, by, records, compared } = blocking
  const said =
    recall === null
      ? words.t('cli.link.no-recall')
      : words.t(`cli.link.recall.${by}`, { percent: (recall * 100).toFixed(1), n: records })
  const all = (rows * (rows - 1)) / 2
  return html`<h2>${t('blocking')}</h2><p>${said} ${t('compared', { n: compared, share: ((compared / Math.max(1, all)) * 100).toPrecision(2) })}</p>
<table><thead><tr><th>${t('rule')}</th><th class="n">${t('pairs')}</th><th class="n">${t('largest')}</th><th class="n">${t('left-out')}</th></tr></thead><tbody>${model.blocking.map(
    (rule, index) =>
      html`<tr><td>${ruleText(rule)}</td><td class="n">${costs[index]?.pairs ?? 0}</td><td class="n">${costs[index]?.largest ?? 0}</td><td class="n">${costs[index]?.leftOut ?? 0}</td></tr>`,
  )}</tbody></table>`
}

function priorSection({ trained, rows, model }: LinkView, t: Say): Markup {
  const pairs = (trained.lambda * rows * (rows - 1)) / 2
  const { rules, recall, pairs: sure } = trained.sure
  return html`<h2>${t('prior-head', { n: Math.round(pairs) })}</h2><p>${
    model.prior !== null
      ? t('prior-given')
      : rules.length === 0
        ? t('prior-none')
        : t('prior-why', {
            pairs: Math.round(sure),
            percent: Math.round(recall * 100),
            rules: rules.map((one) => one.join(' + ')).join('; '),
          })
  }</p>`
}

function levelsSection({ model, trained }: LinkView, t: Say): Markup {
  return html`<h2>${t('levels')}</h2><p>${t('levels-why')}</p>
<table><thead><tr><th>${t('comparison')}</th><th>${t('level')}</th><th class="n">m</th><th class="n">u</th><th class="n">${t('weight')}</th><th></th></tr></thead><tbody>${model.comparisons.map(
    (one, i) =>
      LEVELS[one.kind].map((level, index) => {
        const shares = trained.shares[i] ?? { m: [], u: [] }
        const weight = weightOfLevel(shares, index)
        return html`<tr class="${index === 0 ? 'first' : ''}"><td>${index === 0 && html`<b>${one.name}</b>`}</td><td>${level.name}</td><td class="n">${shown(shares.m[index])}</td><td class="n">${shown(shares.u[index])}</td><td class="n">${weight.toFixed(1)}</td><td>${weightBar(weight)}</td></tr>`
      }),
  )}</tbody></table>`
}

const shown = (share: number | undefined): string =>
  share === undefined ? '' : share < 0.0001 ? '<0.0001' : share.toFixed(4)
