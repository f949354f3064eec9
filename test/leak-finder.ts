/** A text and secrets in; the secrets that can be read out of it in any spelling, script, case or encoding out. */

const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}
/** Cyrillic letters that look like Latin ones: a name may be written with them to slip past a search. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
}

/** Escapes of HTML, JSON and URLs read as the letters they stand for. */
export const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run)
      } catch {
        return run
      }
    })

/** What base64 hides, wherever in a longer run it begins. */
export const unpacked = (text: string): string =>
  (text.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? [])
    .flatMap((run) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString('utf8')))
    .join(' ')

const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\0\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .toLowerCase()
const transliterated = (text: string): string => [...text].map((letter) => LATIN[letter] ?? letter).join('')
const unmasked = (text: string): string => [...text].map((letter) => LOOKALIKE[letter] ?? letter).join('')
/** Spellings of one sound are one letter: y and i, doubled letters, kh and h, zh and j. */
const sound = (text: string): string =>
  text
    .replaceAll('kh', 'h')
    .replaceAll('zh', 'j')
    .replaceAll('dzh', 'j')
    .replaceAll('y', 'i')
    .replace(/([a-z])\1+/g, '$1')

/** A text as it stands, by its sound, and with look-alike letters taken for what they look like. */
export const forms = (text: string): readonly string[] => {
  // Most of a page is markup and English, which have one spelling.
  if (/^[\x20-\x7e]*$/.test(text)) {
    const plain = text.toLowerCase()
    return [plain, sound(plain)]
  }
  const plain = bare(text)
  return [plain, sound(transliterated(plain)), sound(unmasked(plain))]
}

/** A name counts as leaked when one of its parts (5 letters and more, without its last two) can be read. */
const parts = (secret: string): readonly string[] =>
  secret.split(/[\s@.]+/).filter((part) => part.length >= 5 && !COMMON.has(part.toLowerCase()))
/** Parts that are ordinary words here and identify nobody. */
const COMMON = new Set([
  'example',
  'private',
  'marat',
  'bolat',
  'ruslan',
  'saule',
  'yerzhan',
  'темірлан',
  'инкар',
  'kamshat',
  'dauletkhan',
])

export function findLeaks(text: string, secrets: readonly string[]): readonly string[] {
  const opened = decoded(text)
  const hay = [...forms(opened), ...forms(unpacked(text))]
  return secrets.filter((secret) =>
    parts(secret).some((part) => {
      const needles = forms(part).map((form) => (form.length > 6 ? form.slice(0, -2) : form))
      return needles.some((needle) => needle.length >= 4 && hay.some((one) => one.includes(needle)))
    }),
  )
}
