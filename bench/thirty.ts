/** Thirty annotated incidents of a real report → keys and time it takes a monitor to record each, under review and from an empty form, in a real browser. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import type { GoldRecord } from '../src/extract/to-record.ts'
import { CHROMIUM, openBrowser } from '../test/journeys/browser.ts'
import { type Annotated, annotated } from './thirty/annotated.ts'
import {
  atKeyboard,
  fromEmptyForm,
  pairs,
  readReport,
  reviewed,
  switchKeysOn,
  type Taken,
  takeIn,
} from './thirty/courses.ts'
import { told } from './thirty/told.ts'
import { openWorkspace, type Workspace } from './thirty/workspace.ts'

const REPORT = '004'
const MANY = Number(process.argv[2] ?? 30)
const MANY_UNSCRIPTED = Math.min(MANY, Number(process.argv[3] ?? 12))
const shared = process.env.AIGAQ_SHARED ?? resolve(import.meta.dirname, '../../shared')
const gold = join(shared, 'gold/dev.jsonl')
const file = join(shared, 'reports', `${REPORT}.txt`)
if (!existsSync(gold) || !existsSync(file)) {
  console.log(
    'SHARED GOLD OR REPORT ABSENT: NOT MEASURED (set AIGAQ_SHARED to the folder that holds gold/ and reports/)',
  )
  process.exit(2)
}
if (!CHROMIUM) {
  console.log('NO CHROMIUM WAS FOUND: NOT MEASURED (set CHROMIUM_PATH)')
  process.exit(2)
}
const lines = readFileSync(gold, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldRecord)
  .filter((one) => one.doc === REPORT)
  .slice(0, MANY)

/** The whole of one monitor’s work in a workspace that held nothing before. */
async function course(browser: Browser, isScripted: boolean, many: number, isByHandToo: boolean) {
  const workspace = await openWorkspace()
  try {
    const { keys, outside, leave } = await atKeyboard(workspace, browser, isScripted)
    const name = `${REPORT}.txt`
    const path = await takeIn({ keys, url: workspace.url, file: readFileSync(file), name })
    const toTakeIn = keys.taken()
    const report = await readReport(workspace, path)
    const all = incidentsIn(workspace, report.text).slice(0, many)
    const key = pairs(report.passages, all)
    const [first] = report.passages
    if (isScripted) await switchKeysOn(keys, `${report.home}/${first?.key}`)
    const toSwitchOn = keys.taken()
    const review: Taken[] = []
    for (const one of all) review.push(await reviewed({ workspace, keys, report, key: key.get(one.id) }, one))
    const byHand: Taken[] = []
    for (const one of isByHandToo ? all : [])
      byHand.push(await fromEmptyForm({ workspace, keys, report }, one))
    await leave()
    return { all, review, byHand, toTakeIn, toSwitchOn, outside, times: workspace.times }
  } finally {
    await workspace.close()
  }
}

function incidentsIn({ app }: Workspace, text: string): readonly Annotated[] {
  const pack = app.knowledge.packs.get('kz')
  if (!pack) throw new Error('no pack of the country of the report')
  return lines.map((one) => annotated(one, text, pack, app.knowledge))
}

const browser = await openBrowser()
try {
  const scripted = await course(browser, true, MANY, true)
  const plain = await course(browser, false, MANY_UNSCRIPTED, false)
  const { text, isSound } = told(scripted, plain)
  console.log(text)
  if (!isSound) process.exitCode = 1
} finally {
  await browser.close()
}
