/** How many of several sources are independent. */
import { expect, it } from 'vitest'
import { type Collected, independentIn } from './collectors.ts'

const from = (collector: string | null, publisher: string | null): Collected => ({ collector, publisher })

it.each([
  ['none', [], 0],
  ['a monitor, and a bureau that quotes it', [from(null, 'Monitor'), from('Monitor', 'Bureau')], 1],
  ['two that quote a third', [from('Monitor', 'Bureau'), from(' «monitor» ', 'Paper')], 1],
  ['two that saw it themselves', [from(null, 'Bureau'), from(null, 'Paper')], 2],
  ['two of which nothing is known: nobody knows that they are one', [from(null, null), from(null, null)], 2],
] as const)('%s', (_, sources, n) => expect(independentIn(sources)).toBe(n))
