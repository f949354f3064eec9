/** Corrected records in, the log of every correction that readers can see out: the day, the reason, what was before and what stands now. */
import { labelIn } from '../../core/language.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { changeTable, correctionIn } from '../sections/corrections.ts'
import { turning } from '../sections/turning.ts'
import { titleOf } from '../telling/title.ts'
import type { CorrectionsView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** Records on one page. */
export const CORRECTED_PER_PAGE = 50

const entry = (incident: CorrectionsView['incidents'][number], view: CorrectionsView): Markup => {
  const { site, words, codebook, tell, pack } = view
  const to = href(site, words.language, { kind: 'incident', id: incident.id })
  return html`<li><h3><a href="${to}">${titleOf(incident, codebook, tell)}</a></h3>${incident.corrections
    .toReversed()
    .map(
      (one) =>
        html`<p>${correctionIn(one, view)}</p>${changeTable(one.changes ?? [], { incident, pack, face: view })}`,
    )}</li>
`
}

/** `/{lang}/kz/corrections` */
export function correctionsPage(view: CorrectionsView): string {
  const { words, site, pack, total } = view
  const name = labelIn(pack.name, words.language).text
  const heading = total === 0 ? words.t('log.none') : words.t('log.headline', { n: total })
  return layout({
    face: view,
    page: { kind: 'corrections', country: pack.id, page: view.page },
    title: `${words.t('log.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: words.t('log.title'), page: null },
    ],
    body: html`${opening(words.t('log.title'), name, heading, html`<p class="sub">${words.t('log.sub')}</p><p class="meta">${words.t('new.silent')}</p>`)}${
      total > 0 &&
      row(
        'l',
        words.t('log.title'),
        words.t('log.note'),
        words.t('log.newest'),
        html`<ol class="log">${view.incidents.map((one) => entry(one, view))}</ol>`,
      )
    }${turning(view, (page) => href(site, words.language, { kind: 'corrections', country: pack.id, page }))}`,
  })
}

/** The same as data. */
export const correctionsJson = (view: CorrectionsView): unknown => ({
  country: view.pack.id,
  page: view.page,
  pages: view.pages,
  records: view.incidents.map(({ id, version, corrections }) => ({ id, version, corrections })),
})
