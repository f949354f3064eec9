/** A comparison → the SQL that says on which of its levels two records agree; 0 where a value is missing. */
import { CLOSE_LEVEL, LEVEL_BITS, LEVELS, weighsClose } from '../../core/linkage/kinds.ts'
import type { Comparison, LinkModel } from '../../core/linkage/model.ts'

/** Jaro–Winkler from which two names are very close, and close: the cuts of fastLink and Splink lie beside them. */
const [VERY_CLOSE, CLOSE] = [0.92, 0.86]

/** The function that says on which level two full names agree: src/link/name-levels.ts. */
export const NAME_LEVEL = 'name_level'
const ASKED = 0.68

const isName = (kind: Comparison['kind']): boolean =>
  kind === 'given' || kind === 'surname' || kind === 'name'

const wordsOf = (v: string): string => `string_split(${v}, ' ')`
/** Names less alike than this by their letters are many, and nothing alike by any rule: they are not asked about. */
const nameSql = (i: number): string =>
  `CASE WHEN a.v${i} <> b.v${i} AND s${i} >= ${ASKED} THEN ${NAME_LEVEL}(a.x${i}, b.x${i}) ELSE 0 END`

/** Computed once for each pair, since several levels ask for it. */
const likenessSql = ({ kind }: Comparison, i: number): string =>
  kind === 'place' || kind === 'text'
    ? `, a.x${i} AS x${i}, b.x${i} AS y${i}, CASE WHEN a.v${i} <> b.v${i} THEN jaro_winkler_similarity(a.v${i}, b.v${i}) END AS s${i}`
    : isName(kind)
      ? `, CASE WHEN a.v${i} <> b.v${i} THEN jaro_winkler_similarity(a.v${i}, b.v${i}) END AS s${i}${kind === 'name' ? `, ${nameSql(i)} AS n${i}` : ''}`
      : kind === 'date'
        ? `, a.x${i} AS x${i}, b.x${i} AS y${i}, a.w${i} AS w${i}, b.w${i} AS z${i}, CASE WHEN a.v${i} <> b.v${i} THEN hamming(a.v${i}, b.v${i}) END AS s${i}`
        : kind === 'code' || kind === 'mail' || kind === 'phone' || kind === 'year'
          ? `, CASE WHEN a.v${i} <> b.v${i} AND abs(length(a.v${i}) - length(b.v${i})) <= 2 THEN levenshtein(a.v${i}, b.v${i}) END AS s${i}`
          : ''

/** Conditions of the levels between "same" and the last, in the order of LEVELS. */
function between(comparison: Comparison, i: number, model: LinkModel): readonly string[] {
  const [a, b, s] = [`a${i}`, `b${i}`, `s${i}`]
  // Two letters in each other's place are two changes to Levenshtein and one slip to a hand; Damerau's own is slow, and asked last.
  const isSwap = (changes: string): string =>
    `(${changes} = 2 AND CASE WHEN strlen(${a}) = strlen(${b}) THEN hamming(${a}, ${b}) END = 2 AND damerau_levenshtein(${a}, ${b}) = 1)`
  switch (comparison.kind) {
    case 'given':
    case 'surname': {
      const k = model.comparisons.findIndex((one) => one.name === comparison.swaps)
      return [
        k < 0 ? 'false' : `(${a} = b${k} AND a${k} = ${b})`,
        `(${s} >= ${VERY_CLOSE} OR (${s} >= 0.7 AND least(strlen(${a}), strlen(${b})) >= 4 AND (levenshtein(${a}, ${b}) <= 1 OR ${isSwap(`levenshtein(${a}, ${b})`)}))) AND least(strlen(${a}), strlen(${b})) > 1`,
        `${s} >= ${CLOSE} AND least(strlen(${a}), strlen(${b})) > 1`,
        `(starts_with(${a}, ${b}) OR starts_with(${b}, ${a}))`,
        k < 0 ? 'false' : `(${a} = b${k} OR a${k} = ${b})`,
      ]
    }
    case 'name':
      return [`n${i} = 2`, `n${i} = 3`, `(n${i} = 4 OR list_has_any(${wordsOf(a)}, ${wordsOf(b)}))`]
    case 'date': {
      const isSameYear = `x${i} = y${i}`
      return [
        `(${s} <= 1 OR ${isSwap(s)} OR (${isSameYear} AND left(w${i}, 2) = right(z${i}, 2) AND right(w${i}, 2) = left(z${i}, 2)))`,
        `(${isSameYear} AND w${i} <> '0000' AND z${i} <> '0000' AND (right(w${i}, 2) = right(z${i}, 2) OR left(w${i}, 2) = left(z${i}, 2)))`,
        `(w${i} = z${i} AND NOT ends_with(w${i}, '00'))`,
        `${s} = 2`,
        isSameYear,
      ]
    }
    case 'year':
      return [`(abs(TRY_CAST(${a} AS INTEGER) - TRY_CAST(${b} AS INTEGER)) <= 1 OR ${s} <= 1)`]
    case 'code':
      return [
        `(${s} <= 1 OR ${isSwap(s)})`,
        `(${s} = 2 AND least(strlen(${a}), strlen(${b})) >= 6)`,
        `(least(strlen(${a}), strlen(${b})) >= 4 AND left(${a}, (strlen(${a}) + 1) // 2) = left(${b}, (strlen(${a}) + 1) // 2))`,
      ]
    case 'place':
    case 'text':
      return [`${s} >= ${VERY_CLOSE}`, `x${i} = y${i}`]
    case 'phone':
      return [`(${s} <= 1 OR ${isSwap(s)} OR (strlen(${a}) >= 7 AND right(${a}, 7) = right(${b}, 7)))`]
    case 'mail':
      return [`split_part(${a}, '@', 1) = split_part(${b}, '@', 1)`, `${s} <= 2`]
    case 'sex':
      return []
  }
}

