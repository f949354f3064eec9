/** Fields that two codings are compared by, and on which scale: the same or not, sets by what they share, numbers by their ratio. Free words are not among them. */
import type { Field } from './values.ts'

export const SCALES = {
  kind: 'nominal',
  date: 'nominal',
  freedom: 'set',
  place: 'set',
  act: 'set',
  law: 'set',
  penalty: 'set',
  person: 'number',
  group: 'number',
} as const satisfies Partial<Record<Field, 'nominal' | 'set' | 'number'>>
export type ScaledField = keyof typeof SCALES
export const SCALED_FIELDS = Object.keys(SCALES) as readonly ScaledField[]
