/**
 * Phones in the field → what is lost, what is there twice. Twenty thousand random stories of merging; then five days without a
 * network, five Chromium profiles and two thousand notes, with browsers and the server killed on the way: nothing the page
 * called sealed may be missing, nothing there twice, and no word of any in a profile, a request or the database.
 * Then a phone with five hundred sealed things is wiped by one press: in two seconds nothing of them may be left.
 * Takes the number of stories, of notes, and of things that are wiped; 0 leaves a part out.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openWith } from '../src/adapters/sealed/age.ts'
import { openApp } from '../src/app/open-app.ts'
import { readConfig } from '../src/config.ts'
import { readEntry } from '../src/core/field/entry.ts'
import { textOf, unpacked } from '../src/core/sealed/envelope.ts'
import { numbers } from '../src/core/seeded.ts'
import { cameTogether, mergeStory } from '../test/field/merges.ts'
import { CHROMIUM } from '../test/journeys/browser.ts'
import { makeKeys, verb } from './dump/keys.ts'
import { formsOf, onDisk } from './dump/memory.ts'
import { type Running, serving } from './dump/server.ts'
import { type Phone, phoneAt } from './field/phone.ts'
import { wipedPhone } from './field/wiping.ts'

const [STORIES = 20_000, NOTES = 2_000, WIPED = 500] = process.argv.slice(2).map(Number)
/** From the press on, in milliseconds. */
const SOON = 2_000
const [PHONES, DAYS] = [5, 5]
let failures = 0
const tell = (ok: boolean, text: string): void => {
  if (!ok) failures += 1
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${text}`)
}

async function stories(): Promise<void> {
  const before = process.cpuUsage()
  let [together, steps] = [0, 0]
  for (let one = 0; one < STORIES; one += 1) {
    const story = await mergeStory(numbers(one + 1))
    together += cameTogether(story) ? 1 : 0
    steps += story.steps
  }
  const { user } = process.cpuUsage(before)
  tell(
    together === STORIES,
    `${together} of ${STORIES} random merges converge, ${steps} steps, ${(user / 1e6).toFixed(1)} s of one core`,
  )
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const [data, own, other] = ['house', 'phones', 'other-house'].map((one) =>
  mkdtempSync(join(tmpdir(), `aigaq-field-${one}-`)),
) as [string, string, string]
// Started as root, the database runs as somebody else, who must reach a folder below this one.
for (const one of [data, other]) chmodSync(one, 0o711)
const sealed = new Set<string>()
const tried = new Set<string>()
/** Photographs as they were chosen. */
const originals: Buffer[] = []
const heard: string[] = []
const hosts = new Set<string>()
/** In letters of one byte and of two; in every text, and nowhere else. */
const MARKS = ['borsyqtan', 'қасқалдақша'] as const
const textOfNote = (phone: number, day: number, n: number, again: number): string =>
  `${MARKS[0]}-${phone}-${day}-${n}-${again} ${MARKS[1]} ${(phone * 7_919 + day * 104_729 + n * 31).toString(36)}`

/** A day of one phone: in the middle of it the battery ends, and whoever holds it goes on from what the page had called sealed. */
async function recordDay(
  phone: Phone,
  which: number,
  day: number,
  many: number,
  isKilled: boolean,
): Promise<void> {
  await phone.open()
  const half = Math.floor(many / 2)
  const texts = (from: number, to: number, again: number) =>
    Array.from({ length: to - from }, (_, n) => textOfNote(which, day, from + n, again))
  const go = (all: readonly string[]): Promise<void> => {
    for (const one of all) tried.add(one)
    return phone.record(all, sealed)
  }
  await go(texts(0, half, 0))
  if (isKilled) {
    const dying = go(texts(half, many, 0)).catch(() => undefined)
    await wait(150)
    await phone.kill()
    await dying
    await phone.open()
    const left = texts(half, many, 0).filter((one) => !sealed.has(one))
    // Written again, as somebody would; under words of its own, so that what had been sealed after all is not taken for a double.
    await go(left.map((one) => one.replace(/-0 /, '-1 ')))
  } else await go(texts(half, many, 0))
  await phone.close()
}

async function fiveDays(): Promise<void> {
  const keys = makeKeys(own)
  const port = String(await freePort())
  const environment = {
    ...{ AIGAQ_DATA: data, AIGAQ_SEALING_ROOT: keys.root, AIGAQ_PORT: port, AIGAQ_DESK_PORT: '0' },
    ...{ AIGAQ_FIELD: 'on' },
  }
  const site = `http://127.0.0.1:${port}`
  verb(['recipients', '--adopt', keys.list], environment)
  const words = Array.from({ length: PHONES }, (_, n) => {
    const told = JSON.parse(verb(['field', '--new-phone', `phone ${n}`], environment)) as { words: string }
    return told.words
  })
  const phones = Array.from({ length: PHONES }, (_, n) => {
    const profile = join(own, `profile-${n}`)
    mkdirSync(profile)
    return phoneAt(profile, site, (text, host) => {
      heard.push(text)
      hosts.add(host)
    })
  })
  const house = houseWith(environment)
  await house.begin()
  try {
    for (const [n, phone] of phones.entries()) {
      await phone.open()
      await phone.givePass(words[n] ?? '')
      await phone.close()
    }
    await house.end()
    const each = Math.floor(NOTES / PHONES / DAYS)
    const files: string[] = []
    for (let day = 1; day <= DAYS; day += 1) {
      for (const [n, phone] of phones.entries()) await recordDay(phone, n, day, each, (n + day) % 2 === 0)
      if (day === 1) await photographs(phones)
      if (day === 2) await meet(phones, files)
      if (day === 3) await aFewHours(phones, house)
      if (day === 4) files.push(await giveAway(phones[3]))
    }
    for (const file of files) verb(['field', '--take', file, '--receipts', `${file}.receipts`], environment)
    await receiptsBack(phones, files)
    await house.begin()
    await lastEvening(phones)
  } finally {
    await house.end()
  }
  await check(keys.secrets)
}

