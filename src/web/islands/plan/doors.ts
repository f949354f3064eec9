/** The words of the day in, an open table out: begun anew, begun from the file of another table, or opened again. */
import { CHANCE_OF_WORDS, faultsOfDayWords, newDayWords } from '../../../core/plan/day-words.ts'
import { joinedEntries, type PlanEntries } from '../../../core/plan/entry.ts'
import { at, said } from '../installed/said.ts'
import { readCarried } from './carry.ts'
import { beginTable, openTable, type Table } from './table.ts'

export type Came =
  | { readonly kind: 'open'; readonly table: Table }
  | { readonly kind: 'not'; readonly told: string }
const not = (told: string): Came => ({ kind: 'not', told })

export async function begin(form: HTMLFormElement): Promise<Came> {
  const data = new FormData(form)
  const [words, by, file] = [String(data.get('words')), String(data.get('table')).trim(), data.get('file')]
  if (by === '') return not(said('no-table'))
  if (!(file instanceof File) || file.size === 0) {
    if (faultsOfDayWords(words).length > 0) return not(said('weak-words'))
    return started(words, { plan: crypto.randomUUID(), by }, new Map())
  }
  const came = await readCarried(file, words, null)
  if (came.kind === 'not') return came
  // A plan that a desk gave out unsealed is sealed here, under these words.
  if (faultsOfDayWords(words).length > 0) return not(said('weak-words'))
  return started(words, { plan: came.plan, by }, joinedEntries(new Map(), came.entries).entries)
}

async function started(
  words: string,
  named: { readonly plan: string; readonly by: string },
  entries: PlanEntries,
): Promise<Came> {
  try {
    return { kind: 'open', table: await beginTable(words, named, entries) }
  } catch (error) {
    // Begun in another window of this device meanwhile.
    if (error instanceof DOMException && error.name === 'ConstraintError') return not(said('device-taken'))
    throw error
  }
}

export async function openAgain(form: HTMLFormElement): Promise<Came> {
  const table = await openTable(String(new FormData(form).get('words')))
  return table ? { kind: 'open', table } : not(said('wrong-words'))
}

at('#make-words')?.addEventListener('click', () => {
  const field = at<HTMLInputElement>('#begin [name=words]')
  if (field) field.value = newDayWords(crypto.getRandomValues(new Uint8Array(CHANCE_OF_WORDS)))
})
