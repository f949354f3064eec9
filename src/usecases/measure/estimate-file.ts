/** Files of tables → what is estimated of those nobody saw, worked out in a thread; nothing is stored. */
import type { Draws, SightingTable } from '../../core/estimate/capture.ts'
import { type Estimation, isMethod, METHODS, type Method } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { recordsOf } from '../../document/csv.ts'
import { decode } from '../../document/encoding.ts'
import { USUAL_METHODS } from '../../measure/estimate/estimate.ts'
import { joinDraws, readTables } from '../../measure/estimate/read-table.ts'
import { type EstimateSettings, parseSettings } from '../../measure/estimate/settings.ts'
import { estimateApart, type Watch } from './estimate-apart.ts'

export type TableFile = { readonly name: string; readonly bytes: Uint8Array }
export type Asked = { readonly methods: readonly string[]; readonly settings: readonly string[] }
export type EstimatedFile = {
  readonly table: { readonly lists: readonly string[]; readonly draws: number }
  readonly estimation: Estimation
  /** Lines that speak of people on no list and say 0 or nothing of them. */
  readonly empty: readonly number[]
}

/** Refuses with the faults of `readTables` and `joinDraws`, and with `estimate.setting`. */
export async function estimateFile(
  files: readonly TableFile[],
  asked: Asked,
  rules: EstimateRules,
  watch: Watch = {},
): Promise<EstimatedFile> {
  const read = files.map(({ name, bytes }) => {
    const rows = recordsOf(decode(bytes, { html: false })).filter((one) =>
      one.cells.some((cell) => cell.words.trim() !== ''),
    )
    if (rows.length === 0) throw refuse('input.empty', {}, name)
    return { name, ...readTables(name, rows, rules) }
  })
  const draws = joinDraws(read)
  const { methods, settings } = askedOf(asked, draws)
  const estimation = await estimateApart({ draws, methods, settings, rules }, watch)
  const lists = draws[0].kind === 'histories' ? draws[0].lists : []
  return { table: { lists, draws: draws.length }, estimation, empty: read.flatMap((one) => one.empty) }
}

/** Methods and settings as typed, checked against the table. */
export function askedOf(
  asked: Asked,
  [table]: Draws<SightingTable>,
): { readonly methods: readonly Method[]; readonly settings: EstimateSettings } {
  const named = asked.methods.flatMap((one) => one.split(',')).map((one) => one.trim())
  const { settings, wrong } = parseSettings(asked.settings)
  const lists = table.kind === 'histories' ? table.lists : []
  const strange = Array.isArray(settings.terms)
    ? settings.terms.flat().filter((name: string) => !lists.includes(name))
    : []
  const faults: readonly Fault[] = [
    ...named
      .filter((one) => one !== 'all' && !isMethod(one))
      .map((value) => ({ key: '--method', value, allowed: ['all', ...METHODS].join(', ') })),
    ...wrong,
    ...strange.map((value: string) => ({ key: 'terms', value, allowed: lists.join(', ') })),
    ...settings.without
      .filter((one) => one.length !== lists.length)
      .map((value) => ({ key: 'without', value, allowed: '1'.repeat(lists.length) })),
  ].map((params) => ({ code: 'estimate.setting' as const, params }))
  if (faults.length > 0) throw new Refusal(faults)
  const methods = named.includes('all') ? METHODS : METHODS.filter((one) => named.includes(one))
  return { methods: methods.length === 0 ? USUAL_METHODS : methods, settings }
}
