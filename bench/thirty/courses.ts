/** A workspace and annotated incidents in, each taken down by keyboard out: from the passage the rules proposed, or from the empty form. */
import type { Browser } from 'playwright-core'
import type { Incident } from '../../src/core/record.ts'
import type { ReviewRow } from '../../src/core/review-row.ts'
import { overlap, type Span } from '../../src/core/span.ts'
import { rowOfValue } from '../../src/review/row-of-value.ts'
import type { IncidentRow } from '../../src/store/tables.ts'
import type { Annotated } from './annotated.ts'
import { type Brought, bring } from './bring.ts'
import { isWording, planFor } from './form.ts'
import { type Keyboard, keyboardOn } from './keyboard.ts'
import type { Workspace } from './workspace.ts'

export type Taken = Brought & {
  readonly id: string
  /** False: no rule proposed it, and its words were marked first. */
  readonly isProposed: boolean
  readonly keys: ReadonlyMap<string, number>
  readonly ms: number
  /** What the record holds otherwise than the annotation. */
  readonly otherwise: readonly string[]
  readonly failed: string | null
}

/** Somebody at a keyboard of their own; null as width: a desk. */
export async function atKeyboard(
  { url, cookie }: Workspace,
  browser: Browser,
  isScripted: boolean,
): Promise<{
  readonly keys: Keyboard
  readonly outside: readonly string[]
  readonly leave: () => Promise<void>
}> {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: isScripted, locale: 'en-GB', viewport: { width: 1280, height: 900 } },
  })
  await context.addCookies([cookie])
  const outside: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(url)) outside.push(request.url())
  })
  context.on('weberror', (error) => outside.push(error.error().message))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return { keys: keyboardOn(page, isScripted), outside, leave: () => context.close() }
}

/** Through the page where reports come in; its address. */
export async function takeIn({
  keys,
  url,
  file,
  name,
}: {
  keys: Keyboard
  url: string
  file: Buffer
  name: string
}): Promise<string> {
  const { page } = keys
  await page.goto(`${url}/en/desk/documents`)
  keys.for('take in')
  // The window of the system in which a file is chosen belongs to no page.
  await page.setInputFiles('#take-in [name=file]', { name, mimeType: 'text/plain', buffer: file })
  await keys.write('#take-in [name=title]', 'Report of the quarter')
  await keys.press('Enter')
  await page.waitForURL(/documents\/d-/, { timeout: 120_000 })
  return new URL(page.url()).pathname
}

/** Once for a tab. */
export async function switchKeysOn(keys: Keyboard, address: string): Promise<void> {
  await keys.page.goto(address)
  keys.for('switch keys on')
  await keys.goTo('#keys button')
  await keys.press('Enter')
}

type Passage = { readonly key: string; readonly state: string; readonly span: Span }
export type Report = { readonly home: string; readonly text: string; readonly passages: readonly Passage[] }

export async function readReport({ url, cookie }: Workspace, path: string): Promise<Report> {
  const answer = await fetch(`${url}${path}.json`, { headers: { Cookie: `${cookie.name}=${cookie.value}` } })
  const { text, passages } = (await answer.json()) as Report
  return { home: `${url}${path}`, text, passages }
}

/** Best first, one passage for one incident, as the scorer of the annotations pairs them. */
export function pairs(passages: readonly Passage[], all: readonly Annotated[]): ReadonlyMap<string, string> {
  const likeness = (a: Span, b: Span): number => {
    const both = overlap(a, b)
    return both / (a.end - a.start + b.end - b.start - both)
  }
  const found = new Map<string, string>()
  const best = all
    .flatMap((one) => passages.map(({ key, span }) => ({ id: one.id, key, like: likeness(span, one.span) })))
    .filter((one) => one.like >= 0.1)
    .sort((a, b) => b.like - a.like)
  const used = new Set<string>()
  for (const { id, key } of best)
    if (!found.has(id) && !used.has(key)) {
      found.set(id, key)
      used.add(key)
    }
  return found
}

