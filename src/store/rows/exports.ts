/** Copies that somebody asked for, agreed to and took. */
import type { Appended } from './appended.ts'

/** A copy that somebody asked for. `audience`: the form it has; `ends`: the last day it can be taken, and must be destroyed by. */
export type ExportRow = Appended & {
  id: string
  organisation: string
  audience: string
  ids: readonly string[]
  reason: string
  asked_by: string
  asked_at: string
  ends: string
  needs_two: boolean
}
export type ExportConsentRow = Appended & { export: string; by: string; at: string }
/** A copy that was made: what it held is known by its hash. */
export type ExportTakenRow = Appended & {
  export: string
  by: string
  at: string
  format: string
  records: number
  sha256: string
}