/** Each phone takes two: one as it is, one drawn anew. */
async function photographs(phones: readonly Phone[]): Promise<void> {
  for (const phone of phones) {
    await phone.open()
    originals.push(await phone.photograph(MARKS[0], false))
    await phone.photograph(MARKS[0], true)
    await phone.close()
  }
}

/** Two phones give their files to a third, one of them twice; nobody lets go of anything. */
async function meet([a, b, c]: readonly Phone[], files: string[]): Promise<void> {
  for (const [n, from] of [a, b].entries()) {
    const file = join(own, `met-${n}.bin`)
    await from?.open()
    await from?.carry(file)
    await from?.close()
    files.push(file)
  }
  await c?.open()
  for (const file of [...files, files[0] ?? '']) await c?.take(file)
  await c?.close()
}

async function giveAway(phone: Phone | undefined): Promise<string> {
  const file = join(own, 'given.bin')
  await phone?.open()
  await phone?.carry(file)
  await phone?.close()
  return file
}

/** The network is back for a while: two phones send, one of them is killed in the middle, and then so is the house. */
async function aFewHours([a, , c]: readonly Phone[], house: House): Promise<void> {
  await house.begin()
  await a?.open()
  await a?.send()
  await a?.close()
  await c?.open()
  const sending = c?.send().catch(() => '')
  await wait(200)
  await c?.kill()
  await sending
  await c?.open()
  const second = c?.send().catch(() => '')
  await wait(300)
  house.kill()
  await second
  await c?.close()
}

/** A tenth of them photographs, which are a megabyte each. */
async function wiping(): Promise<void> {
  const folder = join(own, 'of-one-phone')
  mkdirSync(folder)
  const keys = makeKeys(folder)
  const port = String(await freePort())
  const environment = {
    ...{ AIGAQ_DATA: other, AIGAQ_SEALING_ROOT: keys.root, AIGAQ_PORT: port },
    ...{ AIGAQ_DESK_PORT: '0', AIGAQ_FIELD: 'on' },
  }
  verb(['recipients', '--adopt', keys.list], environment)
  const { words } = JSON.parse(verb(['field', '--new-phone', 'wiped'], environment)) as { words: string }
  const house = houseWith(environment)
  await house.begin()
  try {
    const photographs = Math.floor(WIPED / 10)
    const many = { words, photographs, notes: WIPED - photographs }
    const { before, after, pass, all } = await wipedPhone(folder, `http://127.0.0.1:${port}`, many)
    tell(
      all <= SOON && before.bodies === WIPED,
      `${before.bodies} sealed things and the page wiped in ${all.toFixed(0)} ms from the press, the pass in ${pass.toFixed(0)} ms`,
    )
    tell(
      Object.values(after).every((many) => many === 0),
      `left of them: ${JSON.stringify(after)}`,
    )
  } finally {
    await house.end()
  }
}

