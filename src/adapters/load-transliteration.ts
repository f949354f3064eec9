/** packs/<country>/transliteration.yaml → letters and the spellings seen for them, for matching names across scripts. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Fault } from '../core/faults.ts'
import { reviewedBy, text } from './load-schemas.ts'
import { readYaml } from './yaml-file.ts'

/** An empty spelling means that the letter may be lost. */
export type Spellings = {
  readonly all: readonly string[]
  readonly [scheme: string]: string | readonly string[]
}
export type Transliteration = {
  readonly kazakh: ReadonlyMap<string, Spellings>
  readonly russian: ReadonlyMap<string, Spellings>
  readonly groups: readonly {
    readonly cyr: string
    readonly all: readonly string[]
    readonly where: string | null
  }[]
  /** A Kazakh letter and what Russian texts write for it. */
  readonly kazakhInRussian: ReadonlyMap<string, readonly string[]>
}

const letters = z.record(
  z.string(),
  z.object({ all: z.array(z.string()) }).catchall(z.union([z.string(), z.array(z.string())])),
)
const file = z.strictObject({
  version: text,
  reviewedBy,
  kk_cyrl_to_latn: letters,
  ru_cyrl_to_latn: letters,
  multi_letter: z.array(z.strictObject({ cyr: text, all: z.array(z.string()), where: text.nullable() })),
  kk_to_ru_cyrillic: z.record(z.string(), z.array(z.string())),
})

/** Reads the table of one country under `root`; null with the reasons in `faults` when it cannot be used. */
export function loadTransliteration(root: string, id: string, faults: Fault[]): Transliteration | null {
  const shownAs = `packs/${id}/transliteration.yaml`
  const read = readYaml(join(root, 'packs', id, 'transliteration.yaml'), shownAs, file, faults)
  if (read === null) return null
  return {
    kazakh: new Map(Object.entries(read.kk_cyrl_to_latn)),
    russian: new Map(Object.entries(read.ru_cyrl_to_latn)),
    groups: read.multi_letter,
    kazakhInRussian: new Map(Object.entries(read.kk_to_ru_cyrillic)),
  }
}
