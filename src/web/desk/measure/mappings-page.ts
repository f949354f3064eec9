/** Records told in the words of others in, the page that shows them out: one table of persons, tags with their denominators, or rows of events. */
import type { CountQuestion } from '../../../core/count-table.ts'
import { labelIn } from '../../../core/language.ts'
import { MAPPINGS, type MappingName } from '../../../core/mappings.ts'
import { type RangeLine, rangeFigure } from '../../../publish/figures/ranges.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { mappedTable } from '../../../usecases/measure/mapped-table.ts'
import { asParameters } from '../../../usecases/measure/question.ts'
import type { Mapped } from '../../../usecases/measure/read-mapped.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { home } from './count-parts.ts'
import { numbersText } from './labels.ts'
import { measureNav } from './rooms.ts'

type Of<K extends MappingName> = Extract<Mapped, { as: K }>
/** Rows of events past these are in the file. */
const MOST_ROWS = 40
const KINDS = ['violation', 'victim', 'driver', 'positive'] as const

export function mappingsPage(desktop: Desktop, question: CountQuestion, mapped: Mapped): string {
  const { t } = desktop.face.words
  const asked = asParameters(question)
  const choose = MAPPINGS.map(
    (one) =>
      html`<li><a href="${home(desktop, 'mappings')}?${asked}&amp;as=${one}"${one === mapped.as && html` aria-current="true"`}>${t(`measure.as.${one}`)}</a></li> `,
  )
  const files = html`<p><a href="${home(desktop, 'mappings.json')}?${asked}&amp;as=${mapped.as}">JSON</a> · <a href="${home(desktop, 'mappings.csv')}?${asked}&amp;as=${mapped.as}">CSV</a></p>`
  const body = [
    section(
      t('measure.page.mappings'),
      t('measure.mappings.note'),
      html`<h1>${headline(desktop, mapped)}</h1>${measureNav(desktop, 'mappings')}<nav aria-label="${t('measure.mappings.which')}"><ul class="rooms">${choose}</ul></nav>${period(desktop, question, mapped.as)}`,
      true,
    ),
    section(t(`measure.as.${mapped.as}`), t(`measure.as.${mapped.as}.note`), [
      told(desktop, question, mapped),
      files,
    ]),
    section(t('measure.mappings.rules'), t('measure.mappings.rules-note'), rulesUsed(desktop, mapped)),
  ]
  return frame(desktop.face, t('measure.page.mappings'), 'measure/mappings', body)
}

function headline(desktop: Desktop, mapped: Mapped): string {
  const { t } = desktop.face.words
  switch (mapped.as) {
    case 'sdg': {
      const known = mapped.cells.filter((one) => one.group !== 'unknown')
      const [most] = [...known].sort((a, b) => b.persons.certain - a.persons.certain)
      if (!most) return t('measure.head.none')
      const [harm, group] = sdgLabel(desktop, most.harm, most.group)
      return t('measure.sdg.head', {
        harm,
        group,
        range: numbersText(desktop, most.persons.certain, most.persons.claimed),
      })
    }
    case 'civicus':
      return t('measure.tags.head', {
        n: mapped.incidents,
        violations: mapped.violations,
        positive: mapped.positive,
      })
    case 'acled':
      return t('measure.acled.head', { n: mapped.rows.length, incidents: mapped.incidents })
  }
}

function period({ face }: Desktop, { from, to, country }: CountQuestion, as: MappingName): Markup {
  const { t, language } = face.words
  const day = (name: 'from' | 'to', value: string | null): Markup =>
    html`<label>${t(`measure.ask.${name}`)}<br><input name="${name}" value="${value ?? ''}" placeholder="2020" maxlength="10" size="10" autocomplete="off"></label> `
  return html`<form method="get" action="/${language}/desk/measure/mappings" class="broad"><input type="hidden" name="as" value="${as}"><input type="hidden" name="country" value="${country}"><p class="fields">${day('from', from)}${day('to', to)}<button type="submit">${t('measure.ask.count')}</button></p></form>`
}

function told(desktop: Desktop, question: CountQuestion, mapped: Mapped): Piece {
  switch (mapped.as) {
    case 'sdg':
      return sdgTable(desktop, question, mapped)
    case 'civicus':
      return KINDS.map((kind) => tagsOfKind(desktop, question, mapped, kind))
    case 'acled':
      return eventRows(desktop, mapped)
  }
}

const rowsHref = (desktop: Desktop, question: CountQuestion, as: MappingName, to: string): string =>
  `${home(desktop, 'mappings/rows')}?${asParameters(question)}&as=${as}&of=${to}`

