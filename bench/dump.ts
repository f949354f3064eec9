/**
 * Forty words sealed in a browser and on the command line → in how many places of the running server they stand: the memory of
 * all its processes, its database and its disk. It must be none, and no private key either. And how long shutting the house takes.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { CHROMIUM, openBrowser } from '../test/journeys/browser.ts'
import { makeKeys, verb } from './dump/keys.ts'
import { familyOf, formsOf, inProcess, onDisk, type Sought } from './dump/memory.ts'
import { type Running, serving } from './dump/server.ts'
import { spokenDuring } from './dump/wire.ts'

if (!CHROMIUM || process.platform !== 'linux') {
  console.log('NO CHROMIUM WAS FOUND, OR THIS IS NOT LINUX: NOT MEASURED (set CHROMIUM_PATH)')
  process.exit(2)
}

const [data, own] = ['server', 'people'].map((one) => mkdtempSync(join(tmpdir(), `aigaq-dump-${one}-`))) as [
  string,
  string,
]
// Started as root, the database runs as somebody else, who must reach a folder below this one.
chmodSync(data, 0o711)
/** Words that stand nowhere else, in letters of one byte and of two. */
const markers = Array.from({ length: 40 }, (_, at) => `zhurttan-${at}-шашылған-${(at * 7_919).toString(36)}`)
const keys = makeKeys(own)
const environment = {
  ...{ AIGAQ_DATA: data, AIGAQ_SEALING_ROOT: keys.root, AIGAQ_PORT: '0', AIGAQ_DESK_PORT: '0' },
  ...{ AIGAQ_MAIL_FROM: 'letters@example.org', AIGAQ_SITE: 'https://example.org' },
}
const secrets: readonly Sought[] = keys.secrets.flatMap(formsOf)
const sought: readonly Sought[] = [...markers.flatMap(formsOf), ...secrets]
const browser = await openBrowser()
let failures = 0
const tell = (ok: boolean, text: string): void => {
  if (!ok) failures += 1
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${text}`)
}

function scan(when: string, server: Running, where: string): void {
  const processes = server.processes()
  const inMemory = new Set(processes.flatMap((pid) => [...inProcess(pid, sought)]))
  const onTheDisk = onDisk(where, sought)
  tell(
    inMemory.size === 0,
    `${when}: ${inMemory.size} of ${sought.length} in the memory of ${processes.length} processes ${[...inMemory].slice(0, 3)}`,
  )
  tell(
    onTheDisk.size === 0,
    `${when}: ${onTheDisk.size} on disk, the database with it ${[...onTheDisk].slice(0, 3)}`,
  )
}

/** Thirty at the desk: ten as words, ten as files, ten sealed on the command line and brought. */
async function atTheDesk(server: Running): Promise<void> {
  const page = await browser.newPage()
  const link = server.links.find((one) => /monitor|lena|marat/i.test(one.handle)) ?? server.links[0]
  await page.goto(link?.url ?? '')
  await page.locator('main button').first().click()
  await page.waitForURL(/\/desk\/(?!demo)/)
  await page.goto(`${server.desk}/en/desk/records`)
  const href = await page.locator('main a[href*="/desk/records/kz-"]').first().getAttribute('href')
  const record = /kz-[\w-]+/.exec(href ?? '')?.[0] ?? ''
  const room = `${server.desk}/en/desk/sealed/incident/${record}`
  for (const [at, marker] of markers.slice(0, 20).entries()) {
    await page.goto(room)
    if (at % 2 === 0) await page.fill('#seal textarea', marker)
    else await page.setInputFiles('#seal input[type=file]', fileOf(marker, `${at}.txt`))
    await page.locator('#seal button[type=button]').click()
    await page.waitForFunction((n) => document.querySelectorAll('[data-sealed]').length === n, at + 1)
  }
  for (const [at, marker] of markers.slice(20, 30).entries()) {
    const sealed = join(own, `${at}.age`)
    verb(['seal', fileOf(marker, `cli-${at}.txt`), '--to', keys.list, '--root', keys.root, '--out', sealed])
    await page.goto(room)
    await page.setInputFiles('#brought input[type=file]', sealed)
    await page.locator('#brought button').click()
    await page.waitForFunction((n) => document.querySelectorAll('[data-sealed]').length === n, at + 21)
  }
  scan('thirty sealed at the desk', server, data)
  await unlocked(page)
  scan('and opened by a reader in a browser', server, data)
  await page.close()
}

async function unlocked(page: Page): Promise<void> {
  await page.setInputFiles('#unlock input[type=file]', keys.identities[1] ?? '')
  await page.locator('#unlock button').click()
  await page.waitForSelector('#find:not([hidden])')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.fill('#find input', markers[4] ?? '')
  const seen = await page.locator('[data-sealed]:visible').count()
  const words = await page.locator('.opened:visible').first().textContent()
  tell(
    seen === 1 && words === markers[4],
    'a word is found among thirty opened things, on the reader’s machine',
  )
  tell(asked.length === 0, `and ${asked.length} requests were sent for it`)
}

function fileOf(text: string, name: string): string {
  writeFileSync(join(own, name), text)
  return join(own, name)
}

/** Ten by the form, one of them answered. */
async function byTheForm(server: Running, where: string): Promise<void> {
  const page = await browser.newPage()
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await onTheWire(server, page)
  const words = (await page.locator('#told code').textContent()) ?? ''
  tell(/^(\w{5} ){7}\w{5}$/.test(words), 'the form gives eight words for a receipt')
  await page.fill('#answers input', words)
  await page.locator('#answers button').click()
  await page.waitForFunction(() => document.querySelector('#answers [role=status]')?.textContent !== '')
  tell(hosts.size === 1, `the form spoke to ${[...hosts]} and to nobody else`)
  scan('ten told by the form', server, where)
  await page.close()
}

/** Ten are told while everything that browser, server and database send is looked at. What the browser asks for on a page with a form and nothing else is its own. */
async function onTheWire(server: Running, page: Page): Promise<void> {
  const all = (): readonly number[] => [...new Set([...server.processes(), ...familyOf(process.pid)])]
  const empty = await browser.newPage()
  const before = await spokenDuring(all(), async () => {
    await empty.goto(`${server.site}/assets/style.css`)
    await empty.setContent('<form><textarea></textarea><input><button>x</button></form>')
    await empty.fill('textarea', 'x')
    await wait(10_000)
  })
  await empty.close()
  const spoken = await spokenDuring(all(), async () => {
    for (const marker of markers.slice(30)) {
      await page.goto(`${server.site}/kk/tell`)
      await page.fill('#tell textarea', marker)
      await page.locator('#tell button').click()
      await page.waitForSelector('#told:not([hidden])')
    }
  })
  if (!before || !spoken) {
    console.log(
      'NO STRACE WAS FOUND, OR IT MAY NOT LOOK: WHOM THE FORM SPEAKS TO WAS ASKED OF THE BROWSER ALONE',
    )
    return
  }
  const others = spoken.outside.filter((one) => !before.outside.includes(one))
  const browsers = before.outside.length > 0 ? `; of itself the browser asks for ${before.outside}` : ''
  tell(
    spoken.own > 0 && others.length === 0,
    `on the wire: browser, server and database sent ${spoken.own} times to this machine and to ${others.length} others ${others}${browsers}`,
  )
}

/** How long from the press until nobody is in and the key of letters is gone from memory. */
async function panic(server: Running, where: string): Promise<void> {
  const key = {
    name: 'letters.key',
    bytes: Buffer.from(readFileSync(join(where, 'letters.key'), 'utf8'), 'base64'),
  }
  const isThere = (): boolean => server.processes().some((pid) => inProcess(pid, [key]).size > 0)
  tell(isThere(), 'before: the key that seals addresses is in memory, so that this looks where it must')
  const began = performance.now()
  verb(['panic'], { ...environment, AIGAQ_DATA: where })
  const shut = performance.now() - began
  const body = new URLSearchParams({ address: 'a@example.org', subject: 'kz' })
  let refused = 0
  while (refused === 0 && performance.now() - began < 30_000) {
    const { status } = await fetch(`${server.site}/en/letters`, { method: 'POST', body })
    if (status === 503) refused = performance.now() - began
    else await wait(100)
  }
  tell(
    refused > 0 && refused <= 5_000,
    `the house is shut ${(shut / 1000).toFixed(1)} s after the verb began, and the site takes nothing after ${(refused / 1000).toFixed(1)} s (5 s allowed)`,
  )
  tell(!isThere(), 'the key is gone from memory')
}

try {
  const demo = await serving(['demo'], environment)
  const inside = join(data, 'demo')
  try {
    verb(['recipients', '--adopt', keys.list], { ...environment, AIGAQ_DATA: inside })
    await atTheDesk(demo)
  } finally {
    await demo.stop()
  }
  const mail = { AIGAQ_MAIL_URL: `file://${join(own, 'outbox')}` }
  mkdirSync(join(own, 'outbox'))
  const server = await serving(['serve'], { ...environment, ...mail, AIGAQ_DATA: inside, AIGAQ_INTAKE: 'on' })
  try {
    await byTheForm(server, inside)
    await panic(server, inside)
  } finally {
    await server.stop()
  }
} finally {
  await browser.close()
  for (const one of [data, own]) rmSync(one, { recursive: true, force: true })
}
process.exitCode = failures > 0 ? 1 : 0
