/** The words before and after a name → the role they give it, in base form, with the case and gender they show. */

import { baseIn } from '../../core/bases.ts'
import type { Reading } from '../../core/reading.ts'
import { inflectionOf, patternsOf } from './patterns-of.ts'

export type Role = {
  readonly name: string
  readonly case: 'nominative' | 'oblique' | null
  readonly gender: 'f' | null
  readonly official: boolean
  /** Stands right before the name. */
  readonly adjacent: boolean
  readonly plural: boolean
}

const FAR = 5
const QUALITY = /(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ые|ие|ых|их|ыми|ими|\d+-\p{Ll}+)$/iu

/** The nearest role within five words before, all of them roles, qualities or what the role is of; else one after a comma. */
export function roleBeside(before: string, after: string, reading: Reading): Role | null {
  const { lexicon, language } = reading
  const inflection = inflectionOf(reading)
  const words = before.trimEnd().split(/\s+/).toReversed()
  for (const [index, raw] of words.slice(0, FAR).entries()) {
    const word = raw.replace(/^["(«–-]+/u, '')
    if (/[,;.:)»"]$/u.test(word)) break
    const base = baseIn(word, lexicon.roles, inflection)
    if (base !== null) return roleOf(word, base, index === 0, reading)
    // What stands between role and name: «директор фонда», «житель Алматы», qualities.
    if (language === 'ru' && !/^\p{Lu}/u.test(word) && !QUALITY.test(word) && index > 1) break
    if (/^(?:и|а|но|что|в|на|с|к|по|за|для|из|от|не)$/iu.test(word)) break
    if (/(?:ли|ла|ло|ть|ет|ит|ут|ют|ил|ал|ел|ен|ены|ана|ено)$/iu.test(word) && index < 2 && language === 'ru')
      break
  }
  const aside = /^,\s+((?:\d+-\p{Ll}+\s+)?(?:\p{L}+(?:-\p{L}+)*\s*){1,4})(?=[,.(]|$)/u.exec(after)?.[1]
  for (const word of aside?.trim().split(/\s+/) ?? []) {
    const base = baseIn(word, lexicon.roles, inflection)
    if (base !== null) return { ...roleOf(word, base, false, reading), case: null }
    if (!QUALITY.test(word)) break
  }
  return null
}

function roleOf(word: string, base: string, adjacent: boolean, reading: Reading): Role {
  const key = word.toLowerCase()
  const isBase = key === base || key.endsWith(`-${base}`)
  return {
    name: base,
    case: reading.language === 'ru' ? (isBase ? 'nominative' : 'oblique') : null,
    gender: reading.language === 'ru' && /(?:ка|ница|ица|ша|есса)$/u.test(base) ? 'f' : null,
    official: reading.lexicon.officials.has(base),
    adjacent,
    plural: !isBase && patternsOf(reading).plural.test(key) && !/(?:ой|ей|ем|ом)$/u.test(key),
  }
}
