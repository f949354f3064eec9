/** A word in, how many syllables it has out: by its vowels in Cyrillic, by the habits of spelling in English; by its script, since texts in one language hold words of others. */
const CYRILLIC = /[аеёиоуыэюяәіөұү]/giu

/** Endings and pairs of letters that the groups of vowels count wrongly. */
const ONE_LESS =
  /(?:[^aeiouylr]|[aeiouy][lr])e$|[^aeiou]e(?=ly$|ness$|ment|ful|less)|(?<=[^aeioudt])ed$|(?<=[^aeiouscxzgh])es$|(?<=[aeiouy])[lr]es$|(?<=[aeiou]gh|th|ph)es$/g
const ONE_MORE =
  /(?<![cts])ia(?!g)|i(?:[ou](?!s|n|r$|rs$)|um\b)|(?<![tscgxnl])io(?!us)|iety|[aeou]ing|eo(?!u|p)|ua(?!r|g)|uo|ism$|isms$|creat(?!ur)|react|dnt$|yi/g

/** Nineteen of twenty words as in a dictionary of pronunciation; errors go both ways (docs/method/80-readability.md). */
function english(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  const groups = (plain.match(/[aeiouy]+/g) ?? []).length
  const less = (plain.match(ONE_LESS) ?? []).length
  const more = (plain.match(ONE_MORE) ?? []).length
  return Math.max(1, groups - less + more)
}

/** *didn't*, and not *can't*. */
const NOT = /[^aeiou]n['’]t$/i

/** At least one: a number or an abbreviation without vowels is said, too. */
export function syllablesOf(word: string): number {
  const cyrillic = (word.match(CYRILLIC) ?? []).length
  if (cyrillic > 0) return cyrillic
  const parts = word.split(/[-’'\u2011]/).filter((part) => !/^(?:s|t|re|ve|ll|d|m|)$/i.test(part))
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + english(part), NOT.test(word) ? 1 : 0),
  )
}
