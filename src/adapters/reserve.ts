/**
 * A data folder in; room in it that nothing is written to, given up when the disk is full and somebody has to be taken out or the house shut, out.
 * It holds chance, not zeros: some disks keep zeros in no room at all.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from './whole-file.ts'

const MEBIBYTE = 1024 * 1024
const RESERVE = 64 * MEBIBYTE
/** With less than this, a step may fail that takes somebody out. */
const ENOUGH = 16 * MEBIBYTE
/** Kept only where it is a small part of what is free. */
const PLENTY = 10 * RESERVE

const reserveIn = (folder: string): string => join(folder, 'reserve')
/** In bytes, for whoever is not root. */
const freeIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Makes it where it is missing and there is plenty. Returns whether it is there. */
export function keepReserve(folder: string, free: (folder: string) => number = freeIn): boolean {
  if (existsSync(reserveIn(folder))) return true
  if (free(folder) < PLENTY) return false
  writeDurably(reserveIn(folder), randomBytes(RESERVE))
  return true
}

/** Before a step that protects somebody: gives the room up if the disk is as good as full. Returns whether it did. */
export function makeRoom(folder: string, free: (folder: string) => number = freeIn): boolean {
  if (!existsSync(reserveIn(folder)) || free(folder) >= ENOUGH) return false
  rmSync(reserveIn(folder), { force: true })
  return true
}
