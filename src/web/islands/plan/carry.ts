/** A plan in, one sealed file that somebody carries out; and the file of another table in, what came of it out. */
import { MOST_FILE, openPlanFile, sealPlanFile } from '../../../adapters/sealed/plan-file.ts'
import { joinedEntries, type PlanEntry } from '../../../core/plan/entry.ts'
import { planFile, type ReadPlan, readPlanFile } from '../../../core/plan/file.ts'
import { dayOf } from '../installed/day-of.ts'
import { said } from '../installed/said.ts'
import { keepEntries, type Table } from './table.ts'

/** A name that says nothing but the day; four signs of chance keep the files of a day apart. */
export async function carriedFile({ plan, words, entries }: Table): Promise<File> {
  const sealed = await sealPlanFile(planFile(plan, entries.values()), words)
  const name = `${dayOf(new Date())}-${crypto.randomUUID().slice(0, 4)}.plan`
  return new File([sealed.slice()], name, { type: 'application/octet-stream' })
}

/** `told`: why nothing of it was taken, in the words of the page. */
export type CameIn =
  | { readonly kind: 'read'; readonly plan: string; readonly entries: readonly PlanEntry[] }
  | { readonly kind: 'not'; readonly told: string }

/** `expected`: the plan that this table works on; null: whichever it is. */
export async function readCarried(file: File, words: string, expected: string | null): Promise<CameIn> {
  if (file.size > MOST_FILE) return { kind: 'not', told: said('no-file') }
  const opened = await openPlanFile(new Uint8Array(await file.arrayBuffer()), words)
  if (opened.kind === 'words') return { kind: 'not', told: said('wrong-words') }
  if (opened.kind === 'none') return { kind: 'not', told: said('no-file') }
  const read = readPlanFile(opened.text, expected)
  const told = faultsTold(read)
  if (told !== null || read.plan === null) return { kind: 'not', told: told ?? said('no-file') }
  return { kind: 'read', plan: read.plan, entries: read.entries }
}

/** Lines that are told one by one; a file with more is broken as a whole. */
const FEW = 5
function faultsTold({ plan, faults }: ReadPlan): string | null {
  if (faults.length === 0) return null
  if (plan === null) return said('no-file')
  if (faults.some((one) => one.what === 'plan' && one.line === 1)) return said('other-plan')
  const lines = faults
    .slice(0, FEW)
    .map(({ line, what }) => said('where', { line, what: said(`fault.${what}`) }))
  return [said('faulty', { n: faults.length }), ...lines].join(' ')
}

export async function takeIn(table: Table, file: File): Promise<string> {
  const came = await readCarried(file, table.words, table.plan)
  if (came.kind === 'not') return came.told
  const { fresh, changed } = joinedEntries(table.entries, came.entries)
  await keepEntries(table, fresh)
  return [
    fresh.length === 0 ? said('nothing-new') : said('taken', { n: fresh.length }),
    ...(changed.length > 0 ? [said('changed', { n: changed.length })] : []),
  ].join(' ')
}
