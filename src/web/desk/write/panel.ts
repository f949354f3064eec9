/** What stands beside the text: of the chosen sentence the form, its doubts, its records and what was said of it; of a section its heading and its place. */
import {
  bondKey,
  type LaidSection,
  ROW,
  sentencesOfSection,
  type Written,
} from '../../../core/publication/text.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { sentenceOf } from '../../../publish/telling/sentence.ts'
import { piecesOf } from '../../../publish/writing/compare.ts'
import type { Flag } from '../../../publish/writing/flags.ts'
import type { PublicationRead } from '../../../usecases/writing/read-publication.ts'
import { button } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import { marked } from './marked.ts'
import { readabilityLines, readabilityOfSentence, readabilityOfText } from './readability.ts'
import { remarksSection } from './remarks.ts'
import type { TextView } from './text-page.ts'
import { flagText, recordHref } from './texts.ts'

export function panel(desktop: Desktop, view: TextView): Piece {
  const { t } = desktop.face.words
  const { read, at } = view
  if (at.startsWith('section:')) return sectionPanel(desktop, view, at.slice('section:'.length))
  const one = read.text.sentences.get(at)
  if (one) return sentencePanel(desktop, view, one)
  const how = readabilityLines(desktop, readabilityOfText(read.text, read.row.language))
  return html`<p>${t('write.choose')}</p>${how && html`<h2>${t('write.read')}</h2>${how}`}${remarksSection(desktop, view, '')}`
}

/** A button of its own for each thing that can be done, so that none needs a script. */
export const act = (
  { face }: Desktop,
  { row, seen }: Pick<PublicationRead, 'row' | 'seen'>,
  fields: Readonly<Record<string, string>>,
  text: string,
): Markup =>
  html`<form method="post" action="/${face.words.language}/desk/write/${row.id}/text" class="inline">${tokenField(face)}<input type="hidden" name="seen" value="${String(seen)}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button type="submit" class="quiet">${text}</button></form> `

function sentencePanel(desktop: Desktop, view: TextView, one: Written): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const { read, typed } = view
  const flags = read.flags.get(one.id) ?? []
  const isInText = !['title', 'summary'].includes(one.id)
  const own = read.text.outline.find((section) => sentencesOfSection(section).includes(one.id))
  const action = `/${language}/desk/write/${read.row.id}/text`
  const hidden = html`${tokenField(face)}<input type="hidden" name="seen" value="${String(read.seen)}"><input type="hidden" name="id" value="${one.id}">`
  const drafted = read.laying.sentences.get(one.id)
  return html`<h2>${t('write.sentence')}</h2>
<form method="post" action="${action}">${hidden}<input type="hidden" name="do" value="words"><p><label><span class="vh">${t('write.words')}</span><textarea name="words" rows="6" maxlength="5000" lang="${read.row.language}" required>${typed.do === 'words' ? (typed.words ?? '') : one.words}</textarea></label></p>${button(t('write.save'))}</form>${readabilityOfSentence(desktop, one, read.row.language)}
${flags.length > 0 && html`<h3>${t('write.doubts')}</h3>${flags.map((flag) => doubt(desktop, read, flag))}`}
${flags.length > 0 && html`<form method="post" action="${action}">${hidden}<input type="hidden" name="do" value="keep"><p><label>${t('write.keep.why')}<br><input name="why" maxlength="2000" value="${typed.do === 'keep' ? (typed.why ?? '') : ''}"></label></p>${button(t('write.keep'), true)}</form>`}
<div class="acts-line">${drafted && drafted.words !== one.words && act(desktop, read, { do: 'take', id: one.id }, t('write.take'))}${isInText && act(desktop, read, { do: one.isOut ? 'back' : 'out', id: one.id }, t(one.isOut ? 'write.back' : 'write.out'))}${isInText && act(desktop, read, { do: 'move', id: one.id, by: '-1' }, t('write.up'))}${isInText && act(desktop, read, { do: 'move', id: one.id, by: '1' }, t('write.down'))}</div>
${drafted && drafted.words !== one.words && html`<p class="meta">${t('write.drafted')}</p><p lang="${read.row.language}">${marked(piecesOf(drafted.words, one.words))}</p>`}
${isInText && html`<h3>${t('write.records')}</h3>${recordsOf(desktop, read, one)}`}
${isInText && own && addForm(desktop, view, own, one.id)}
${remarksSection(desktop, view, one.id)}`
}

/** What was and what is, the words marked. */
function doubt(desktop: Desktop, { row }: PublicationRead, flag: Flag): Markup {
  const { t } = desktop.face.words
  const line = html`<p class="doubt">${flagText(desktop, flag)}</p>`
  if (flag.kind !== 'changed') return line
  const parts = [...new Set(flag.parts.map((one) => t(`write.part.${partName(one.part)}`)))]
  return html`${line}${flag.was !== null && flag.is !== null && flag.was !== flag.is && html`<p class="changed" lang="${row.language}">${marked(piecesOf(flag.was, flag.is))}</p>`}${parts.length > 0 && html`<p class="meta">${t('write.changed.parts', { parts: parts.join(', ') })}</p>`}`
}

const partName = (part: string): string =>
  part.startsWith(ROW) ? 'rows' : part === 'otherDates' ? 'other-dates' : part

