/** Two records in; side by side what tells them, what each says of each field, and what became of each, out. */
import { asOne } from '../../../core/identity/as-one.ts'
import type { Held, Incident } from '../../../core/record.ts'
import { narrower, type Tier } from '../../../core/tier.ts'
import { FIELDS, type Field } from '../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import type { RecordPair, Side } from '../../../usecases/link/read-pairs.ts'
import type { Desktop } from '../desktop.ts'
import { stateLabel } from '../records/labels.ts'
import { passage } from '../records/passage.ts'
import { titleOf } from '../records/title.ts'
import { fieldsIn, stepText } from '../records/trail-page.ts'
import { valueText } from '../value-text.ts'

export function pairSides(desktop: Desktop, pair: RecordPair): Markup {
  const { t } = desktop.face.words
  const why = pair.why.map((one) => t(`pair.why.${one}`)).join(', ')
  return html`<div class="pair">${side(desktop, pair.left)}${side(desktop, pair.right)}</div>
${why !== '' && html`<p>${t('pair.why', { why })}</p>`}${said(desktop, pair)}${together(desktop, pair)}`
}

function side(desktop: Desktop, { row, steps }: Side): Markup {
  const { words } = desktop.face
  const { t, language } = words
  const incident = row.body as unknown as Incident
  const known = [
    stateLabel(desktop, row.state),
    t(`tier.${row.tier}`),
    t('unit.sources', { n: incident.tellings.length }),
  ]
  const lately = steps.slice(0, 5)
  return html`<section aria-label="${row.id}"><p class="lab"><b>${row.id}</b></p><h2 class="name"><a href="/${language}/desk/records/${row.id}">${titleOf(desktop, { kind: 'team', row })}</a></h2><p class="meta">${known.join(' · ')}</p>${row.passages.slice(0, 3).map((one) => passage(desktop, one, incident))}
<details><summary>${t('pair.steps', { n: steps.length })}</summary><ol class="links">${lately.map((one) => html`<li>${dayIn(one.at.slice(0, 10), language)} · ${one.by} · ${stepText(desktop, one)}</li>`)}</ol></details></section>`
}

/** What was said of the two so far. */
function said({ face }: Desktop, { standing }: RecordPair): Piece {
  const { t, language } = face.words
  if (!standing) return false
  const all = [standing.first, standing.second, standing.cleared].filter((one) => one !== null)
  return html`<ul>${all.map((one) => html`<li>${t(`pair.said.${one.verdict}`)}${one.blind && ` (${t('pair.said.blind')})`} <span class="meta">${one.by} · ${dayIn(one.at.slice(0, 10), language)}${one.why && ` · ${one.why}`}</span></li>`)}</ul>`
}

/** Field by field, and what one record of both would say. */
function together(desktop: Desktop, { left, right }: RecordPair): Piece {
  const { t } = desktop.face.words
  const [a, b] = [left.row, right.row].map((row) => row.body as unknown as Incident) as [Incident, Incident]
  const one = asOne([a, b])
  const fields = FIELDS.filter((field) => valuesOf(a, field).length + valuesOf(b, field).length > 0)
  const head = ['field', 'left', 'right', 'both'] as const
  const title = { field: t('pair.field'), left: a.id, right: b.id, both: t('pair.both') }
  const tier = narrower(left.row.tier as Tier, right.row.tier as Tier)
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('pair.values')}"><table class="sayings"><thead><tr>${head.map((key) => html`<th scope="col">${title[key]}</th>`)}</tr></thead><tbody>${fields.map(
    (field) => {
      const verdict = verdictOf(field, a, b, one)
      return html`<tr${verdict === 'differs' && html` class="differs"`}><th scope="row">${fieldsIn(desktop, [field])}</th><td>${texts(desktop, left.row, a, field)}</td><td>${texts(desktop, right.row, b, field)}</td><td>${t(`pair.both.${verdict}`)}</td></tr>
`
    },
  )}</tbody></table></div>${left.row.tier !== right.row.tier && html`<p class="shown">${t('pair.stricter', { tier: t(`tier.${tier}`) })}</p>`}${[left, right].some(({ row }) => row.state === 'withdrawn') && html`<p class="shown">${t('pair.taken-off')}</p>`}`
}

const valuesOf = (incident: Incident, field: Field): readonly Held[] =>
  incident.rulings.filter((one) => one.field === field).flatMap((one) => one.values)

function verdictOf(
  field: Field,
  a: Incident,
  b: Incident,
  one: Incident,
): 'same' | 'differs' | 'more' | 'beside' {
  const [left, right, both] = [a, b, one].map((each) => valuesOf(each, field).length) as [
    number,
    number,
    number,
  ]
  if (one.rulings.some((ruling) => ruling.field === field && ruling.verdict === 'disputed')) return 'differs'
  if (both === left && both === right) return 'same'
  return both === Math.max(left, right) ? 'more' : 'beside'
}

function texts({ told, packs }: Desktop, row: IncidentRow, incident: Incident, field: Field): Piece {
  const values = valuesOf(incident, field)
  return values.length === 0
    ? html`<span class="meta">—</span>`
    : values.map(
        (held) =>
          html`<p>${valueText(held, told, packs.get(row.country) ?? null)}${held.person && html` <span class="meta">${held.person}</span>`}</p>`,
      )
}
