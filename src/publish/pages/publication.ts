/** A text that editors wrote from records in, its page out: the text with its notes, its corrections with day and reason, how to cite it, its files. */
import { labelIn } from '../../core/language.ts'
import { signaturesIn } from '../../core/signing/public-signatures.ts'
import { href } from '../links.ts'
import { CITE_FORMATS } from '../manuscript/cite-files.ts'
import { PAPERS, type Section } from '../manuscript/manuscript.ts'
import { blocksOnPage, figureOnPage, notesOnPage } from '../manuscript/on-page.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { dayIn } from '../telling/when.ts'
import type { PublicationView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

const sectionIn = ({ id, title, aside, blocks }: Section): Markup =>
  row(`u-${id}`, title, aside ?? '', title, html`${blocksOnPage(blocks)}`)

/** Named so that two texts and two languages do not overwrite each other. */
function papers({ body, words, site, typesets }: PublicationView): Piece {
  const { id, language } = body
  const here = PAPERS.filter((one) => one !== 'pdf' || typesets)
  return html`<ul class="dl">${here.map((paper) => {
    const to = href(site, language, { kind: 'publication-paper', id, paper })
    return html`<li><a href="${to}" download="${id}-${language}.${paper}">${words.t(`paper.${paper}`)}</a></li>`
  })}</ul>`
}

/** For reference managers: this text first, then what it rests on. */
function citations({ body, words, site }: PublicationView): Markup {
  const { id, language } = body
  return html`<ul class="dl">${CITE_FORMATS.map((format) => {
    const to = href(site, language, { kind: 'publication-cite', id, format })
    return html`<li><a href="${to}" download="${id}-${language}.${format === 'csl' ? 'json' : format}">${words.t(`pub.cite.${format}`)}</a></li>`
  })}</ul>`
}

function languages({ beside, site, words }: PublicationView): Piece {
  if (beside.length === 0) return false
  return html`<p class="meta">${words.t('pub.beside')} ${beside.map(
    ({ id, language }, at) =>
      html`${at > 0 && ' · '}<a href="${href(site, language, { kind: 'publication', id })}" lang="${language}" hreflang="${language}">${words.t(`language.${language}`)}</a>`,
  )}</p>`
}

/** Who signed it in another language signed those words, and is counted there. */
function signed({ body, beside, words, site }: PublicationView): Piece {
  const n = body.signatures ? signaturesIn(body.signatures) : 0
  const other = beside.find((one) => one.signatures && signaturesIn(one.signatures) > 0)
  if (n === 0 && other?.signatures) {
    const { id, language } = other
    const to = href(site, language, { kind: 'publication', id })
    const text = words.t('pub.signed-beside', { language: words.t(`language.${language}`) })
    return html`<p class="meta"><a href="${to}" hreflang="${language}">${text}: ${words.t('pub.signed', { n: signaturesIn(other.signatures) })}</a></p>`
  }
  return n > 0 && html`<p class="meta"><a href="#u-signatories">${words.t('pub.signed', { n })}</a></p>`
}

function corrections({ body, words }: PublicationView): Piece {
  const left = body.signatures?.left ?? []
  if (body.corrections.length === 0 && left.length === 0 && !body.isLess) return false
  const lines = body.corrections.map(({ on, why }) => {
    const day = dayIn(on, words.language)
    return why === null ? words.t('corrected.on', { day }) : words.t('corrected.why', { day, why })
  })
  const taken = left.map((on) => words.t('pub.left', { day: dayIn(on, words.language) }))
  return row(
    'corr',
    words.t('pub.corrections'),
    '',
    words.t('pub.corrections.heading'),
    html`${body.isLess && html`<p>${words.t('pub.less')}</p>`}<ul class="corrections">${[...lines, ...taken].reverse().map((one) => html`<li>${one}</li>`)}</ul>`,
  )
}

/** `/{lang}/publication/{id}` */
export function publicationPage(view: PublicationView): string {
  const { words, body, manuscript, pack, cited } = view
  const { kind, subject, title, summary, figure, sections, notes, colophon } = manuscript
  const inOwn = (piece: Piece): Markup => html`<div lang="${body.language}">${piece}</div>`
  const day = dayIn(body.published, words.language)
  const sub = html`${summary !== null && html`<p class="sub" lang="${body.language}">${summary}</p>`}${signed(view)}${languages(view)}${papers(view)}`
  const text = html`${opening(html`<span lang="${body.language}">${kind}</span>`, html`<span lang="${body.language}">${subject}</span><br>${day}`, html`<span lang="${body.language}">${title}</span>`, sub)}
${figure && inOwn(figureOnPage(figure))}${inOwn(sections.map(sectionIn))}${corrections(view)}${
  notes.length > 0 &&
  inOwn(
    row(
      'n',
      words.t('section.sources'),
      words.t('source.shared'),
      words.t('section.sources'),
      notesOnPage(notes, { none: words.t('doubt.unknown'), passage: words.t('face.passage') }),
    ),
  )
}${row('c', words.t('pub.cite'), '', words.t('pub.cite'), html`<p class="cite" lang="${body.language}">${cited}</p>${citations(view)}${colophon.map((one) => html`<p class="meta" lang="${body.language}">${one}</p>`)}`)}`
  return layout({
    face: view,
    page: { kind: 'publication', id: body.id },
    title,
    pack,
    crumbs: [
      ...(pack
        ? [
            {
              text: labelIn(pack.name, words.language).text,
              page: { kind: 'country', country: pack.id } as const,
            },
            { text: words.t('pub.title'), page: { kind: 'publications', country: pack.id } as const },
          ]
        : []),
      { text: kind, page: null },
    ],
    body: text,
  })
}

/** The same as data: each sentence with what it rests on. */
export const publicationJson = ({ body, manuscript, cited, beside }: PublicationView): unknown => ({
  ...{ id: body.id, language: body.language, request: body.request, published: body.published },
  ...{ corrections: body.corrections, isLess: body.isLess, cite: cited, signatures: body.signatures ?? null },
  beside: beside.map(({ id, language }) => ({ id, language })),
  manuscript,
})
