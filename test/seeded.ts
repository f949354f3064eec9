/** Gives every property the same seed, so that a run can be repeated; where the whole is asked for (`npm run bench`) each run tries its own. */
import fc from 'fast-check'
import { IS_WHOLE } from './sample.ts'

if (!IS_WHOLE) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20261126 })