/** What a harm or a group is called. */
export function sdgLabel(
  { codebook, face }: Desktop,
  harm: string,
  group: string,
): readonly [string, string] {
  const label = codebook.vocabularies.harms.get(harm)?.label
  return [label ? labelIn(label, face.words.language).text : harm, face.words.t(`measure.sdg.group.${group}`)]
}
export function tagLabel({ codebook, face }: Desktop, tag: string): string {
  const label = codebook.vocabularies.tags.get(tag)?.label
  return label ? labelIn(label, face.words.language).text : tag
}

function sdgTable(desktop: Desktop, question: CountQuestion, { cells }: Of<'sdg'>): Piece {
  const { t } = desktop.face.words
  const body = cells.map((one) => {
    const [harm, group] = sdgLabel(desktop, one.harm, one.group)
    const twice =
      one.twice.claimed === 0
        ? t('measure.sdg.none-twice')
        : numbersText(desktop, one.twice.certain, one.twice.claimed)
    return html`<tr><th scope="row">${harm}</th><td>${group}</td><td class="n"><a href="${rowsHref(desktop, question, 'sdg', `${one.harm}.${one.group}`)}">${numbersText(desktop, one.persons.certain, one.persons.claimed)}</a></td><td class="n">${twice}</td></tr>
`
  })
  const head = ['harm', 'group', 'persons', 'twice'].map(
    (one, at) => html`<th scope="col"${at > 1 && html` class="n"`}>${t(`measure.sdg.${one}`)}</th>`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('measure.as.sdg')}"><table class="counted"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

function tagsOfKind(
  desktop: Desktop,
  question: CountQuestion,
  { counts, incidents }: Of<'civicus'>,
  kind: (typeof KINDS)[number],
): Piece {
  const { t } = desktop.face.words
  const own = counts.filter((one) => one.kind === kind)
  if (own.length === 0)
    return html`<h2>${t(`measure.tags.${kind}`)}</h2><p class="meta">${t('measure.nothing')}</p>`
  const lines = own.map(
    (one): RangeLine => ({
      label: tagLabel(desktop, one.tag),
      ...{ certain: one.certain, claimed: one.claimed, text: numbersText(desktop, one.certain, one.claimed) },
    }),
  )
  const title = `${t(`measure.tags.${kind}`)}: ${lines.map((one) => `${one.label}, ${one.text}`).join('; ')}`
  const rows = own.map(
    (one) =>
      html`<tr><th scope="row">${tagLabel(desktop, one.tag)}</th><td class="n"><a href="${rowsHref(desktop, question, 'civicus', one.tag)}">${numbersText(desktop, one.certain, one.claimed)}</a></td><td class="n">${t('measure.tags.of', { n: incidents })}</td></tr>
`,
  )
  return html`<h2>${t(`measure.tags.${kind}`)}</h2><figure>${rangeFigure(lines, `tag-${kind}`, title)}</figure><details><summary>${t('measure.table')}</summary><table class="counted"><tbody>${rows}</tbody></table></details>`
}

function eventRows(desktop: Desktop, mapped: Of<'acled'>): Piece {
  const { t, language } = desktop.face.words
  const shown = [
    'event_date',
    'time_precision',
    'sub_event_type',
    'admin1',
    'location',
    'fatalities',
  ] as const
  const { columns } = mappedTable(mapped)
  const body = mapped.rows.slice(0, MOST_ROWS).map(
    (row) =>
      html`<tr><th scope="row"><a href="/${language}/desk/records/${row.event_id_cnty ?? ''}">${row.event_id_cnty ?? ''}</a></th>${shown.map((column) => html`<td>${row[column] ?? html`<i>${t('measure.unknown')}?</i>`}</td>`)}</tr>
`,
  )
  return html`<p class="meta">${t('measure.acled.columns', { n: columns.length })}</p><div class="scroll" role="region" tabindex="0" aria-label="${t('measure.as.acled')}"><table><thead><tr>${['event_id_cnty', ...shown].map((one) => html`<th scope="col" lang="en">${one}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`
}

/** Each rule that put something here, with its reason and example. */
function rulesUsed(desktop: Desktop, mapped: Mapped): Piece {
  const ids = new Set(
    mapped.as === 'acled'
      ? mapped.rows.map((one) => one.rule)
      : (mapped.as === 'sdg' ? mapped.cells : mapped.counts).flatMap((one) => one.rules),
  )
  const { t, language } = desktop.face.words
  const items = [...ids].sort().flatMap((id) => {
    const rule = desktop.rules.get(id)
    return rule
      ? [
          html`<li><code>${id}</code> ${labelIn(rule.reason, language).text} <span class="meta">${rule.example}</span></li>`,
        ]
      : []
  })
  return html`<details><summary>${t('measure.mappings.rules-n', { n: items.length })}</summary><ul class="said">${items}</ul></details>`
}
