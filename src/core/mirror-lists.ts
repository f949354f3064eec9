/** The files of a copy in, lists of them out, each naming the fingerprints of those below it: one signature covers all, and a list that has not changed is not sent again. */
import type { ListedFile } from './mirror.ts'

/** Files by themselves, and lists of the files whose paths begin alike. */
export type FileList = {
  readonly files: readonly ListedFile[]
  readonly lists: readonly { readonly begins: string; readonly sha256: string }[]
}
export type WrittenList = { readonly begins: string; readonly text: string }

/** A list holds about so many files; smaller ones are part of the list above them. */
const [MOST, FEWEST] = [48, 8]

/** Where a list stands in the copy: `en/i/kz-2020` → `lists/en/i/kz-2020~.json`. No folder has the name of a list. */
export const listPath = (begins: string): string => `lists/${begins}~.json`

/** One text for one list, whatever order its files were written in. */
export function listText({ files, lists }: FileList): string {
  const lines = (all: readonly object[]): string => all.map((one) => JSON.stringify(one)).join(',\n')
  const listed = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }))
  return `"files":[\n${lines(listed)}\n],"lists":[\n${lines(lists)}\n]`
}

/** The list of all files, and the lists below it from the deepest up. `sha256` in hex, of a text in UTF-8. */
export function listsOf(
  files: readonly ListedFile[],
  sha256: (text: string) => string,
): { readonly top: FileList; readonly below: readonly WrittenList[] } {
  const below: WrittenList[] = []
  const made = (sorted: readonly ListedFile[]): FileList => {
    if (sorted.length <= MOST) return { files: sorted, lists: [] }
    const own: ListedFile[] = []
    const lists: { begins: string; sha256: string }[] = []
    for (const [begins, some] of grouped(sorted)) {
      if (some.length < FEWEST) own.push(...some)
      else {
        const text = `{${listText(made(some))}}\n`
        below.push({ begins, text })
        lists.push({ begins, sha256: sha256(text) })
      }
    }
    return { files: own, lists }
  }
  return { top: made([...files].sort((a, b) => (a.path < b.path ? -1 : 1))), below }
}

/** By what all begin with and one letter more, so that a new file changes the lists above it and no others. */
function grouped(sorted: readonly ListedFile[]): ReadonlyMap<string, readonly ListedFile[]> {
  const [first, last] = [sorted[0]?.path ?? '', sorted.at(-1)?.path ?? '']
  let same = 0
  while (same < first.length && first[same] === last[same]) same += 1
  const groups = new Map<string, ListedFile[]>()
  for (const file of sorted) {
    const begins = file.path.slice(0, same + 1)
    const group = groups.get(begins)
    if (group) group.push(file)
    else groups.set(begins, [file])
  }
  return groups
}
