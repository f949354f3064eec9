/** A bundle in, one file that holds all a rating is computed from out: the same bundle gives the same bytes. */
import { writeWhole } from '../../adapters/whole-file.ts'
import { canonical } from '../../core/json.ts'
import type { RatingBundle } from '../../core/rating/rows.ts'

export const keepBundle = (path: string, bundle: RatingBundle): void =>
  writeWhole(path, `${canonical(bundle)}\n`)
