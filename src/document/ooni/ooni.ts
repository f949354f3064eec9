/** Bytes of OONI data (JSON, or JSON line by line) in, the text that tells their counts out; or every fault with line and path. */
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import type { Reading } from '../txt.ts'
import { type At, faultAt, refuseAt } from './json-path.ts'
import { lineCutter } from './lines.ts'
import { eachMeasured } from './measured.ts'
import { openTally, type Tally } from './tally.ts'
import { tell } from './tell.ts'

/** One measurement has seldom a megabyte; a list of them, or an aggregation, is one value. */
const LONGEST = 20 * 1024 * 1024
/** As many faults as anybody mends at once. */
const MOST_TOLD = 50

const KEYS =
  /"(?:test_keys|raw_measurement|measurement_start_time|measurement_count|probe_asn|observation_count|loni(?:\.\w+)?)\\?"\s*:/
const HEAD = 262_144

/** JSON that has OONI's fields, whatever the file is called. */
export function looksLikeOoni(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replace(/^ï»¿/, '')
  return /^\s*[[{]/.test(head) && KEYS.test(head)
}

export type OoniReader = {
  readonly push: (chunk: Uint8Array) => void
  /** What the chunks hold together; throws with every fault found. */
  readonly end: () => Tally
}

/** For files of any length: a line is read and forgotten. */
export function openOoni(most?: number): OoniReader {
  const tally = openTally(most)
  const faults: Fault[] = []
  const note = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      faults.push(...error.faults)
      if (faults.length >= MOST_TOLD || error.code === 'ooni.too-many') throw told(faults)
    }
  }
  const cutter = lineCutter(LONGEST, (line) => refuseAt('ooni.value', { value: null, line, path: '' }))
  const take = (line: Uint8Array, number: number): void =>
    note(() => eachMeasured(parsed(line, number), tally.add))
  return {
    push: (chunk) => cutter.push(chunk, take),
    end: () => {
      cutter.end(take)
      if (faults.length > 0) throw told(faults)
      return tally
    },
  }
}

const told = (faults: readonly Fault[]): Refusal => new Refusal(faults.slice(0, MOST_TOLD))

/**
 * T13: an address of a volunteer must not come in, wherever it stands: in a header, a row that is only kept, a text inside a
 * text. Probes write 127.0.0.1 in its place.
 */
const ADDRESS = /probe_ip\\*"\s*:(?!\s*(?:null\b|\\*"(?:127\.0\.0\.1)?\\*"))/

function parsed(bytes: Uint8Array, line: number): At {
  const at = { value: null, line, path: '' }
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    value = JSON.parse(text)
  } catch (error) {
    throw new Refusal([faultAt('input.json', at, { problem: problemOf(error) })])
  }
  if (ADDRESS.test(text)) throw refuseAt('ooni.probe-ip', { ...at, path: 'probe_ip' })
  return { ...at, value }
}

/** The engine repeats the words that it could not read; they may be long and are whoever's. */
const problemOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/[,:]? ?(?:\.\.\.)?["'].*$/s, '').slice(0, 80) : 'JSON'

/** Null for what is no JSON. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return null
  }
}

/** A value that goes over many lines is one value; else each line is one. */
export function readOoni(bytes: Uint8Array): Reading {
  const lineEnd = bytes.indexOf(10)
  const isOne = lineEnd < 0 || (jsonIn(bytes.subarray(0, lineEnd)) === null && jsonIn(bytes) !== null)
  if (isOne) {
    const tally = openTally()
    eachMeasured(parsed(bytes, 1), tally.add)
    return textOf(tally)
  }
  const reader = openOoni()
  reader.push(bytes)
  return textOf(reader.end())
}

export function textOf(tally: Tally): Reading {
  if (tally.days().length === 0 && tally.kept() === 0) throw refuse('input.empty')
  return tell(tally)
}
