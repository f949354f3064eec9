/** A public incident and terms in, what of it answers out: the words of its values and of a passage, with those that answer marked. */
import { LANGUAGES, labelIn } from '../../core/language.ts'
import { foldToken } from '../../core/names/fold.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type { PublicTerm } from '../../core/public-search.ts'
import { excerpt, type Marked, searchWords, wordAnswers } from '../../core/search.ts'
import { lawIn } from '../laws.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { titleOf } from '../telling/title.ts'
import { shownName } from '../telling/who.ts'
import type { Face } from '../views.ts'

const marked = (parts: readonly Marked[]): readonly Piece[] =>
  parts.map((part) => (part.isHit ? html`<mark>${part.text}</mark>` : part.text))

const answers = (word: string, term: PublicTerm): boolean =>
  wordAnswers(word, term) !== null || term.bases.includes(foldToken(word))
const holds = (text: string, terms: readonly PublicTerm[]): boolean =>
  searchWords(text).some((word) => terms.some((term) => answers(word, term)))

/** Text with the words that answer marked; as it is where none does. */
export const inMarks = (text: string, terms: readonly PublicTerm[]): Piece =>
  terms.length > 0 && holds(text, terms) ? marked(excerpt(text, terms)) : text

/** Names, places, laws and bodies that answer, in the reader's language, and as they are written where only another script does. */
export function valuesThatAnswer(
  incident: PublicIncident,
  terms: readonly PublicTerm[],
  face: Face,
): readonly Piece[] {
  const { language } = face.words
  const { fields } = incident
  const title = titleOf(incident, face.codebook, face.tell)
  const candidates = [
    ...fields.people.map(({ value }) => LANGUAGES.flatMap((one) => shownName(value, one) ?? [])),
    ...fields.places.map(({ value }) => [
      value.label[language] ?? value.label.en,
      ...LANGUAGES.flatMap((one) => value.label[one] ?? []),
    ]),
    ...fields.organisations.map(({ value }) => [value]),
    ...fields.laws.map(({ value }) => [lawIn(value, face)]),
    ...fields.acts.map(({ value }) => {
      const labels = face.codebook.acts.get(value)?.label
      return labels ? [labelIn(labels, language).text] : []
    }),
  ]
  const said = candidates.flatMap((spellings) => spellings.find((one) => holds(one, terms)) ?? [])
  return [...new Set(said)].filter((one) => !title.includes(one)).map((one) => inMarks(one, terms))
}

/** The passage that says most of the words, around the first of them; its slips stay slips. */
export function passageThatAnswers(incident: PublicIncident, terms: readonly PublicTerm[]): Markup | null {
  const passages = incident.sources.map(({ passage, language }) => ({
    language,
    text: passage.map((part) => (part.kind === 'withheld' ? ' ▮▮▮ ' : part.text)).join(''),
  }))
  const said = passages
    .map((one) => ({ ...one, said: terms.filter((term) => holds(one.text, [term])).length }))
    .sort((a, b) => b.said - a.said)[0]
  if (!said || said.said === 0) return null
  return html`<p lang="${said.language}">${marked(excerpt(said.text, terms))}</p>`
}
