/** A text that stands in every language, each written on its own: what teaches is not shown half-translated. */
import type { Language } from '../language.ts'

export type Told<Text = string> = Readonly<Record<Language, Text>>
