/** Throws the derived tiers away and makes them anew; says of each table whether the same came out. */

import { DERIVED } from '../store/kinds-of-tables.ts'
import { digest } from '../store/verify.ts'
import type { Context } from './context.ts'
import { type Refreshed, refresh } from './refresh.ts'
import { type Comparison, contentOf } from './replay.ts'

export type Rebuilt = Refreshed & { readonly tables: readonly Comparison[]; readonly same: boolean }

export async function rebuild(context: Context): Promise<Rebuilt> {
  const before = new Map<string, string>()
  for (const table of DERIVED) before.set(table, digest(await contentOf(context.store, table)))
  const refreshed = await refresh(context)
  const tables: Comparison[] = []
  for (const table of DERIVED) {
    const rows = await contentOf(context.store, table)
    tables.push({ table, rows: rows.length, same: digest(rows) === before.get(table) })
  }
  return { ...refreshed, tables, same: tables.every((one) => one.same) }
}
