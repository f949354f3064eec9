/** Shared reports and annotations → field F1 and macro F1 of the extraction, by the annotations' own scorer; freedoms by ours. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadCodebook } from '../src/adapters/load-codebook.ts'
import { loadPack } from '../src/adapters/load-pack.ts'
import { loadReading } from '../src/adapters/load-reading.ts'
import { type Fault, Refusal } from '../src/core/faults.ts'
import { readDocument } from '../src/document/read.ts'
import { extract } from '../src/extract/extract.ts'
import { toRecord } from '../src/extract/to-record.ts'
import { freedomsScore } from './freedoms.ts'

const root = resolve(import.meta.dirname, '..')
const shared = process.env.AIGAQ_SHARED ?? resolve(root, '../shared')
const gold = join(shared, 'gold/dev.jsonl')
if (!existsSync(gold)) {
  console.log(
    'SHARED GOLD ABSENT: NOT MEASURED (set AIGAQ_SHARED to the folder that holds gold/ and reports/)',
  )
  process.exit(2)
}

const faults: Fault[] = []
const pack = loadPack(root, 'kz', faults)
const codebook = loadCodebook(root, faults)
if (!pack || !codebook) throw new Refusal(faults)
const reading = loadReading(root)

const docs = [
  ...new Set(
    readFileSync(gold, 'utf8')
      .trim()
      .split('\n')
      .map((line) => String(JSON.parse(line).doc)),
  ),
]
const lines: string[] = []
for (const doc of docs) {
  const bytes = readFileSync(join(shared, 'reports', `${doc}.txt`))
  const document = await readDocument(bytes, {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: `${doc}.txt`,
  })
  const begun = performance.now()
  const { drafts, mentions } = extract(document, { pack, codebook, reading, asOf: null })
  console.log(
    `${doc}: ${drafts.length} incidents, ${mentions.length} mentions, ${Math.round(performance.now() - begun)} ms, ${bytes.length} bytes`,
  )
  lines.push(...drafts.map((draft, index) => JSON.stringify(toRecord(doc, document, draft, index))))
}
const out = process.argv[2] ?? join(mkdtempSync(join(tmpdir(), 'aigaq-')), 'predicted.jsonl')
writeFileSync(out, `${lines.join('\n')}\n`)
console.log(
  execFileSync('python3', [join(shared, 'gold/score.py'), gold, out, '--partial', '--errors', '12'], {
    encoding: 'utf8',
  }),
)
console.log(
  freedomsScore(
    readFileSync(gold, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    lines.map((line) => JSON.parse(line)),
  ),
)
