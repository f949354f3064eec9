/** A plan in; how its texts for people read, by line and field, out. */
import { isLanguage, type Language } from '../../core/language.ts'
import { type Plan, said } from '../../core/plan/plan.ts'
import { type Readability, readabilityOf } from '../../core/readability/readability.ts'
import { languageOf } from '../../document/language.ts'

/** Fields whose words somebody has to understand; a message has a field for each language. */
const READ_OUT: Readonly<Record<string, readonly string[]>> = {
  problem: ['what', 'evidence'],
  goal: ['text'],
  message: ['kk', 'ru', 'en'],
  prototype: ['text'],
}

/** Keys are `line field`. */
export function readsOut({ lines }: Plan, part: string): ReadonlyMap<string, Readability> {
  const read = new Map<string, Readability>()
  for (const line of lines.values())
    for (const field of line.part === part ? (READ_OUT[part] ?? []) : []) {
      const text = said(line, field)
      const language = isLanguage(field)
        ? field
        : isLanguage(said(line, 'language'))
          ? (said(line, 'language') as Language)
          : guessed(text)
      if (text !== '' && language !== null) read.set(`${line.id} ${field}`, readabilityOf(text, language))
    }
  return read
}

/** Null: in none of the three, so that nothing is said of it. */
function guessed(text: string): Language | null {
  try {
    return languageOf(text)
  } catch {
    return null
  }
}
