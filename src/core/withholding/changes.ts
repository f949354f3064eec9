/** Two public versions of a record in, the parts that a correction changed out, with the values of both. */
import { canonical, type Json } from '../json.ts'
import {
  type Change,
  type PublicFields,
  type PublicIncident,
  type Shown,
  TOLD_PARTS,
} from '../public-record.ts'

/** A value is compared and kept without its origins: they lead into passages of one version alone. */
const bare = (values: readonly Shown<unknown>[]): readonly Shown<unknown>[] =>
  values.map(({ value }) => ({ value, origins: [] }))

/** Both versions went through withholding as it is today, so that nothing held back by now comes back as what was before. */
export const changesBetween = (before: PublicIncident, after: PublicIncident): readonly Change[] =>
  TOLD_PARTS.flatMap((part) => {
    const [was, is] = [bare(before.fields[part]), bare(after.fields[part])]
    // Nothing is told of a part that has no value today: it may be held back, and the former value with it.
    if (is.length === 0 || canonical(was as unknown as Json) === canonical(is as unknown as Json)) return []
    return [
      { part, before: was, after: is } as { part: typeof part; before: PublicFields[typeof part] } as Change,
    ]
  })
