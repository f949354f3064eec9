/** An instant of the log in, the day in the reader’s words and the time of day out; the house lives by UTC. */
import type { Language } from '../../core/language.ts'
import { dayIn } from '../../publish/telling/when.ts'

export const momentIn = (iso: string, language: Language): string =>
  `${dayIn(iso.slice(0, 10), language)}, ${iso.slice(11, 16)} UTC`
