/** Where a file came from, what was made of it, what left, and what proves it: the custody sheet of one file. */
import type { Stamped } from './time-stamp.ts'

export type CustodySheet = {
  /** Of the bytes as received, in hex; the file is kept under this name and never changed. */
  readonly sha256: string
  readonly bytes: number
  readonly name: string
  readonly mediaType: string
  /** destroyed: it named somebody who was forgotten. */
  readonly state: 'whole' | 'missing' | 'altered' | 'destroyed'
  readonly received: CustodyStep
  /** Who told it, as recorded; several where organisations hold the same file. */
  readonly from: readonly {
    readonly title: string
    readonly publisher: string | null
    readonly collector: string | null
  }[]
  /** Texts that were read out of it; the file itself stays as it is. */
  readonly derived: readonly (CustodyStep & {
    readonly document: string
    readonly reader: string
    readonly language: string
    /** Of the text as it stands today, in UTF-8. */
    readonly sha256: string
    readonly isErasedIn: boolean
  })[]
  /** Copies of records told by it that somebody took away. */
  readonly taken: readonly (CustodyStep & {
    readonly format: string
    readonly audience: string
    readonly sha256: string
  })[]
  /** When the house last read the file again by itself, and what it found; null: not yet. */
  readonly reread: {
    readonly entry: number
    readonly at: string
    readonly found: 'whole' | 'missing' | 'altered' | 'lingering'
  } | null
  /** Copies of the file itself, made for others without what it says of its maker. */
  readonly copies: readonly (CustodyStep & {
    readonly sha256: string
    readonly cleaner: string
    readonly reason: string
  })[]
  /** Who opened the file as received at the desk, in the order of time: kept beside the log, where it can be erased. */
  readonly views: readonly { readonly at: string; readonly by: string }[]
  /** Null: the entry that brought it in was not signed yet. */
  readonly signed: {
    readonly entries: number
    readonly at: string
    readonly witnesses: readonly string[]
    /** The lines that were signed, and stamped. */
    readonly checkpoint: string
  } | null
  /** What authorities elsewhere signed of the time at which the file, or the log with it, was there. */
  readonly stamps: readonly {
    readonly stamped: Stamped
    readonly authority: string
    readonly at: string
    /** As RFC 3161 has it, in base64: checked without this house. */
    readonly token: string
  }[]
}
/** An entry of the log: its number, when, and whose. */
export type CustodyStep = { readonly entry: number; readonly at: string; readonly by: string }
