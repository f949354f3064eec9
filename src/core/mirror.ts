/** What a copy of the public site says of itself: every file with its fingerprint, whose key signed it, and when. */

import { type FileList, listText } from './mirror-lists.ts'

export type MirrorFile = { readonly path: string; readonly bytes: Uint8Array }

export type ListedFile = {
  /** Relative, with `/` between folders. */
  readonly path: string
  readonly bytes: number
  /** SHA-256 in hex. */
  readonly sha256: string
}

export type Manifest = {
  /** 1: one list of all files; 2: lists of lists; 3: with a number. */
  readonly format: 'aigaq-mirror@1' | 'aigaq-mirror@2' | 'aigaq-mirror@3'
  /** The day it was made. */
  readonly made: string
  /** Greater than that of every copy of this key before; null: of a format that had none. */
  readonly number: number | null
  /** Where the site itself is; empty when it has no address. */
  readonly origin: string
  /** The Ed25519 key that signed it: its 32 bytes in base64. */
  readonly key: string
  readonly files: readonly ListedFile[]
}

/** Stand beside the files and are listed in no manifest. */
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'

/** The one text that is signed, with the list that stands above all others; equal copies have equal texts. */
export function manifestText({ format, made, number, origin, key }: Manifest, top: FileList): string {
  return `${JSON.stringify({ format, made, number, origin, key }).slice(0, -1)},${listText(top)}}\n`
}

/** What changed from one copy to the next. */
export type Changes = { readonly written: readonly ListedFile[]; readonly removed: readonly string[] }
export function changesFrom(old: Manifest, now: Manifest): Changes {
  const before = new Map(old.files.map((one) => [one.path, one.sha256]))
  const there = new Set(now.files.map((one) => one.path))
  return {
    written: now.files.filter((one) => before.get(one.path) !== one.sha256),
    removed: old.files.map((one) => one.path).filter((path) => !there.has(path)),
  }
}

/** A path that stays inside the folder it is unpacked into, on any system. */
export const isPlainPath = (path: string): boolean =>
  path.length <= 1_000 &&
  !/[\\:*?"<>|\p{Cc}]/u.test(path) &&
  path.split('/').every((step) => step !== '' && !/^\.|\.$/.test(step))

/** Groups of four, to be read aloud or compared with a printed card. */
export const inGroups = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? ''
