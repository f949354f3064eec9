/** The short texts of this folder → field F1 and macro F1 of the extraction on texts its rules were not written from. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { loadCodebook } from '../../src/adapters/load-codebook.ts'
import { loadPack } from '../../src/adapters/load-pack.ts'
import { loadReading } from '../../src/adapters/load-reading.ts'
import { type Fault, Refusal } from '../../src/core/faults.ts'
import { NO_PACK } from '../../src/core/pack.ts'
import { readDocument } from '../../src/document/read.ts'
import { extract } from '../../src/extract/extract.ts'
import { toRecord } from '../../src/extract/to-record.ts'
import { goldRecord, type Short } from './gold.ts'

type Case = {
  readonly id: string
  readonly asOf?: string
  readonly text: string
  readonly gold: readonly Short[]
}

const root = resolve(import.meta.dirname, '../..')
const scorer = join(process.env.AIGAQ_SHARED ?? resolve(root, '../shared'), 'gold/score.py')
const faults: Fault[] = []
const kz = loadPack(root, 'kz', faults)
const codebook = loadCodebook(root, faults)
if (!kz || !codebook) throw new Refusal(faults)
const readings = { en: loadReading(root, 'en'), ru: loadReading(root, 'ru'), kk: loadReading(root, 'kk') }

const out = mkdtempSync(join(tmpdir(), 'aigaq-unseen-'))
const HALVES = [
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'],
  ...['ru-a', 'ru-b', 'ru-c', 'ru-d', 'ru-e', 'ru-f', 'ru-g'],
  ...['kk-a', 'kk-b', 'kk-c', 'kk-d'],
]
/** Sets on other countries alone, read without knowing any. */
const ABROAD = new Set(['c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'])
for (const half of process.argv[2]?.split(',') ?? HALVES) {
  const file = join(import.meta.dirname, `${half}.yaml`)
  if (!existsSync(file)) continue
  const cases: readonly Case[] = parse(readFileSync(file, 'utf8'))
  const gold: string[] = []
  const told: string[] = []
  for (const { id, asOf, text, gold: short } of cases) {
    const document = await readDocument(new TextEncoder().encode(text), {
      sha256: 'ab'.repeat(32),
      name: `${id}.${/^# /m.test(text) ? 'md' : 'txt'}`,
    })
    const { drafts } = extract(document, {
      pack: ABROAD.has(half) ? NO_PACK : kz,
      codebook,
      reading: readings[document.language],
      asOf: asOf ?? null,
    })
    gold.push(...short.map((one, index) => JSON.stringify(goldRecord(id, document.text, one, index))))
    told.push(...drafts.map((draft, index) => JSON.stringify(toRecord(id, document, draft, index))))
  }
  const [goldFile, toldFile] = [join(out, `${half}.gold.jsonl`), join(out, `${half}.told.jsonl`)]
  writeFileSync(goldFile, `${gold.join('\n')}\n`)
  writeFileSync(toldFile, `${told.join('\n')}\n`)
  console.log(`half ${half}: ${cases.length} texts; ${goldFile} ${toldFile}`)
  if (existsSync(scorer))
    console.log(execFileSync('python3', [scorer, goldFile, toldFile, '--errors', '40'], { encoding: 'utf8' }))
  else {
    console.log('SHARED SCORER ABSENT: NOT MEASURED (set AIGAQ_SHARED)')
    process.exitCode = 2
  }
}
