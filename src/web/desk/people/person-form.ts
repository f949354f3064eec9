/** Somebody who is in no report yet in, the form that records them out: names in three languages, spellings, a pseudonym. */
import { LANGUAGES } from '../../../core/language.ts'
import type { Person } from '../../../core/person.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import { wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'

export const PERSON_PARTS = ['en', 'ru', 'kk', 'variants', 'pseudonym', 'another'] as const
export type TypedPerson = Readonly<Record<(typeof PERSON_PARTS)[number], string>>
export const NOBODY: TypedPerson = { en: '', ru: '', kk: '', variants: '', pseudonym: '', another: '' }

export type PersonForm = {
  readonly typed: TypedPerson
  readonly lines: readonly string[]
  /** On record under a spelling that was typed: two people may bear one name, and somebody must say so. */
  readonly namesakes: readonly Person[]
}

export function personForm({ face }: Desktop, { typed, lines, namesakes }: PersonForm): Markup {
  const { t, language } = face.words
  const text = (name: keyof TypedPerson, label: string, isRequired = false): Markup =>
    html`<p><label>${label}${isRequired && ' *'}<br><input name="${name}" value="${typed[name]}"${isRequired && html` required`} maxlength="200" autocomplete="off" spellcheck="false"></label></p>
`
  const same =
    namesakes.length > 0 &&
    html`<p>${t('review.namesakes')} ${namesakes.map(({ id }) => html`<a href="/${language}/desk/people/${id}">${id}</a> `)}</p><p><label class="keep"><input type="checkbox" name="another" value="yes"> ${t('hand.person.another')}</label></p>`
  const isOpen = lines.length > 0 || namesakes.length > 0
  return html`<details${isOpen && html` open`}><summary>${t('hand.person')}</summary>${wrong(lines)}<form method="post" action="/${language}/desk/people">${tokenField(face)}${same}
${LANGUAGES.map((one) => text(one, t(`hand.person.${one}`), one === 'en'))}<p><label>${t('hand.person.variants')}<br><textarea name="variants" rows="3" maxlength="1000" autocomplete="off" spellcheck="false">${typed.variants}</textarea></label></p>
${text('pseudonym', t('hand.person.pseudonym'))}<p><button type="submit">${t('hand.person.do')}</button></p></form></details>`
}
