/** The short texts of bench/unseen → people, places and days found by our rules and, on the same texts, by natasha (Russian) and spaCy (English): F1 and time. Usage: PYTHON=python3 node bench/peers.ts */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { openKnowledge } from '../src/app/knowledge.ts'
import type { Proposal } from '../src/core/claim.ts'
import { compareNames } from '../src/core/names/compare.ts'
import { wordsOf } from '../src/core/span.ts'
import { readDocument } from '../src/document/read.ts'
import { extract } from '../src/extract/extract.ts'
import { placeMeant } from '../src/review/resolve.ts'
import { goldRecord, type Short } from './unseen/gold.ts'

type Case = {
  readonly id: string
  readonly asOf?: string
  readonly text: string
  readonly gold: readonly Short[]
}
type Found = {
  readonly people: readonly string[]
  readonly places: readonly string[]
  readonly dates: readonly string[]
}
type Told = Found & { readonly placeOf?: ReadonlyMap<string, string> }
/** What a machine without resolution can tell: every named person, every place, and whether the day of the event is among the days found. */
const FIELDS = ['people', 'places'] as const

const knowledge = openKnowledge()
const { codebook, names, readings } = knowledge
const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('the pack kz is not there')

const here = fileURLToPath(new URL('.', import.meta.url))
const casesOf = (halves: readonly string[]): readonly Case[] =>
  halves.flatMap((half): Case[] => parse(readFileSync(join(here, 'unseen', `${half}.yaml`), 'utf8')))

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)]
const goldOf = ({ id, text, gold }: Case): Found => {
  const records = gold.map((one, index) => goldRecord(id, text, one, index))
  return {
    people: unique(records.flatMap((one) => one.people.map((each) => each.name ?? ''))),
    places: unique(records.flatMap((one) => one.places.map((each) => each.canonical ?? ''))),
    dates: unique(
      records.flatMap(({ date }) => (date.from !== null && date.from === date.to ? [date.from] : [])),
    ),
  }
}

const dayOf = (one: Proposal): readonly string[] =>
  one.field === 'date' ? [one.value.from ?? ''] : one.field === 'other_date' ? [one.value] : []

async function ours({ id, asOf, text }: Case): Promise<Told> {
  const document = await readDocument(new TextEncoder().encode(text), {
    sha256: 'ab'.repeat(32),
    name: `${id}.txt`,
  })
  const reading = readings.get(document.language)
  if (!pack || !reading) throw new Error(id)
  const { drafts } = extract(document, { pack, codebook, reading, asOf: asOf ?? null })
  const all = drafts.flatMap((one) => one.proposals)
  const places = all.flatMap((one) => (one.field === 'place' ? [one] : []))
  return {
    people: unique(all.flatMap((one) => (one.field === 'person' ? [one.value.name] : []))),
    places: unique(places.map((one) => one.value.canonical)),
    dates: unique(all.flatMap(dayOf)),
    placeOf: new Map(
      places.flatMap((one) =>
        one.span ? [[wordsOf(document.text, one.span).toLowerCase(), one.value.canonical] as const] : [],
      ),
    ),
  }
}

/** Across scripts, by the rules that compare names anywhere here: the same for us and for peers. */
const same = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase() || (compareNames(a, b, 'Person', names)?.same ?? false)

/** Peers name no place in another script: they are lent our gazetteer, and our name for the very same words. */
const lent = (name: string, known: ReadonlyMap<string, string>): string =>
  placeMeant(name, pack)?.name.en ?? known.get(name.toLowerCase()) ?? name

function f1(found: readonly Found[], gold: readonly Found[], field: (typeof FIELDS)[number]): string {
  let [right, told, there] = [0, 0, 0]
  gold.forEach((one, index) => {
    const left = [...(found[index]?.[field] ?? [])]
    told += left.length
    there += one[field].length
    for (const name of one[field]) {
      const at = left.findIndex((other) => same(name, other))
      if (at < 0) continue
      left.splice(at, 1)
      right += 1
    }
  })
  const [precision, recall] = [right / Math.max(1, told), right / Math.max(1, there)]
  const value = (2 * precision * recall) / Math.max(1e-9, precision + recall)
  return `${field} ${value.toFixed(3)} (precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)})`
}
function days(found: readonly Found[], gold: readonly Found[]): string {
  const asked = gold.flatMap((one, index) =>
    one.dates.map((day) => found[index]?.dates.includes(day) ?? false),
  )
  return `days of events found ${(asked.filter(Boolean).length / asked.length).toFixed(3)}`
}

let absent = 0
function peer(
  name: string,
  script: string,
  cases: readonly Case[],
  own: readonly Told[],
  gold: readonly Found[],
) {
  const input = cases.map(({ text }) => JSON.stringify({ text })).join('\n')
  const run = spawnSync(process.env.PYTHON ?? 'python3', [join(here, script)], {
    ...{ input, encoding: 'utf8', maxBuffer: 1 << 26, timeout: 300_000 },
  })
  if (run.status !== 0) {
    absent += 1
    console.log(
      `  ${name.toUpperCase()} NOT MEASURED: ${run.stderr?.trim().split('\n').at(-1) ?? run.error?.message}`,
    )
    return
  }
  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const told = lines.pop() as { version: string; loaded: number; seconds: number; megabytes: number }
  const found = (lines as Found[]).map((one, index) => ({
    people: unique(one.people),
    places: unique(one.places.map((each) => lent(each, own[index]?.placeOf ?? new Map()))),
    dates: one.dates,
  }))
  print(`${name} ${told.version}`, found, gold, told.seconds)
  console.log(`    loaded in ${told.loaded.toFixed(1)} s, ${told.megabytes} MB`)
}
function print(name: string, found: readonly Found[], gold: readonly Found[], seconds: number): void {
  console.log(
    `  ${name}: ${FIELDS.map((field) => f1(found, gold, field)).join('; ')}; ${days(found, gold)}; ${seconds.toFixed(2)} s`,
  )
}

for (const [language, halves, name, script] of [
  ['Russian', ['ru-a', 'ru-b', 'ru-c'], 'natasha', 'peer_natasha.py'],
  ['English', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'spaCy', 'peer_spacy.py'],
] as const) {
  const cases = casesOf(halves)
  const gold = cases.map(goldOf)
  const own: Told[] = []
  await ours(cases[0] as Case)
  const begun = performance.now()
  for (const one of cases) own.push(await ours(one))
  const seconds = (performance.now() - begun) / 1000
  console.log(
    `${language}, ${cases.length} texts of our own (${cases.reduce((n, one) => n + one.text.length, 0)} letters)`,
  )
  print('Aigaq', own, gold, seconds)
  peer(name, script, cases, own, gold)
}
console.log('Peers mark every name and every place; the annotations hold those that matter to the event.')
process.exitCode = absent > 0 ? 2 : 0