function recordsOf(desktop: Desktop, read: PublicationRead, one: Written): Markup {
  const { face, told } = desktop
  const { t, language } = face.words
  const { row, records } = read
  const lines = one.bonds.map((bond) => {
    const incident = bond.kind === 'incident' ? records.incidents.get(bond.id) : undefined
    const says = incident ? sentenceOf(incident, told.codebook, told.tell) : t(`write.bond.${bond.kind}`)
    const href = recordHref(desktop, bond)
    const isGone = records.prints[bondKey(bond)] === undefined
    return html`<li>${isGone ? html`<span class="doubt">${t('write.flag.gone')}</span>` : says} ${href === null ? html`<span class="meta">${bond.id}</span>` : html`<a class="meta" href="${href}">${bond.id}</a>`}</li>
`
  })
  const typed = one.bonds.map(bondKey).join(' ')
  return html`${lines.length === 0 ? html`<p class="meta">${t('write.records.none')}</p>` : html`<ul class="waits">${lines}</ul>`}<details><summary>${t('write.bind')}</summary><form method="post" action="/${language}/desk/write/${row.id}/text">${tokenField(face)}<input type="hidden" name="seen" value="${String(read.seen)}"><input type="hidden" name="do" value="bind"><input type="hidden" name="id" value="${one.id}"><p><label>${t('write.bind.ids')}<br><input name="bonds" value="${typed}" maxlength="1000" autocomplete="off" autocapitalize="none" spellcheck="false"></label></p>${button(t('write.bind.do'), true)}</form></details>`
}

function addForm(
  desktop: Desktop,
  { read, typed }: TextView,
  section: LaidSection,
  after: string | null,
): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const [words, bonds] = typed.do === 'add' ? [typed.words ?? '', typed.bonds ?? ''] : ['', '']
  return html`<details${typed.do === 'add' && html` open`}><summary>${t('write.add')}</summary><form method="post" action="/${language}/desk/write/${read.row.id}/text">${tokenField(face)}<input type="hidden" name="seen" value="${String(read.seen)}"><input type="hidden" name="do" value="add"><input type="hidden" name="section" value="${section.id}">${after !== null && html`<input type="hidden" name="after" value="${after}">`}<p><label>${t('write.words')}<br><textarea name="words" rows="4" maxlength="5000" lang="${read.row.language}" required>${words}</textarea></label></p><p><label>${t('write.bind.ids')}<br><input name="bonds" value="${bonds}" maxlength="1000" autocomplete="off" autocapitalize="none" spellcheck="false"><br><span class="meta">${t('write.bind.hint')}</span></label></p>${button(t('write.add.do'), true)}</form></details>`
}

function sectionPanel(desktop: Desktop, view: TextView, id: string): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const { read } = view
  const section = read.text.outline.find((one) => one.id === id)
  const form = (what: 'section' | 'section-add', title: string): Markup =>
    html`<form method="post" action="/${language}/desk/write/${read.row.id}/text">${tokenField(face)}<input type="hidden" name="seen" value="${String(read.seen)}"><input type="hidden" name="do" value="${what}">${what === 'section' && html`<input type="hidden" name="id" value="${id}">`}<p><label>${t('write.section.title')}<br><input name="title" value="${title}" maxlength="500" lang="${read.row.language}" required></label></p>${button(t(what === 'section' ? 'write.save' : 'write.section.add'))}</form>`
  if (!section) return html`<h2>${t('write.section.add')}</h2>${form('section-add', '')}`
  const there = new Set(section.blocks.flatMap((one) => (one.kind === 'drafted' ? [one.ref] : [])))
  const used = new Set(
    read.text.outline.flatMap((one) =>
      one.blocks.flatMap((laid) => (laid.kind === 'drafted' ? [laid.ref] : [])),
    ),
  )
  const spare = [...read.laying.blocks].filter(([ref, block]) => block.kind !== 'box' && !used.has(ref))
  return html`<h2>${t('write.section')}</h2>${form('section', section.title)}<div class="acts-line">${act(desktop, read, { do: 'section-move', id, by: '-1' }, t('write.up'))}${act(desktop, read, { do: 'section-move', id, by: '1' }, t('write.down'))}${act(desktop, read, { do: section.isOut ? 'section-back' : 'section-out', id }, t(section.isOut ? 'write.back' : 'write.out'))}</div>${addForm(desktop, view, section, null)}${
    (there.size > 0 || spare.length > 0) &&
    html`<h3>${t('write.drawings')}</h3><div class="acts-line">${[...there].map((ref) => act(desktop, read, { do: 'block-out', section: id, ref }, t('write.drawing.out', { what: drawnName(desktop, read, ref) })))}${spare.map(([ref]) => act(desktop, read, { do: 'block-add', section: id, ref }, t('write.drawing.add', { what: drawnName(desktop, read, ref) })))}</div>`
  }`
}

function drawnName({ face }: Desktop, { laying }: PublicationRead, ref: string): string {
  const block = laying.blocks.get(ref)
  const kind = block?.kind ?? 'figure'
  const caption =
    block?.kind === 'table' ? block.caption : block?.kind === 'figure' ? block.figure.caption : ''
  return [face.words.t(`write.block.${kind}`), caption.slice(0, 60)].filter((one) => one !== '').join(': ')
}
