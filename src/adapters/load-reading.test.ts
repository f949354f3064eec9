/** A reading with a fault is refused whole, with every fault and its place. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { Refusal } from '../core/faults.ts'
import { loadReading } from './load-reading.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = 'packs/lang/en/read'

test('the English reading loads, and every id stands once', () => {
  const reading = loadReading(root)
  const ids = [...reading.acts, ...reading.penalties, ...reading.freedoms, ...reading.guards].map(
    (one) => one.id,
  )
  expect(new Set(ids).size).toBe(ids.length)
})

test('a broken pattern and a missing file are both named', () => {
  const copy = mkdtempSync(join(tmpdir(), 'aigaq-'))
  cpSync(join(root, files), join(copy, files), { recursive: true })
  const acts = join(copy, files, 'acts.yaml')
  writeFileSync(acts, readFileSync(acts, 'utf8').replace('id: detention-verb@1', 'id: detention verb'))
  writeFileSync(join(copy, files, 'guards.yaml'), 'guards: [{}]\n')
  const refused = (): unknown => {
    try {
      return loadReading(copy)
    } catch (reason) {
      return reason
    }
  }
  const reason = refused()
  expect(reason).toBeInstanceOf(Refusal)
  const where = reason instanceof Refusal ? reason.faults.map((one) => one.where ?? '') : []
  expect(where.some((one) => one.includes('acts.yaml'))).toBe(true)
  expect(where.some((one) => one.includes('guards.yaml'))).toBe(true)
})
