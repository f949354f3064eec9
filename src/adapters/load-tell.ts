/** packs/lang/<language>/tell.yaml, write.yaml → how that language tells an incident and writes a publication; an act it cannot tell is a fault. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Codebook } from '../core/codebook.ts'
import type { Fault } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import { NOUN_CASES, type Noun, type Tell } from '../core/tell.ts'
import { text, withChecks } from './load-schemas.ts'
import { readYaml } from './yaml-file.ts'

const plural = z
  .strictObject({
    one: z.string().optional(),
    few: z.string().optional(),
    many: z.string().optional(),
    other: z.string(),
  })
  .transform(({ other, ...rest }) => ({
    ...Object.fromEntries(Object.entries(rest).filter(([, form]) => form !== undefined)),
    other,
  }))

function tellFile(language: Language, codebook: Codebook) {
  const shape = z.strictObject({
    language: z.literal(language),
    reviewedBy: text.nullable(),
    acts: z.record(z.string(), z.strictObject({ done: plural.nullable(), noun: text })),
    penalties: z.record(z.string(), z.string()),
    patterns: z.record(z.string(), z.union([z.string(), plural])),
  })
  return withChecks(shape, (file, tell) => {
    const told = (name: 'acts' | 'penalties'): readonly string[] => {
      const part = typeof file === 'object' && file !== null ? Reflect.get(file, name) : null
      return typeof part === 'object' && part !== null ? Object.keys(part) : []
    }
    const known = { acts: [...codebook.acts.keys()], penalties: [...codebook.vocabularies.penalties.keys()] }
    for (const name of ['acts', 'penalties'] as const) {
      for (const id of known[name])
        if (!told(name).includes(id)) tell(`"${id}" of the codebook is not told`, [name])
      for (const id of told(name))
        if (!known[name].includes(id)) tell(`"${id}" is not in the codebook`, [name, id])
    }
  })
}

/** One form of Kazakh, two of English, and of Russian the six cases of one and of many. */
const FORMS: Readonly<Record<Language, number>> = { en: 2, ru: 12, kk: 1 }

function nounOf(forms: readonly string[]): Noun {
  const many = forms.length === 1 ? forms : forms.slice(forms.length / 2)
  const cased = (own: readonly string[]) =>
    Object.fromEntries(own.map((form, at) => [NOUN_CASES[at] ?? 'nom', form]))
  return { one: cased(forms.slice(0, Math.ceil(forms.length / 2))), many: cased(many) }
}

const writeFile = (language: Language) =>
  z.strictObject({
    language: z.literal(language),
    reviewedBy: text.nullable(),
    nouns: z.record(
      z.string(),
      z
        .array(text)
        .length(FORMS[language])
        .transform((forms) => nounOf(forms)),
    ),
    prose: z.record(z.string(), z.union([z.string(), plural])),
  })

/** Reads the telling of one language under `root`. Null when it cannot be used; `faults` then says all that is wrong. */
export function loadTell(root: string, language: Language, codebook: Codebook, faults: Fault[]): Tell | null {
  const folder = join(root, 'packs', 'lang', language)
  const shownAs = (name: string): string => `packs/lang/${language}/${name}`
  const tell = readYaml(join(folder, 'tell.yaml'), shownAs('tell.yaml'), tellFile(language, codebook), faults)
  const write = readYaml(join(folder, 'write.yaml'), shownAs('write.yaml'), writeFile(language), faults)
  // Who read one of the two has not read the other.
  return tell && write
    ? { ...tell, nouns: write.nouns, prose: write.prose, reviewedBy: tell.reviewedBy && write.reviewedBy }
    : null
}