export async function reviewed(
  given: { workspace: Workspace; keys: Keyboard; report: Report; key: string | undefined },
  one: Annotated,
): Promise<Taken> {
  const { keys, report, key } = given
  return await taking(given, one, key !== undefined, async () => {
    if (key === undefined) await mark(keys, report, one)
    else await keys.page.goto(`${report.home}/${key}`)
    return bring(keys, '#review', one.wanted)
  })
}

/** Words that no rule proposed: their beginning and their end are written. */
async function mark(keys: Keyboard, { home, text }: Report, { span }: Annotated): Promise<void> {
  const words = text.slice(span.start, span.end).split(/\s+/)
  await keys.page.goto(`${home}/new`)
  keys.for('mark words')
  await keys.write('#pick [name=from]', words.slice(0, 5).join(' '))
  await keys.write('#pick [name=to]', words.slice(-4).join(' '))
  await keys.press('Enter')
  await keys.page.waitForURL(/\/\d+-\d+$/)
}

export async function fromEmptyForm(
  given: { workspace: Workspace; keys: Keyboard; report: Report },
  one: Annotated,
): Promise<Taken> {
  const { keys, report, workspace } = given
  return await taking(given, one, true, async () => {
    await keys.page.goto(`${workspace.url}/en/desk/records/new`)
    return bring(keys, '#hand', one.wanted, async () => {
      keys.for('words and source')
      await keys.paste('#hand [name=words]', report.text.slice(one.span.start, one.span.end))
      await keys.choose('#hand [name=way]', 'publication')
      await keys.write('#hand [name=title]', 'Report of the quarter')
    })
  })
}

async function taking(
  { workspace, keys }: { workspace: Workspace; keys: Keyboard },
  one: Annotated,
  isProposed: boolean,
  does: () => Promise<Brought>,
): Promise<Taken> {
  const known = new Set((await incidents(workspace)).map(({ id }) => id))
  keys.taken()
  const begun = performance.now()
  const base = { id: one.id, isProposed }
  const nothing = { done: [], checks: 0, refused: [] }
  try {
    const brought = await does()
    const ms = performance.now() - begun
    const made = (await incidents(workspace)).filter(({ id }) => !known.has(id))
    const [first] = made
    const failed =
      brought.refused.length > 0
        ? `refused: ${brought.refused.join(' | ')}`
        : made.length === 1
          ? null
          : `${made.length} records were made`
    const otherwise = first ? differsFrom(workspace, first, one.wanted) : []
    return { ...base, ...brought, keys: keys.taken(), ms, otherwise, failed }
  } catch (error) {
    const failed = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
    return { ...base, ...nothing, keys: keys.taken(), ms: performance.now() - begun, otherwise: [], failed }
  }
}

const incidents = ({ app }: Workspace): Promise<readonly IncidentRow[]> =>
  app.house.selectFrom('incidents').selectAll().execute() as unknown as Promise<readonly IncidentRow[]>

/** The record as it lies in the database against what was wanted: what was saved is read back, not taken on trust. */
function differsFrom({ app }: Workspace, row: IncidentRow, wanted: readonly ReviewRow[]): readonly string[] {
  const { codebook } = app.knowledge
  const held = (row.body as unknown as Incident).rulings.flatMap((one) => one.values)
  const items = held.map((value, n) => {
    const { field, ...row } = rowOfValue(value, codebook, 'en')
    // A name that a claim has as another spelling of its own stands under the fuller one.
    const spellings: readonly string[] = value.field === 'person' ? value.value.aliases : []
    const asked = wanted.find((one) => one.field === 'person' && spellings.includes(one.value))
    const parts = { ...row, value: asked?.value ?? row.value }
    // A date that nobody knows is no date.
    return { kind: 'row' as const, n, field, keep: field !== 'date' || parts.value !== '', parts }
  })
  const { steps, left } = planFor(items, wanted)
  return [
    ...steps.map((step) =>
      step.do === 'mend'
        ? step.parts
            .map(
              (part) =>
                `${step.want.field} ${part}${isWording(step.want.field, part) ? ' (wording)' : ''}: ${step.item.parts[part]} for ${step.want[part]}`,
            )
            .join(', ')
        : `${step.item.field}: ${step.item.parts.value} too many`,
    ),
    ...left.map((want) => `${want.field}: ${want.value} ${want.number} missing`),
  ]
}
