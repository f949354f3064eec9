/** Names, all spellings of one person in one list, in; whose whole name stands in a text, out. Exact: what is bent by grammar or stands alone as a surname is not looked for. */
import { readable } from './shown-words.ts'

export type WholeNames = {
  /** `text`: as `readable` gives it. Each person is told by the first of their spellings. */
  readonly in: (text: string) => ReadonlySet<string>
}

export function wholeNames(people: readonly (readonly string[])[]): WholeNames {
  const byFirst = new Map<string, { readonly words: string; readonly of: string }[]>()
  for (const spellings of people)
    for (const one of spellings) {
      const words = readable(one)
      // A single word is many people's, and many things'.
      if (!/\S \S/.test(words)) continue
      const first = words.trim().split(' ')[0] ?? ''
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, of: spellings[0] ?? one }])
    }
  return {
    in: (text) => {
      const found = new Set<string>()
      for (let at = text.indexOf(' '); at >= 0 && at < text.length - 1; at = text.indexOf(' ', at + 1)) {
        const end = text.indexOf(' ', at + 1)
        for (const one of byFirst.get(text.slice(at + 1, end < 0 ? undefined : end)) ?? [])
          if (text.startsWith(one.words, at)) found.add(one.of)
      }
      return found
    },
  }
}
