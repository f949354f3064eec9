/** Real reports in, every proposed draft accepted with nobody's basis recorded; annotated names that a guest could still read out. Must be 0. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { closeTestStores } from '../src/store/test-stores.ts'
import { acceptDraft } from '../src/usecases/accept-draft.ts'
import { importReport } from '../src/usecases/import-report.ts'
import { replayDecisions } from '../src/usecases/replay-decisions.ts'
import { crawl } from '../test/crawl.ts'
import { openTestServer } from '../test/server.ts'
import { aSource, emptyWorld, siteOf } from '../test/world.ts'

const shared = process.env.AIGAQ_SHARED ?? resolve(import.meta.dirname, '../../shared')
if (!existsSync(join(shared, 'gold/dev.jsonl'))) {
  console.log('SHARED REPORTS ABSENT: LEAKS OF REAL REPORTS NOT MEASURED (set AIGAQ_SHARED)')
  process.exit(2)
}

type Annotated = {
  readonly doc: string
  readonly people: readonly { readonly name: string; readonly aliases?: readonly string[] }[]
}
const gold = readFileSync(join(shared, 'gold/dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Annotated)

const server = await openTestServer()
const world = await emptyWorld()
let records = 0
for (const doc of ['001', '002', '004']) {
  const bytes = new Uint8Array(readFileSync(join(shared, 'reports', `${doc}.txt`)))
  const { drafts } = await importReport(world, {
    bytes,
    name: `${doc}.txt`,
    country: 'kz',
    source: aSource({ title: `Report ${doc}` }),
    asOf: doc === '004' ? '2020-03-31' : null,
    by: 'bench',
  })
  const decisions = []
  for (let draft = 0; draft < drafts; draft += 1)
    decisions.push(await acceptDraft(world, { document: doc, draft, id: `kz-r${doc}-${draft}`, by: 'bench' }))
  records += (await replayDecisions(world, decisions)).recorded
}
const answers = await crawl(siteOf(world), [])
const text = answers.map((one) => one.text).join('\n')
const names = [
  ...new Set(gold.flatMap((row) => row.people.flatMap((person) => [person.name, ...(person.aliases ?? [])]))),
]
// A surname alone is as good as a name; places, titles and months that are also names are looked at as whole names only.
const surnames = [...new Set(names.flatMap((name) => name.split(/\s+/).slice(1)))].filter(
  (one) => one.length > 4,
)
const read = (name: string): boolean =>
  new RegExp(`(?<![\\p{L}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u').test(text)
const leaked = [...names.filter((name) => name.includes(' ')), ...surnames].filter(read)
console.log(
  `leaks of real reports: ${records} records, ${answers.length} addresses, ${names.length} annotated names, ${leaked.length} readable${leaked.length > 0 ? `: ${leaked.join(', ')}` : ''}`,
)
for (const name of process.argv.includes('--where') ? leaked : []) {
  const at = answers.find((one) => one.text.includes(name))
  console.log(
    `  ${at?.url}: …${at?.text.slice(Math.max(0, at.text.indexOf(name) - 60), at.text.indexOf(name) + 60)}…`,
  )
}
await world.store.destroy()
await closeTestStores()
await server.close()
process.exitCode = leaked.length > 0 ? 1 : 0