type House = {
  readonly begin: () => Promise<void>
  readonly end: () => Promise<void>
  readonly kill: () => void
}
/** No network is no server: the phones find nobody at its address. */
function houseWith(environment: Readonly<Record<string, string>>): House {
  let running: Running | null = null
  return {
    begin: async () => {
      running = await serving(['serve'], environment)
    },
    end: async () => {
      await running?.stop()
      running = null
    },
    kill: () => {
      for (const pid of running?.processes() ?? [])
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // It was a worker of the database, and went with it.
        }
      running = null
    },
  }
}

async function receiptsBack(phones: readonly Phone[], files: readonly string[]): Promise<void> {
  let gone = 0
  for (const phone of phones) {
    await phone.open()
    const before = await phone.waiting()
    for (const file of files) await phone.take(`${file}.receipts`)
    gone += before - (await phone.waiting())
    await phone.close()
  }
  console.log(`     receipts that were carried back let ${gone} go`)
}

async function lastEvening(phones: readonly Phone[]): Promise<void> {
  let left = 0
  for (const phone of phones) {
    await phone.open()
    const said = await phone.send()
    left += await phone.waiting()
    await phone.close()
    if (!/^The house has/.test(said)) console.log(`     a phone said: ${said}`)
  }
  tell(left === 0, `${left} left waiting on ${PHONES} phones after the last evening`)
}

async function check(secrets: readonly string[]): Promise<void> {
  const app = await openApp(readConfig({ AIGAQ_DATA: data }))
  const rows = await app.house.selectFrom('field_items').select(['id', 'body']).execute()
  const texts: string[] = []
  const pictures: Uint8Array[] = []
  for (const { body } of rows) {
    const opened = body && unpacked((await openWith(secrets, body)) ?? new Uint8Array())
    if (opened?.envelope.what === 'file') pictures.push(opened.content)
    else texts.push((opened && readEntry(textOf(opened))?.words) ?? '')
  }
  await app.close()
  const there = new Set(texts)
  const lost = [...sealed].filter((one) => !there.has(one))
  tell(lost.length === 0, `${sealed.size} sealed on ${PHONES} phones in ${DAYS} days, ${lost.length} lost`)
  const same = originals.filter((one) => pictures.some((picture) => one.equals(picture))).length
  const marked = pictures.filter((one) => Buffer.from(one).includes(MARKS[0])).length
  tell(
    same === PHONES && pictures.length === 2 * PHONES && marked === PHONES,
    `${pictures.length} photographs: ${same} originals byte for byte, ${pictures.length - marked} drawn anew without what the camera wrote`,
  )
  tell(texts.length === there.size, `${rows.length} in the house, ${texts.length - there.size} twice`)
  const late = [...there].filter((one) => !sealed.has(one))
  console.log(`     ${late.length} more were on the disk when the phone died before the page could say so`)
  tell(
    late.every((one) => tried.has(one)),
    'nothing came that nobody wrote',
  )
  const sought = MARKS.flatMap(formsOf)
  const inProfiles = onDisk(own, sought)
  tell(
    inProfiles.size === 0,
    `${inProfiles.size} of ${tried.size} texts in the files of ${PHONES} profiles, killed ones too ${[...inProfiles]}`,
  )
  const control = onDisk(own, formsOf('/field/en'))
  tell(control.size > 0, 'and this looks where it must: the address of the page is found there')
  const said = heard.join('\n')
  const isSaid = (one: string): boolean =>
    said.includes(one) || said.includes(Buffer.from(one).toString('latin1'))
  tell(!MARKS.some(isSaid), `none in ${heard.length} requests, all to ${[...hosts]}`)
  const inHouse = onDisk(data, sought)
  tell(inHouse.size === 0, `${inHouse.size} in the database and the files of the house`)
}

try {
  if (STORIES > 0) await stories()
  if (!CHROMIUM || process.platform !== 'linux') {
    console.log('NO CHROMIUM WAS FOUND, OR THIS IS NOT LINUX: FIVE DAYS WERE NOT PLAYED (set CHROMIUM_PATH)')
    process.exitCode = 2
  } else {
    if (NOTES > 0) await fiveDays()
    if (WIPED > 0) await wiping()
  }
} finally {
  for (const one of [data, own, other]) rmSync(one, { recursive: true, force: true })
}
if (failures > 0) process.exitCode = 1
