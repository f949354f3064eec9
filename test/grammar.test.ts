/** Sentences by rule, against tables that a native reader checks: number, case, gender, dates, sums. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { LANGUAGES } from '../src/core/language.ts'
import { parsePartialDate } from '../src/core/partial-date.ts'
import type { PublicPenalty } from '../src/core/public-record.ts'
import { barePenalty } from '../src/core/values.ts'
import { CASES } from '../src/publish/grammar/cases.ts'
import { countedIn } from '../src/publish/grammar/counted.ts'
import { inKazakh } from '../src/publish/grammar/kazakh.ts'
import { numberInKazakh } from '../src/publish/grammar/kazakh-number.ts'
import { doneIn } from '../src/publish/grammar/prose.ts'
import { formOf, nameInRussian } from '../src/publish/grammar/russian-name.ts'
import { placeInRussian, whereInRussian } from '../src/publish/grammar/russian-place.ts'
import { dateFor } from '../src/publish/grammar/slots.ts'
import { inTime } from '../src/publish/grammar/time.ts'
import { numberIn } from '../src/publish/telling/pattern.ts'
import { penaltyIn } from '../src/publish/telling/penalty.ts'
import { UNKNOWN_DATE } from '../src/publish/telling/when.ts'
import { knowledge, ROOT } from './world.ts'

const to = z.enum(CASES)
const reviewer = z.string().min(1).nullable()
const table = <T extends z.ZodType>(kind: string, row: T) =>
  z.strictObject({ of: z.string(), reviewer, kind: z.literal(kind), rows: z.array(row).min(1) })
const file = z.strictObject({
  language: z.enum(LANGUAGES),
  tables: z.array(
    z.union([
      table('counted', z.tuple([z.string(), to, z.number(), z.string()])),
      table('number', z.tuple([z.number(), z.boolean(), to, z.string()])),
      table('place', z.tuple([z.string(), to, z.string()])),
      table('where', z.tuple([z.string(), z.string()])),
      table('name', z.tuple([z.string(), to, z.string().nullable()])),
      table('form', z.tuple([z.string(), z.string().nullable()])),
      table('deed', z.tuple([z.string(), z.number(), z.array(z.string()), z.string()])),
      table('time', z.tuple([z.string().nullable(), z.string()])),
      table('date', z.tuple([z.string(), to, z.string()])),
      table('months', z.tuple([z.string(), z.string(), z.string()])),
      table('penalty', z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()])),
    ]),
  ),
})

const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('the pack of Kazakhstan is missing')
/** Spaces that do not break are spaces to a reader. */
const read = (text: string | null): string | null => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null

describe.each(LANGUAGES)('%s', (language) => {
  const tell = knowledge.tells[language]
  const { tables } = file.parse(
    parse(readFileSync(join(ROOT, 'test', 'grammar', `${language}.yaml`), 'utf8')),
  )

  /** What the rules give for a row; its last column is what they must. */
  function given(kind: string, row: readonly unknown[]): string | null {
    const [a, b, c] = row as readonly [never, never, never]
    switch (kind) {
      case 'counted':
        return countedIn(tell, c, a, b)
      case 'number':
        return numberInKazakh(a, c, b, numberIn(tell, a))
      case 'place':
        return language === 'kk' ? inKazakh(a, b) : placeInRussian(a, b)
      case 'where':
        return whereInRussian(a)
      case 'name':
        return nameInRussian(a, b)
      case 'form':
        return formOf(a)
      case 'deed':
        return doneIn(c, { kind: 'people', text: a, n: b, oneName: b === 1 }, tell)
      case 'time':
        return inTime(a === null ? UNKNOWN_DATE : (parsePartialDate(a) ?? UNKNOWN_DATE), tell)
      case 'date':
        return dateFor(tell, a, b)
      case 'months':
        return inTime({ from: a, to: b, precision: 'month' }, tell)
      default: {
        const penalty = { ...barePenalty(a), ...(b as object), indexMultiple: null, persons: null }
        return penaltyIn(penalty as PublicPenalty, pack as NonNullable<typeof pack>, tell)
      }
    }
  }

  it.each(tables.map((one) => [one.of, one] as const))('%s', (_of, { kind, rows }) => {
    const got = rows.map((row) => [...row.slice(0, -1), read(given(kind, row))])
    expect(got).toEqual(rows.map((row) => [...row]))
  })

  it('has the nouns and the sentences that English has, and fills their slots with the same words', () => {
    const { nouns, prose } = knowledge.tells.en
    expect(Object.keys(tell.nouns)).toEqual(Object.keys(nouns))
    expect(Object.keys(tell.prose)).toEqual(Object.keys(prose))
    const names = (text: unknown): readonly string[] =>
      [...new Set([...JSON.stringify(text).matchAll(/\{(\w+)/g)].map((one) => one[1] ?? ''))].sort()
    for (const [key, text] of Object.entries(prose))
      expect([key, names(tell.prose[key])]).toEqual([key, names(text)])
  })
})

describe('Kazakh endings', () => {
  it('never mix back and front vowels', () => {
    const [back, front] = [/[аоұыу]$/u, /[әеөүі]$/u]
    fc.assert(
      fc.property(
        fc.constantFrom('а', 'о', 'ұ', 'ы', 'ә', 'е', 'ө', 'ү', 'і'),
        fc.constantFrom('б', 'к', 'қ', 'л', 'м', 'н', 'р', 'с', 'т', 'з', 'й', 'ш'),
        fc.constantFrom('gen', 'dat', 'acc', 'loc', 'abl'),
        (vowel, last, to) => {
          const ending = inKazakh(`т${vowel}${last}`, to).slice(3)
          const vowels = ending.replace(/[^аоұыуәеөүі]/gu, '')
          expect(vowels).toMatch(front.test(vowel) ? front : back)
        },
      ),
    )
  })
})
