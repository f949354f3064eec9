/** A Kazakh name as inflected → its base form: only its last word takes an ending. */

const SURE = /^(.*(?:[оеё]ва?|[иы]на?|ұлы|қызы))(?:\p{Ll}{2,3})$/u
const ENDING =
  /(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|дан|ден|тан|тен|нан|нен|ны|ні|ды|ді|ты|ті|на|не|да|де|та|те|мен|пен|бен)$/u
/** Short endings are also the ends of names; these never are. */
const LONG = /(?:ның|нің|дың|дің|тың|тің|дан|ден|тан|тен|нан|нен|ға|ге|қа|ке|ды|ді|ты|ті)$/u

/** `told` are all words of the text: a shorter form that stands there by itself is the base. */
export function kazakhBase(word: string, told: ReadonlySet<string>): string {
  // «Ерлан мен Самат Үсеновтердің»: the surname of several.
  const several = /^(.*(?:[оеё]в|[иы]н))(?:тар|тер|дар|дер|лар|лер)(?:\p{Ll}{2,3})?$/u.exec(word)
  if (several?.[1]) return several[1]
  const sure = SURE.exec(word)
  const ending = ENDING.exec(word)
  if (!ending) return word
  const stem = word.slice(0, ending.index)
  if (sure && /(?:[оеё]ва?|[иы]на?|ұлы|қызы)$/u.test(stem)) return stem
  if (stem.length > 2 && told.has(stem)) return stem
  return LONG.test(word) && stem.length > 3 ? stem : word
}
