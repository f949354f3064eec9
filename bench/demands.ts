/** Two shared reports with the places of their recommendations → how many of them the rules propose, and how much besides. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadPack } from '../src/adapters/load-pack.ts'
import { loadReading } from '../src/adapters/load-reading.ts'
import { type Fault, Refusal } from '../src/core/faults.ts'
import { readDocument } from '../src/document/read.ts'
import { demandsIn } from '../src/extract/demands.ts'

const root = resolve(import.meta.dirname, '..')
const reports = join(process.env.AIGAQ_SHARED ?? resolve(root, '../shared'), 'reports')
if (!existsSync(reports)) {
  console.log('SHARED REPORTS ABSENT: NOT MEASURED (set AIGAQ_SHARED to the folder that holds reports/)')
  process.exit(2)
}
/** The first two words of each recommendation, in their order: 13 of a briefing; eight objections and one call of an open letter. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '001': (
    'Immediately and|Ensure that|Substantially amend|Repeal Article|Repeal Article|Respect and|Implement fully|Implement the|' +
    'Implement UPR|Include human|Ensure that|Ensure that|Consider invoking'
  ).split('|'),
  '004': (
    'Introduces unjustified|Retains the|Provides for|Allows for|Stipulates that|Provides for|Increases liability|' +
    'Prohibits spontaneous|Signatories to'
  ).split('|'),
  '000': [],
  '003': [],
}
const faults: Fault[] = []
const pack = loadPack(root, 'kz', faults)
if (!pack) throw new Refusal(faults)
const reading = loadReading(root)
for (const [doc, expected] of Object.entries(EXPECTED)) {
  const bytes = readFileSync(join(reports, `${doc}.txt`))
  const document = await readDocument(bytes, {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: `${doc}.txt`,
  })
  const begun = process.cpuUsage()
  const proposed = demandsIn(document, pack, reading)
  const spent = process.cpuUsage(begun)
  const left = [...expected]
  const wrong = proposed.filter(({ span }) => {
    const first = document.text.slice(span.start, span.end).split(/\s+/).slice(0, 2).join(' ')
    const at = left.indexOf(first)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const named = proposed.filter((one) => one.addressees.length > 0).length
  console.log(
    `${doc}: ${expected.length - left.length} of ${expected.length} recommendations proposed, ${wrong.length} false, ${named} with an addressee, ${Math.round(spent.user / 1000)} ms of CPU`,
  )
  for (const one of left) console.log(`  missed: ${one} …`)
  for (const { span } of wrong) console.log(`  false: ${document.text.slice(span.start, span.start + 60)} …`)
}
