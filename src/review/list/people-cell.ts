/** A cell of names in, each name that stands in it out. */
import { listedIn, partsOf } from './words.ts'

/** «Асан Усенов и Айгуль Серикова»; «Усенов, Асан» is one person, whose surname stands first. */
export function namesIn(words: string, and: readonly string[]): readonly string[] {
  return partsOf(words.replace(/(?:^|\s)\d+[.)]\s+/g, ';')).flatMap((part) => {
    const names = listedIn(part, and)
    const isOneTurned = names.length === 2 && part.includes(',') && names.every((one) => !/[\s.]/.test(one))
    return isOneTurned ? [part] : names
  })
}