/** A swap is one slip and shows in both names: the one that stands first says it, the other then says nothing. */
function saidAlready({ swaps }: Comparison, i: number, { comparisons }: LinkModel): string {
  const k = comparisons.findIndex((one) => one.name === swaps)
  return k < 0 || k > i ? '' : `WHEN a${i} = b${k} OR a${k} = b${i} THEN 0 `
}

function levelSql(comparison: Comparison, i: number, model: LinkModel): string {
  const cases = between(comparison, i, model).map((one, index) => `WHEN ${one} THEN ${index + 2}`)
  return `CASE WHEN a${i} IS NULL OR b${i} IS NULL THEN 0 WHEN a${i} = b${i} THEN 1 ${saidAlready(comparison, i, model)}${cases.join(' ')} ELSE ${LEVELS[comparison.kind].length} END AS l${i}`
}

/** What rarity adds on the levels that count it: of a value that is the same its own, of two close ones that of the rarer. */
export const rarenessSql = (i: number, { comparisons }: LinkModel): string =>
  `CASE l${i} WHEN 1 THEN f${i} ${weighsClose(comparisons[i]?.kind ?? '') ? `WHEN ${CLOSE_LEVEL} THEN g${i} ` : ''}ELSE 0 END`

/**
 * Pairs (l, r, rules) → l, r, rules, code, tf. `code`: the levels, three bits each, the first comparison lowest.
 * `tf`: log2 of 1 / frequency of the values that are the same, summed over comparisons with `frequency`.
 * `told`: the rarity of close values stays beside them, as g0, g1, …
 */
export function comparedSql(pairs: string, model: LinkModel, told = false): string {
  const all = model.comparisons.map((_, i) => i)
  const values = model.comparisons.map((one, i) => `a.v${i} AS a${i}, b.v${i} AS b${i}${likenessSql(one, i)}`)
  const weighed = all.filter((i) => model.comparisons[i]?.frequency)
  const tfs = weighed.map((i) => `, a.f${i} AS f${i}, greatest(a.f${i}, b.f${i}) AS g${i}`).join('')
  const levels = model.comparisons.map((one, i) => levelSql(one, i, model))
  const settled = model.comparisons.map(({ unless }, i) => {
    const other = model.comparisons.findIndex((one) => one.name === unless)
    return other < 0 ? `l${i}` : `CASE WHEN l${other} = 1 THEN 0 ELSE l${i} END AS l${i}`
  })
  const code = all.map((i) => `(CAST(l${i} AS BIGINT) << ${i * LEVEL_BITS})`).join(' + ')
  const tf = weighed.map((i) => rarenessSql(i, model)).join(' + ') || '0'
  const more = told ? weighed.map((i) => `, g${i}`).join('') : ''
  return `SELECT l, r, rules, ${code} AS code, CAST(${tf} AS FLOAT) AS tf${more} FROM (
    SELECT l, r, rules, ${settled.join(', ')}${weighed.map((i) => `, f${i}, g${i}`).join('')} FROM (
      SELECT l, r, rules, ${levels.join(', ')}${weighed.map((i) => `, f${i}, g${i}`).join('')} FROM (
        SELECT p.l, p.r, p.rules, ${values.join(', ')}${tfs} FROM (${pairs}) p JOIN recs a ON a.rid = p.l JOIN recs b ON b.rid = p.r)))`
}
