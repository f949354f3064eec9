/** codebook/names.yaml → the rules by which two spellings are seen to be one name, or every fault in the file. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Fault } from '../core/faults.ts'
import type { NameRules } from '../core/names/rules.ts'
import { foldLetters } from '../core/names/tokens.ts'
import { head, pattern, text } from './load-schemas.ts'
import { readYaml } from './yaml-file.ts'

const ruleId = z.string().regex(/^names\.[a-z-]+@\d+$/, 'written names.x@1')
const rule = { id: ruleId, reason: text, example: text }
const letters = z.record(z.string().length(1), z.string())
const cost = z.number().min(0).max(2)
const words = z.array(text).min(1)

const file = z.strictObject({
  ...head,
  letters: z.strictObject({ ...rule, cyrillic: letters, greek: letters }),
  folds: z
    .array(z.strictObject({ ...rule, of: z.literal('latin').optional(), from: pattern, to: text }))
    .min(1),
  costs: z.strictObject({
    ...rule,
    pairs: z.record(z.string().length(2), cost),
    gaps: z.record(z.string().length(1), cost),
    swap: cost,
    first: cost,
  }),
  endings: z.strictObject({
    patronymic: z.strictObject({ ...rule, male: words, female: words }),
    surname: z.strictObject({ ...rule, pairs: z.array(z.tuple([text, text])).min(1) }),
  }),
  doublets: z.strictObject({ ...rule, stems: z.array(words) }),
  initials: z.strictObject({ ...rule, letters: z.record(z.string().length(1), words) }),
  light: z.strictObject({ ...rule, person: words, organisation: words }),
  organisations: z.strictObject({
    forms: z.strictObject({ ...rule, groups: z.array(words) }),
    common: z.strictObject({ ...rule, words }),
    numbers: z.strictObject({ ...rule, words: z.record(z.string().regex(/^\d+$/), words) }),
  }),
})

function bothWays(pairs: Readonly<Record<string, number>>): NameRules['costs']['pairs'] {
  const found = new Map<string, Map<string, number>>()
  for (const [pair, one] of Object.entries(pairs)) {
    const [a = '', b = ''] = [...pair]
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      found.set(x, (found.get(x) ?? new Map<string, number>()).set(y, one))
  }
  return found
}

export function loadNames(root: string, faults: Fault[]): NameRules | null {
  const read = readYaml(join(root, 'codebook', 'names.yaml'), 'codebook/names.yaml', file, faults)
  if (read === null) return null
  const table = {
    letters: new Map(Object.entries({ ...read.letters.cyrillic, ...read.letters.greek })),
    folds: read.folds.map(({ id, of, from, to }) => ({
      id,
      from: new RegExp(from, 'gu'),
      to,
      latinOnly: of === 'latin',
    })),
  }
  const fold = (one: string): string =>
    one
      .split(' ')
      .map((word) => foldLetters(word, table))
      .join(' ')
  const all = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(fold))
  const numbered = (groups: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
    new Map(groups.flatMap((group, index) => group.map((one) => [fold(one), index] as const)))
  const longestFirst = (endings: readonly string[]): readonly string[] =>
    [...all(endings)].sort((a, b) => b.length - a.length)
  const { patronymic, surname } = read.endings
  return {
    ...table,
    costs: {
      pairs: bothWays(read.costs.pairs),
      gaps: new Map(Object.entries(read.costs.gaps)),
      swap: read.costs.swap,
      first: read.costs.first,
    },
    patronymic: { male: longestFirst(patronymic.male), female: longestFirst(patronymic.female) },
    surnames: surname.pairs
      .map(([male, female]) => [fold(male), fold(female)] as const)
      .sort((a, b) => b[1].length - a[1].length),
    doublets: numbered(read.doublets.stems),
    initials: new Map(Object.entries(read.initials.letters)),
    lightOfPerson: all(read.light.person),
    lightOfOrganisation: all(read.light.organisation),
    forms: numbered(read.organisations.forms.groups),
    common: all(read.organisations.common.words),
    numbers: new Map(
      Object.entries(read.organisations.numbers.words).flatMap(([figures, said]) =>
        said.map((one) => [fold(one), figures] as const),
      ),
    ),
  }
}
