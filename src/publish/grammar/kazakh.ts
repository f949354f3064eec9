/** A Kazakh word in, the same in a case out: the ending follows the last vowel and the last sound (Krippes 1996, Muhamedowa 2016). */
import type { Case } from './cases.ts'

const BACK = 'аоұыяюё'
const FRONT = 'әөүіеэи'
/** Sounds without voice, and those that lose it at the end of a word. */
const HARD = 'пфкқтсшщчцхһбвгд'
const NASAL = 'мнң'
/** After these «мен» becomes «бен». */
const BUZZING = 'зж'

type Sound = 'vowel' | 'nasal' | 'voiced' | 'hard'

/** The last vowel that says which way a word leans; у leans as what stands before it, and alone as back. */
export function leansBack(word: string): boolean {
  for (const letter of [...word.toLocaleLowerCase('kk')].reverse()) {
    if (BACK.includes(letter)) return true
    if (FRONT.includes(letter)) return false
  }
  return true
}

export function soundOf(word: string): Sound {
  const last = word.toLocaleLowerCase('kk').replace(/[ьъ]$/, '').slice(-1)
  if (NASAL.includes(last)) return 'nasal'
  if (HARD.includes(last)) return 'hard'
  // у and и end in a glide: атырауда, атырауға, but елудің like айдың.
  return BACK.includes(last) || FRONT.replace('и', '').includes(last) ? 'vowel' : 'voiced'
}

type Ending = readonly [back: string, front: string]
const ENDINGS: Readonly<Record<Exclude<Case, 'nom' | 'ins'>, Readonly<Record<Sound, Ending>>>> = {
  gen: {
    ...{ vowel: ['ның', 'нің'], nasal: ['ның', 'нің'] },
    ...{ voiced: ['дың', 'дің'], hard: ['тың', 'тің'] },
  },
  dat: { vowel: ['ға', 'ге'], nasal: ['ға', 'ге'], voiced: ['ға', 'ге'], hard: ['қа', 'ке'] },
  acc: { vowel: ['ны', 'ні'], nasal: ['ды', 'ді'], voiced: ['ды', 'ді'], hard: ['ты', 'ті'] },
  loc: { vowel: ['да', 'де'], nasal: ['да', 'де'], voiced: ['да', 'де'], hard: ['та', 'те'] },
  abl: { vowel: ['дан', 'ден'], nasal: ['нан', 'нен'], voiced: ['дан', 'ден'], hard: ['тан', 'тен'] },
}
/** After «his, her, its» the endings are others: облысында, облысына. */
const POSSESSED: Readonly<Record<Exclude<Case, 'nom' | 'ins'>, Ending>> = {
  gen: ['ның', 'нің'],
  dat: ['на', 'не'],
  acc: ['н', 'н'],
  loc: ['нда', 'нде'],
  abl: ['нан', 'нен'],
}

/** Words that carry «its» wherever they end a name. */
const OWNED = /(?:облысы|ауданы|қаласы|ауылы|алаңы|даңғылы|көшесі|ескерткіші|әкімдігі|кодексі|жобасы|ісі)$/iu
export const isOwned = (words: string): boolean => OWNED.test(words)

/** `spoken`: how it is said, when that is not how it is written: the ending of `45` follows бес. */
export function endingOf(spoken: string, to: Case, owned = isOwned(spoken)): string {
  if (to === 'nom') return ''
  const sound = soundOf(spoken)
  if (to === 'ins') {
    if (sound === 'hard') return 'пен'
    return BUZZING.includes(spoken.slice(-1)) ? 'бен' : 'мен'
  }
  const [back, front] = owned ? POSSESSED[to] : ENDINGS[to][sound]
  return leansBack(spoken) ? back : front
}

export const inKazakh = (words: string, to: Case, owned = isOwned(words)): string =>
  words + endingOf(words, to, owned)

/** «Its»: оқиға → оқиғасы, бес → бесі. */
export function ownedEndingOf(spoken: string): string {
  const [back, front] = soundOf(spoken) === 'vowel' ? ['сы', 'сі'] : ['ы', 'і']
  return leansBack(spoken) ? back : front
}
