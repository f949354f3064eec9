/** A pattern of a language with slots in, its sentence out: each slot says in which case its words stand. */
import type { Labels } from '../../core/language.ts'
import type { Plural, Tell } from '../../core/tell.ts'
import { agree, capital, numberIn } from '../telling/pattern.ts'
import { type Case, isCase } from './cases.ts'
import { countedIn, nounNamed } from './counted.ts'
import { endingOf, inKazakh } from './kazakh.ts'
import { numberInKazakh } from './kazakh-number.ts'
import { placeInRussian, whereInRussian } from './russian-place.ts'

/** What stands in a slot; words are put in as they are, unless they are said to be a place. */
export type Filling =
  | string
  | number
  | { readonly place: string }
  | { readonly month: number }
  /** An ISO day or month, told as it bends in a sentence. */
  | { readonly date: string }
export type Fillings = Readonly<Record<string, Filling>>

/** `{n}`, `{n:incident}`, `{of:incident.gen}`, `{n.its-loc}`, `{place.loc}`, `{month.and}`. */
const SLOT = /\{(\w+)(?::([\w-]+))?(?:\.(its-)?(\w+))?\}/g

function placeFor(tell: Tell, name: string, to: Case): string {
  if (tell.language === 'ru') return to === 'loc' ? whereInRussian(name) : placeInRussian(name, to)
  return tell.language === 'kk' ? inKazakh(name, to) : name
}

function monthFor(tell: Tell, month: number, to: Case): string {
  const { one } = nounNamed(tell, `month-${month}`)
  return tell.language === 'kk' ? inKazakh(one.nom ?? '', to) : (one[to] ?? one.nom ?? '')
}

/** `2 апреля 2020 года` in every case, `март 2020 года`; `2020 жылғы 2 сәуірде`; English keeps no case. */
export function dateFor(tell: Tell, iso: string, to: Case): string {
  const [y = '', m = '', d] = iso.split('-')
  const month = (as: Case): string => monthFor(tell, Number(m), as)
  const day = d === undefined ? '' : `${Number(d)}\u00a0`
  if (tell.language === 'kk') return `${y} жылғы ${day}${month(to)}`
  if (tell.language === 'ru') return `${day}${month(day === '' ? to : 'gen')} ${y} года`
  return `${day}${month('nom')} ${y}`
}

/** The first of two that Kazakh joins: «наурыз бен», whose word follows its last sound as the instrumental does. */
const joining = (words: string): string => `${words} ${endingOf(words, 'ins')}`

function filled(tell: Tell, value: Filling, noun: string | undefined, owned: boolean, to: Case): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object') {
    if ('date' in value) return dateFor(tell, value.date, to)
    return 'month' in value ? monthFor(tell, value.month, to) : placeFor(tell, value.place, to)
  }
  if (noun !== undefined) return countedIn(tell, value, noun, to)
  const digits = numberIn(tell, value)
  return tell.language === 'kk' ? numberInKazakh(value, to, owned, digits) : digits
}

/** A slot that nothing fills is a fault of ours, and stops the draft rather than leave braces in it. */
export function said(tell: Tell, key: string, fillings: Fillings = {}): string {
  const found: string | Plural | undefined = tell.prose[key]
  if (found === undefined) throw new Error(`packs/lang/${tell.language}/write.yaml has no pattern ${key}`)
  const n = fillings.n
  const text = typeof found === 'string' ? found : typeof n === 'number' ? agree(tell, found, n) : found.other
  const whole = text.replace(SLOT, (_slot, name: string, noun?: string, its?: string, to = 'nom') => {
    const value = fillings[name]
    if (to === 'and' && value !== undefined) return joining(filled(tell, value, noun, false, 'nom'))
    if (value === undefined || !isCase(to))
      throw new Error(`${key} in ${tell.language}: nothing fills {${name}.${to}}`)
    return filled(tell, value, noun, its !== undefined, to)
  })
  // «2020 г.» at the end of a sentence has its full stop already.
  return capital(whole.replace(/\.\.$/, '.'), tell)
}

export const canSay = (tell: Tell, key: string): boolean => tell.prose[key] !== undefined

/** Words of a pack or a codebook in the language of the text; null: there are none, and another language is no translation. */
export const inTongue = (labels: Labels, { language }: Tell): string | null => labels[language]
