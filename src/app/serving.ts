/** What a server of pages needs besides the house: pictures, scripts for browsers, the gate before public forms. */
import { browserScript } from '../adapters/browser-script.ts'
import { cardPainter, type Painter } from '../adapters/card-painter.ts'
import { type FormGate, formGate } from '../adapters/form-gate.ts'
import { forgetOffers } from '../adapters/one-time-codes.ts'
import { type Config, ROOT } from '../config.ts'

/** Draws the pictures by which pages are passed on. */
export const openPainter = (): Painter => cardPainter(ROOT)

/** A script of an island with the packages it needs, as a browser runs it. */
export const scriptFor = (entry: `web/islands/${string}.ts`): Promise<string> => browserScript(entry)

export type { FormGate }

/** What stands before a public form; `perMinute`: how many are usual. */
export const openGate = ({ work }: Pick<Config, 'work'>, form: string, perMinute: number): FormGate =>
  formGate({ form, bits: work, perMinute })

/** Secrets that were offered and not taken up: nobody can take them up now. */
export const forgetSecrets = (): unknown => forgetOffers()
