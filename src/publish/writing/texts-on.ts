/** Published texts and what somebody follows in, the texts that belong to it out: each once, in the language of whoever reads. */
import type { Language } from '../../core/language.ts'
import { bondsIn } from '../manuscript/bonds-in.ts'
import type { PublicPublication } from './publication-body.ts'

/** The day on which readers had it first, or corrected last. */
export const dayOf = ({ published, corrections }: PublicPublication): string =>
  corrections.at(-1)?.on ?? published

/** `about`: ids of records, of laws, of cases; a text that rests on one of them is about it. */
export const textsAbout = (
  texts: readonly PublicPublication[],
  about: ReadonlySet<string>,
): readonly PublicPublication[] =>
  texts.filter((one) => bondsIn(one.manuscript).some((bond) => about.has(bond.id)))

/** Of a text in several languages the one of the reader, else the English, else any; the newest first. */
export function onePerText(
  texts: readonly PublicPublication[],
  language: Language,
): readonly PublicPublication[] {
  const chosen = [...Map.groupBy(texts, (one) => one.group).values()].flatMap((all) => {
    const found = [language, 'en'].map((own) => all.find((one) => one.language === own))
    return (found[0] ?? found[1] ?? all[0]) as PublicPublication
  })
  return chosen.sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || a.id.localeCompare(b.id))
}
