/** The incidents of a quarter in, a plain country update out: a sentence each, with a footnote to source and passage. */
import { labelIn } from '../../core/language.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { FREEDOMS } from '../../core/values.ts'
import { periodCard } from '../card/cards.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { patchOf, sewn } from '../quilt/patch.ts'
import { sentenceOf } from '../telling/sentence.ts'
import { periodIn } from '../telling/when.ts'
import type { UpdateView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

const SECTIONS = [...FREEDOMS, 'positive'] as const
type Section = (typeof SECTIONS)[number]

/** Each incident stands once: good news apart, the rest under the first freedom it touches. */
export function sectionOf(incident: PublicIncident, view: Pick<UpdateView, 'codebook'>): Section {
  if (patchOf(incident, view.codebook).gravity === 'star') return 'positive'
  const own = incident.fields.freedoms.map((shown) => shown.value)
  return FREEDOMS.find((freedom) => own.includes(freedom)) ?? 'other'
}

type Note = { readonly number: number; readonly incident: PublicIncident }

/** Source and place in its text, as a footnote; the incident page shows the words. */
function note({ number, incident }: Note, view: UpdateView): Markup {
  const { words, site } = view
  const source = incident.sources[0]
  const to = href(site, words.language, { kind: 'incident', id: incident.id })
  const words_ = source
    ? html`${source.collector ?? source.publisher ?? source.title ?? words.t('doubt.withheld')}${source.start !== null && `, ${source.start}–${source.end}`}`
    : words.t('doubt.unknown')
  return html`<li id="n${number}">${words_} <a href="${to}#s1">${words.t('face.passage')}</a></li>`
}

/** `/{lang}/kz/2020-q1/update` */
export function updatePage(view: UpdateView): string {
  const { words, pack, period, incidents, codebook, tell, site } = view
  const language = words.language
  const name = labelIn(pack.name, language).text
  const when = periodIn(period.from, period.to, language)
  const finding = findingsOf(incidents, pack)[0]
  const sections = SECTIONS.map((section) => ({
    section,
    incidents: sewn(incidents).filter((one) => sectionOf(one, view) === section),
  })).filter((one) => one.incidents.length > 0)
  const notes: Note[] = sections
    .flatMap((one) => one.incidents)
    .map((incident, index) => ({ number: index + 1, incident }))
  const numbers = new Map(notes.map((one) => [one.incident.id, one.number]))
  const body = html`${opening(html`${name}, ${when}`, words.t('face.update.note'), finding ? findingIn(finding, pack, view, 'headline') : words.t('face.nothing'), finding && html`<p class="sub">${findingIn(finding, pack, view, 'proof')}</p>`)}
${sections.map((one) =>
  row(
    `u-${one.section}`,
    words.t(`face.section.${one.section}`),
    words.t('face.incidents', { n: one.incidents.length }),
    words.t(`face.section.${one.section}`),
    html`<ul class="told">${one.incidents.map((incident) => {
      const n = numbers.get(incident.id)
      return html`<li>${sentenceOf(incident, codebook, tell)}<a class="fn" href="#n${n}">${n}</a></li>
`
    })}</ul>`,
  ),
)}${notes.length > 0 && row('n', words.t('section.sources'), words.t('source.shared'), words.t('section.sources'), html`<ol class="notes">${notes.map((one) => note(one, view))}</ol>`)}`
  return layout({
    face: { ...view, site },
    page: { kind: 'update', country: pack.id, period: period.id },
    title: `${words.t('face.update')}: ${name}, ${when}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: when, page: { kind: 'period', country: pack.id, period: period.id } },
      { text: words.t('face.update'), page: null },
    ],
    card: periodCard(view),
    body,
  })
}

/** The same as data: each sentence with its incident. */
export const updateJson = (view: UpdateView): unknown => ({
  country: view.pack.id,
  period: view.period,
  language: view.words.language,
  sentences: sewn(view.incidents).map((one) => ({
    incident: one.id,
    section: sectionOf(one, view),
    sentence: sentenceOf(one, view.codebook, view.tell),
  })),
})
