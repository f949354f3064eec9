/** A folded token in any script in, one rough Latin spelling of its sound out: to see that two spellings may be one name. */

const LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', э: 'e', ж: 'j', з: 'z', и: 'i' },
  ...{ і: 'i', ы: 'i', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r' },
  ...{ с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh' },
  ...{ щ: 'sh', ъ: '', ь: '', ю: 'iu', я: 'ia', ə: 'a', ı: 'i' },
}

/** Spellings of one sound are one: y and i, kh and h, zh and j, ye and e, doubled letters. */
export const soundOf = (token: string): string =>
  [...token]
    .map((letter) => LATIN[letter] ?? letter)
    .join('')
    .replaceAll('dzh', 'j')
    .replaceAll('zh', 'j')
    .replaceAll('kh', 'h')
    .replaceAll('gh', 'g')
    .replaceAll('ng', 'n')
    .replaceAll('q', 'k')
    .replaceAll('w', 'u')
    .replaceAll('y', 'i')
    .replaceAll('ie', 'e')
    .replace(/(\p{L})\1+/gu, '$1')

const isCyrillic = (token: string): boolean => /\p{Script=Cyrillic}/u.test(token)

type Sound = { readonly sound: string; readonly cyrillic: boolean }
const heard = (token: string): Sound => ({ sound: soundOf(token), cyrillic: isCyrillic(token) })

/** One sound, or in two scripts one stem: a Russian ending is no part of the Latin spelling. */
function maybeSame(one: Sound, other: Sound): boolean {
  const shorter = Math.min(one.sound.length, other.sound.length)
  if (shorter < 4) return false
  if (one.sound === other.sound) return true
  const stem = Math.max(4, shorter - 1)
  return (
    one.cyrillic !== other.cyrillic &&
    one.sound.slice(0, stem) === other.sound.slice(0, stem) &&
    Math.abs(one.sound.length - other.sound.length) <= 4
  )
}

export const maybeSameSound = (a: string, b: string): boolean => maybeSame(heard(a), heard(b))

const sounds = new WeakMap<ReadonlySet<string>, readonly Sound[]>()

/** True when the token may sound like one of the set; a set is spelled out once. */
export function soundsLikeOneOf(token: string, tokens: ReadonlySet<string>): boolean {
  const known = sounds.get(tokens) ?? [...tokens].map(heard)
  sounds.set(tokens, known)
  const asked = heard(token)
  return known.some((one) => maybeSame(one, asked))
}
