/** The notes or comments of a Word file → the words of each, by its id. */
import { isWord, LINES, SKIPPED } from '../docx-story.ts'
import { readXml } from '../xml.ts'

type Told = { words: string; readonly author: string | null }

export function readTold(
  bytes: Uint8Array | undefined,
  kind: 'footnote' | 'endnote' | 'comment',
  count: (words: string) => void,
): ReadonlyMap<string, Readonly<Told>> {
  const all = new Map<string, Told>()
  if (!bytes) return all
  let now: Told | null = null
  let skipping = 0
  let inText = false
  readXml(bytes, {
    open: (tag) => {
      if (skipping > 0 || SKIPPED.test(tag.name)) {
        skipping += 1
        return
      }
      if (!isWord(tag)) return
      if (tag.name === kind) {
        now = { words: '', author: tag.attribute('author') }
        all.set(tag.attribute('id') ?? '', now)
      } else if (tag.name === 't') inText = true
      else if (now && tag.name === 'p' && now.words !== '') now.words += '\n'
      else if (now) now.words += LINES[tag.name] ?? ''
    },
    close: (tag) => {
      if (skipping > 0) skipping -= 1
      else if (isWord(tag) && tag.name === 't') inText = false
      else if (isWord(tag) && tag.name === kind) now = null
    },
    text: (words) => {
      if (!now || !inText || skipping > 0) return
      count(words)
      now.words += words
    },
  })
  for (const one of all.values()) one.words = one.words.trim()
  return all
}
