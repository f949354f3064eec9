/** The capitalised words a free text may hold: names of the pack's places, bodies and laws, and words the sources use for anything but a person. */
import { foldName } from '../names/fold.ts'
import type { Pack } from '../pack.ts'
import type { TextOfRecord } from '../record.ts'
import { overlap } from '../span.ts'

const CAPITALISED = /\p{Lu}[\p{L}\p{M}]*(?:['’ʼ`-][\p{L}\p{M}]+)*/gu
const packWords = new WeakMap<Pack, ReadonlySet<string>>()

function wordsOfPack(pack: Pack): ReadonlySet<string> {
  const known = packWords.get(pack)
  if (known) return known
  const labels = [
    pack.name,
    pack.nameIn,
    ...[...pack.places.values(), ...pack.regions.values(), ...pack.organisations.values()].map(
      (one) => one.name,
    ),
  ]
  const titles = [...pack.acts.values(), ...pack.provisions.values()].map((one) => one.title)
  const aliases = [
    ...[...pack.places.values(), ...pack.regions.values()].flatMap((one) => one.variants),
    ...[...pack.organisations.values(), ...pack.acts.values()].flatMap((one) => one.aliases),
  ]
  const texts = [...labels, ...titles].flatMap((one) => [one.en, one.ru ?? '', one.kk ?? ''])
  const words = new Set([...texts, ...aliases].flatMap(foldName))
  packWords.set(pack, words)
  return words
}

/** True of words that are all part of names of the pack's places, bodies and laws. */
export const isOfPack =
  (pack: Pack) =>
  (words: string): boolean =>
    foldName(words).every((token) => wordsOfPack(pack).has(token))

/** Words a document writes with a capital outside every possible name. */
const wordsOfText = (document: TextOfRecord): readonly string[] =>
  [...document.text.matchAll(CAPITALISED)]
    .filter((match) => {
      const span = { start: match.index, end: match.index + match[0].length }
      return !(document.mentions ?? []).some((mention) => overlap(mention.span, span) > 0)
    })
    .flatMap((match) => foldName(match[0]))

/**
 * A test for texts that a coder typed or a rule copied: a capitalised word nobody can account for may be a name, so the
 * text is held back. Coders write plain words in small letters.
 */
export function freeTextGuard(
  pack: Pack,
  documents: readonly TextOfRecord[],
  shownNames: readonly (readonly string[])[],
): (text: string) => boolean {
  // A text no rule has read accounts for none of its words.
  const known = new Set([
    ...documents.filter((one) => one.mentions !== null).flatMap(wordsOfText),
    ...shownNames.flat(),
  ])
  const ofPack = wordsOfPack(pack)
  return (text) =>
    [...text.matchAll(CAPITALISED)].every((match) =>
      foldName(match[0]).every((token) => known.has(token) || ofPack.has(token)),
    )
}
