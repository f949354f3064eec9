/** One public incident in, its page out: values with who says so, passages, journey, links, sources, decisions. */
import { independentIn } from '../../core/collectors.ts'
import { labelIn } from '../../core/language.ts'
import { periodOf, quarterOf } from '../../core/measure.ts'
import { incidentCard } from '../card/cards.ts'
import { FIELD_OF, PARTS } from '../fields.ts'
import { valueName } from '../filter-words.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { icon, shapes } from '../quilt/draw.ts'
import { patchOf } from '../quilt/patch.ts'
import { cite } from '../sections/cite.ts'
import { corrections } from '../sections/corrections.ts'
import { decisions } from '../sections/decisions.ts'
import { incidentLinks } from '../sections/incident-links.ts'
import { journey } from '../sections/journey.ts'
import { replies } from '../sections/replies.ts'
import { passage, sourceTable } from '../sections/sources.ts'
import { valuesOf } from '../sections/values.ts'
import { capital } from '../telling/pattern.ts'
import { sentenceOf } from '../telling/sentence.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf, periodIn } from '../telling/when.ts'
import type { IncidentView } from '../views.ts'
import { type Crumb, layout } from './layout.ts'
import { opening, row } from './parts.ts'

function values(view: IncidentView): Markup {
  const { incident, pack, words } = view
  const rows = PARTS.flatMap((part): readonly Piece[] => {
    const shown = valuesOf(part, { incident, pack, face: view })
    return shown === null
      ? []
      : [
          html`<div><dt>${words.t(`field.${FIELD_OF[part]}`)}</dt><dd>${shown}</dd></div>
`,
        ]
  })
  return html`<dl class="vals">${rows}</dl>`
}

function crumbs({ incident, pack, words }: IncidentView): readonly Crumb[] {
  const day = dateOf(incident).from ?? dateOf(incident).to
  const period = day === null ? null : periodOf(quarterOf(day))
  return [
    { text: labelIn(pack.name, words.language).text, page: { kind: 'country', country: pack.id } },
    ...(period
      ? [
          {
            text: periodIn(period.from, period.to, words.language),
            page: { kind: 'period', country: pack.id, period: period.id },
          } as const,
        ]
      : []),
    { text: incident.id, page: null },
  ]
}

/** `/{lang}/i/kz-2020-02-17-a` */
export function incidentPage(view: IncidentView): string {
  const { incident, words, codebook, tell, pack, proceedings = [] } = view
  const patch = patchOf(incident, codebook)
  const title = titleOf(incident, codebook, tell)
  const note = html`${incident.id}<br>${words.t('face.version', { n: incident.version })}<br>${words.t('unit.sources', { n: incident.sources.length })}${incident.sources.length > 1 && `, ${words.t('source.independent', { n: independentIn(incident.sources) })}`}${
    incident.fields.kind !== 'event' &&
    html`<br>${capital(valueName('kind', incident.fields.kind, pack, view), tell)}`
  }${incident.merged && html`<br>${words.t('face.merged')} ${incident.merged.map((id) => html`<a href="${href(view.site, words.language, { kind: 'incident', id })}">${id}</a> `)}`}`
  const body = html`${shapes(false)}${opening(words.t('face.incident'), html`${note}${icon(patch.motif, patch.gravity)}`, title, html`<p class="sub">${sentenceOf(incident, codebook, tell)}</p>`)}
${row('v', words.t('face.values'), html`${words.t('face.values.note')}<br><span class="stated">${words.t('face.basis.stated')}</span><br><span class="inferred">${words.t('face.basis.inferred')}</span>`, words.t('section.known'), values(view))}${
  incident.withheld.length > 0 &&
  row(
    'h',
    words.t('section.withheld'),
    '',
    words.t('section.withheld'),
    html`${incident.withheld.map((code) => html`<p>${words.t(`withheld.${code}`)}</p>`)}<p class="meta">${words.t('withheld.tell-us')}</p>`,
  )
}${row(
  'p',
  words.t('face.passage'),
  words.t('face.passage.note'),
  words.t('section.passage'),
  incident.sources.map((source, index) => passage(source, index + 1, view)),
)}${
  incident.replies.length > 0 &&
  row('r', words.t('face.reply'), '', words.t('section.reply'), replies(incident.replies, view))
}${
  proceedings.length > 0 &&
  row(
    'j',
    words.t('section.journey'),
    words.t('face.journey.note'),
    words.t('section.journey'),
    proceedings.map((one) => journey(one, incident.id, pack, view)),
  )
}${
  incident.links.length + view.linkedFrom.length > 0 &&
  row('f', words.t('face.links'), '', words.t('section.followed'), incidentLinks(view))
}${
  incident.corrections.length > 0 &&
  row(
    'c',
    words.t('face.corrected'),
    '',
    words.t('section.corrected'),
    corrections({ incident, pack, face: view }),
  )
}${row('s', words.t('section.sources'), words.t('source.shared'), words.t('section.sources'), html`${sourceTable(incident, view)}${incident.decided.length > 0 && decisions(view)}`)}${row('z', words.t('open.cite.label'), '', words.t('open.cite.heading'), cite(incident, view))}`
  return layout({
    face: view,
    page: { kind: 'incident', id: incident.id },
    title,
    pack,
    crumbs: crumbs(view),
    card: incidentCard(view),
    body,
  })
}

/** The same as data: the public record and its proceedings. */
export const incidentJson = (view: IncidentView): unknown => ({
  incident: view.incident,
  independentSources: independentIn(view.incident.sources),
  linkedFrom: view.linkedFrom,
  proceedings: view.proceedings ?? [],
})
