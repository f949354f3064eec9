/** A Russian name of a person in, which gender its form has and the same in a case out; a form that tells nothing stays as it is. */
import type { Case } from './cases.ts'

/** Of the word and not of the person: `Серикова` is declined as a feminine whoever bears it. */
export type Form = 'masculine' | 'feminine'

const FEMININE = /(?:[оеё]ва|ина|ына|ская|цкая)$/u
const MASCULINE = /(?:[оеё]в|ин|ын|ский|цкий)$/u

/** The form that a surname has; null: it has none (Аян, Мамай, Енсебек). */
export function formOf(name: string): Form | null {
  const surname = name.trim().split(/\s+/).at(-1) ?? ''
  if (FEMININE.test(surname)) return 'feminine'
  // `Шамин` and `Ин` would be read as such a form: a surname of ours is longer than its ending.
  return MASCULINE.test(surname) && surname.length > 4 ? 'masculine' : null
}

type Bend = (word: string, to: Case) => string
const ending = (
  word: string,
  off: number,
  forms: Readonly<Partial<Record<Case, string>>>,
  to: Case,
): string => {
  const form = forms[to]
  return form === undefined ? word : word.slice(0, word.length - off) + form
}

const surnames: Readonly<Record<Form, Bend>> = {
  masculine: (word, to) =>
    /(?:ский|цкий)$/u.test(word)
      ? ending(word, 2, { gen: 'ого', dat: 'ому', acc: 'ого', ins: 'им', loc: 'ом' }, to)
      : ending(word, 0, { gen: 'а', dat: 'у', acc: 'а', ins: 'ым', loc: 'е' }, to),
  feminine: (word, to) =>
    /(?:ская|цкая)$/u.test(word)
      ? ending(word, 2, { gen: 'ой', dat: 'ой', acc: 'ую', ins: 'ой', loc: 'ой' }, to)
      : ending(word, 1, { gen: 'ой', dat: 'ой', acc: 'у', ins: 'ой', loc: 'ой' }, to),
}

/** Names whose last vowel goes when they bend. */
const SHORTER: Readonly<Record<string, string>> = { Лев: 'Льв', Павел: 'Павл', Пётр: 'Петр' }

/** Given names of men end in a consonant, й or ь and bend; those of women bend only where they end in а or я. */
const given: Readonly<Record<Form, Bend>> = {
  masculine: (word, to) => {
    if (/а$/u.test(word)) return firstDeclension(word, to)
    if (/[йь]$/u.test(word)) return ending(word, 1, { gen: 'я', dat: 'ю', acc: 'я', ins: 'ем', loc: 'е' }, to)
    return /[бвгджзклмнпрстфхцчшщ]$/u.test(word)
      ? ending(SHORTER[word] ?? word, 0, { gen: 'а', dat: 'у', acc: 'а', ins: 'ом', loc: 'е' }, to)
      : word
  },
  feminine: (word, to) => (/[ая]$/u.test(word) ? firstDeclension(word, to) : word),
}

function firstDeclension(word: string, to: Case): string {
  if (/ия$/u.test(word)) return ending(word, 1, { gen: 'и', dat: 'и', acc: 'ю', ins: 'ей', loc: 'и' }, to)
  if (/я$/u.test(word)) return ending(word, 1, { gen: 'и', dat: 'е', acc: 'ю', ins: 'ей', loc: 'е' }, to)
  const gen = /[гкхжчшщ]а$/u.test(word) ? 'и' : 'ы'
  return ending(word, 1, { gen, dat: 'е', acc: 'у', ins: 'ой', loc: 'е' }, to)
}

/** Null: nobody can say by its form how the name bends, so a sentence is built that needs no case. */
export function nameInRussian(name: string, to: Case): string | null {
  if (to === 'nom') return name
  const form = formOf(name)
  if (form === null) return null
  const words = name.trim().split(/\s+/)
  return words
    .map((word, at) => (at === words.length - 1 ? surnames[form](word, to) : given[form](word, to)))
    .join(' ')
}
