/** An extent in, the list of its files out: what each is for, in which format, how large where that is known. */

import { fileHref, href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import type { Extent } from '../open/extent.ts'
import { extentName } from '../open/extent.ts'
import type { OpenFile } from '../open/files.ts'
import { filesInCopy, filesOf, savedAs } from '../open/files.ts'
import type { Face } from '../views.ts'

export type Offered = { readonly file: OpenFile; readonly bytes: number | null }

/** 1 kB is 1,000 bytes (IEC 80000-13). */
export function sizeIn(bytes: number, { words }: Face): string {
  const [n, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(words.language, { style: 'unit', unit, maximumSignificantDigits: 2 })
    .format(n)
    .replaceAll(' ', '\u00a0')
}

/** Named as the file will be, so that two periods do not overwrite each other. */
const link = (of: Extent, { name, key }: OpenFile, face: Face): Markup =>
  html`<a href="${fileHref(face.site, of, name)}" download="${savedAs(extentName(of), name)}">${face.words.t(`open.file.${key}`)}</a>`

/** In one line, for a page that is about something else. */
export function takeAway(of: Extent, face: Face): Markup {
  const { site, words } = face
  const files = site.isServed ? filesOf(of) : filesInCopy(of)
  return files.length === 0
    ? html`<p><a href="${href(site, words.language, { kind: 'data' })}">${words.t('open.data.by-quarter')}</a></p>`
    : html`<ul class="dl">${files.map((file) => html`<li>${link(of, file, face)}</li>`)}</ul>`
}

/** With what each is for, on the page about the data. */
export function offeredTable(of: Extent, offered: readonly Offered[], caption: Piece, face: Face): Markup {
  const { words } = face
  return html`<div class="scroll takes"><table><caption>${caption}</caption><thead><tr><th scope="col">${words.t('open.data.format')}</th><th scope="col">${words.t('open.data.use')}</th><th scope="col">${words.t('open.data.size')}</th></tr></thead><tbody>${offered.map(
    ({
      file,
      bytes,
    }) => html`<tr><th scope="row">${link(of, file, face)}</th><td>${words.t(`open.file.${file.key}.use`)}</td><td>${bytes === null ? words.t('open.data.on-demand') : sizeIn(bytes, face)}</td></tr>
`,
  )}</tbody></table></div>`
}
