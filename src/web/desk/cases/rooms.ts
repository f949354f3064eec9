/** Where each kind of record has its pages, and the lines that lead to them. */
import type { CaseKind } from '../../../core/cases/case.ts'
import { labelIn } from '../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CaseRecordRow } from '../../../store/tables.ts'
import { fileOf } from '../../../usecases/cases/read-cases.ts'
import type { Desktop } from '../desktop.ts'
import { dateIn, termText } from './entry-text.ts'
import { silenceText } from './silence-text.ts'

export const ROOMS: Readonly<Record<CaseKind, string>> = {
  proceeding: 'cases',
  observation: 'observations',
  assistance: 'assistance',
}

export const homeOf = ({ face }: Desktop, kind: CaseKind, id: string): string =>
  `/${face.words.language}/desk/${ROOMS[kind]}/${id}`

/** What it is called on a page of its own and in lists. */
export function titleOf(desktop: Desktop, row: CaseRecordRow): string {
  const file = fileOf(row)
  const { sheets, assistance } = desktop.codebook.cases
  const names = namesText(desktop, row)
  switch (file.kind) {
    case 'proceeding':
      return file.title ?? names
    case 'observation':
      return [termText(desktop, sheets, file.sheet), dateIn(desktop, file.on)].join(', ')
    case 'assistance':
      return [termText(desktop, assistance, file.what), names].filter(Boolean).join(': ')
  }
}

/** Browsers keep titles: no name of anybody stands there, nor what colleagues call a case. */
export const tabTitle = ({ face }: Desktop, row: CaseRecordRow): string =>
  `${face.words.t(`case.kind.${row.kind}`)}: ${row.id}`

export const nameOf = ({ face }: Desktop, row: CaseRecordRow, person: string): string => {
  const names = row.names[person]
  return names ? labelIn(names, face.words.language).text : person
}
export const namesText = (desktop: Desktop, row: CaseRecordRow): string =>
  row.people.map((one) => nameOf(desktop, row, one)).join(', ')

function metaOf(desktop: Desktop, row: CaseRecordRow, today: string): readonly Piece[] {
  const { t } = desktop.face.words
  const file = fileOf(row)
  const sealed = row.tier === 'sealed' && t('tier.sealed')
  switch (file.kind) {
    case 'proceeding':
      return [row.id, file.title !== null && namesText(desktop, row), sealed]
    case 'observation':
      return [row.id, t('case.seen-by', { who: file.observer, when: dateIn(desktop, file.on) }), sealed]
    case 'assistance':
      return [
        row.id,
        file.to !== null && t('case.help.to', { to: file.to }),
        silenceText(desktop, file, today),
        sealed,
      ]
  }
}

export const rowItem = (desktop: Desktop, row: CaseRecordRow, today: string): Markup =>
  html`<li><div><h2 class="name"><a href="${homeOf(desktop, row.kind as CaseKind, row.id)}">${titleOf(desktop, row)}</a></h2><p class="meta">${metaOf(
    desktop,
    row,
    today,
  )
    .filter(Boolean)
    .join(' · ')}</p></div></li>`
