/** Letters in, a whole number of 32 bits out (FNV-1a over UTF-16 units; Fowler, Noll and Vo, IETF draft-eastlake-fnv). */

/** `basis` and `prime` other than those of the draft give a second number that is independent of the first. */
export function fnv1a(text: string, basis = 0x811c9dc5, prime = 0x01000193): number {
  let hash = basis
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return hash >>> 0
}
