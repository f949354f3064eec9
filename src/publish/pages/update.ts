/** The incidents of a quarter in, its country update as a page out: the manuscript in the bearing of the site. */
import { labelIn } from '../../core/language.ts'
import { periodCard } from '../card/cards.ts'
import { href, type Page, pathAndQuery } from '../links.ts'
import { type Manuscript, type Section, sentencesIn } from '../manuscript/manuscript.ts'
import { blocksOnPage, notesOnPage } from '../manuscript/on-page.ts'
import { sectionOf, updateManuscript } from '../manuscript/update.ts'
import { html, type Markup } from '../markup.ts'
import { sewn } from '../quilt/patch.ts'
import { papers } from '../sections/papers.ts'
import { sentenceOf } from '../telling/sentence.ts'
import { periodIn } from '../telling/when.ts'
import type { UpdateView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

const sectionIn = ({ id, title, aside, blocks }: Section): Markup =>
  row(`u-${id}`, title, aside ?? '', title, html`${blocksOnPage(blocks)}`)

/** The tables stand on the page of the period, each number open to its rows: here they would only weigh. */
function onPage(made: Manuscript): Pick<Manuscript, 'sections' | 'notes'> {
  const sections = made.sections.filter((one) => one.id !== 'tables')
  const met = new Set(
    sentencesIn(sections).flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'note' ? run.note : []))),
  )
  return { sections, notes: made.notes.filter((one) => met.has(one.number)) }
}

/** `/{lang}/kz/2020-q1/update` */
export function updatePage(view: UpdateView): string {
  const { words, pack, period, site } = view
  // Addresses are asked for notes of this page alone: a copy holds every page whose address was asked for.
  const pages = new Map<string, Page>()
  const made = updateManuscript(view, (page) => {
    const path = pathAndQuery(words.language, page, 'html')
    pages.set(path, page)
    return path
  })
  const addressed = (path: string | null): string | null => {
    const page = pages.get(path ?? '')
    const to = page ? href(site, words.language, page) : null
    return page?.kind === 'incident' ? `${to}#s1` : to
  }
  const { kind, subject, title, summary } = made
  const { sections, notes: own } = onPage(made)
  const notes = own.map((one) => ({ ...one, href: addressed(one.href) }))
  const name = labelIn(pack.name, words.language).text
  const sub = html`${summary !== null && html`<p class="sub">${summary}</p>`}${site.isServed && papers(view)}`
  const body = html`${opening(subject, words.t('face.update.note'), title, sub)}
${sections.map(sectionIn)}${notes.length > 0 && row('n', words.t('section.sources'), words.t('source.shared'), words.t('section.sources'), notesOnPage(notes, { none: words.t('doubt.unknown') }))}`
  return layout({
    face: view,
    page: { kind: 'update', country: pack.id, period: period.id },
    title: `${kind}: ${subject}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      {
        text: periodIn(period.from, period.to, words.language),
        page: { kind: 'period', country: pack.id, period: period.id },
      },
      { text: kind, page: null },
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
