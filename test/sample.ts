/** Which part of many things alike a test takes: always the same part, and all of them where `AIGAQ_WHOLE=1` asks for it (`npm run bench`). */
import { createHash } from 'node:crypto'

export const IS_WHOLE = process.env.AIGAQ_WHOLE === '1'

/** One of `of` by its name, so that whatever comes beside it changes nothing. */
export const isTaken = (name: string, of: number): boolean =>
  IS_WHOLE || (createHash('sha256').update(name).digest()[0] ?? 0) % of === 0

/** Every `of`-th, beginning with the one at `from`: parts from 0 to `of - 1` make up all of them. */
export const part = <T>(all: readonly T[], of: number, from: number): readonly T[] =>
  IS_WHOLE ? all : all.filter((_, at) => at % of === from)
