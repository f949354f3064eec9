/** A form of values on a page in, its rows out; and what must be done to them until they say what is wanted. */
import type { Page } from 'playwright-core'
import type { ReviewRow } from '../../src/core/review-row.ts'
import { FIELDS, type Field, SINGLE_FIELDS } from '../../src/core/values.ts'

export const PARTS = ['value', 'number', 'unit', 'who', 'role', 'harmed'] as const
export type Part = (typeof PARTS)[number]
type Said = Pick<ReviewRow, Part | 'field'>

/** `row`: something stands in it. `blank`: empty, of one field. `add`: empty, and the field is chosen first. */
export type Item = {
  readonly kind: 'row' | 'blank' | 'add'
  /** Number in the names of its controls. */
  readonly n: number
  readonly field: string
  readonly keep: boolean
  readonly parts: Readonly<Partial<Record<Part, string>>>
}

export const itemsOn = async (page: Page, form: string): Promise<readonly Item[]> =>
  await page.evaluate((selector) => {
    const name = (one: Element): string => one.getAttribute('name') ?? ''
    return [...document.querySelectorAll(`${selector} .rows > li`)].flatMap((li) => {
      const field = li.querySelector('[name$=".field"]') as HTMLInputElement | HTMLSelectElement | null
      const keep = li.querySelector('[name$=".keep"]') as HTMLInputElement | null
      if (!field) return []
      const parts = [...li.querySelectorAll('[name]')].flatMap((one) => {
        const part = name(one).split('.')[1] ?? ''
        return ['value', 'number', 'unit', 'who', 'role', 'harmed'].includes(part)
          ? [[part, (one as HTMLInputElement).value] as const]
          : []
      })
      const isNew = li.classList.contains('new')
      return [
        {
          kind: !isNew
            ? ('row' as const)
            : field.tagName === 'SELECT'
              ? ('add' as const)
              : ('blank' as const),
          n: Number(/^r(\d+)\./.exec(name(field))?.[1] ?? -1),
          field: field.value,
          keep: keep?.type !== 'checkbox' || keep.checked,
          parts: Object.fromEntries(parts),
        },
      ]
    })
  }, form)

export type Step =
  | { readonly do: 'drop' | 'take'; readonly item: Item }
  /** `isWording`: only words differ that two people write in two ways. */
  | { readonly do: 'mend'; readonly item: Item; readonly want: ReviewRow; readonly parts: readonly Part[] }
  | { readonly do: 'fill'; readonly item: Item; readonly want: ReviewRow }

/** Free words, in which an annotator and a rule rarely agree to the letter. */
export const isWording = (field: Field, part: Part): boolean =>
  part === 'role' ||
  part === 'who' ||
  (part === 'value' && ['group', 'organisation', 'offence', 'actor', 'source', 'outcome'].includes(field))

export const folded = (text: string): string =>
  text
    .replace(/[«»“”"]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^the /, '')

const partsOf = (field: Field): readonly Part[] =>
  field === 'person'
    ? ['value', 'harmed', 'role']
    : field === 'group'
      ? ['number', 'unit', 'value']
      : field === 'penalty'
        ? ['value', 'number', 'unit', 'who']
        : ['value']

export const differing = (want: Said, has: Readonly<Partial<Record<Part, string>>>): readonly Part[] =>
  partsOf(want.field).filter((part) => folded(want[part]) !== folded(shownAs(want, has[part] ?? '')))

/** Where an annotation tells of a law its code alone, the words by which the text calls it are no difference. */
const shownAs = (want: Said, text: string): string =>
  want.field === 'law' && !/[«“"]/.test(want.value) ? text.replace(/\s*«.*»$/, '') : text

/** The same thing said a little otherwise: its words stay its words, and its row is mended in place. */
function isNear(want: Said, item: Item): boolean {
  if (SINGLE_FIELDS.has(want.field)) return true
  const same = (part: Part): boolean => folded(want[part]) === folded(item.parts[part] ?? '')
  if (want.field === 'group') return same('number') || same('value')
  if (want.field === 'penalty') return same('value') || same('number')
  if (want.field === 'law' || want.field === 'person') {
    const [one, other] = [folded(want.value), folded(item.parts.value ?? '')]
    return other !== '' && (one.includes(other) || other.includes(one))
  }
  return false
}

export type Plan = { readonly steps: readonly Step[]; readonly left: readonly ReviewRow[] }

/** In the order of the page; `left`: no empty row is left for them. */
export function planFor(items: readonly Item[], wanted: readonly ReviewRow[]): Plan {
  const steps: Step[] = []
  const used = new Set<Item>()
  const met = new Set<ReviewRow>()
  const pair = (does: (want: ReviewRow, item: Item) => boolean): void => {
    for (const want of wanted) {
      if (met.has(want)) continue
      const of = items.filter((one) => one.kind === 'row' && one.field === want.field && !used.has(one))
      const item = of.find((one) => one.keep && does(want, one)) ?? of.find((one) => does(want, one))
      if (!item) continue
      used.add(item)
      met.add(want)
      const parts = differing(want, item.parts)
      if (!item.keep) steps.push({ do: 'take', item })
      if (parts.length > 0) steps.push({ do: 'mend', item, want, parts })
    }
  }
  pair((want, item) => differing(want, item.parts).length === 0)
  pair(
    (want, item) =>
      differing(want, item.parts).every((part) => isWording(want.field, part)) &&
      want.field !== 'outcome' &&
      partsOf(want.field).length > 1,
  )
  pair(isNear)
  for (const item of items)
    if (item.kind === 'row' && item.keep && !used.has(item)) steps.push({ do: 'drop', item })
  // Of a record that says no kind it is one event.
  const hasKind = items.some((one) => one.kind === 'row' && one.field === 'kind')
  const open = wanted.filter(
    (one) => !met.has(one) && !(one.field === 'kind' && one.value === 'event' && !hasKind),
  )
  const empty = items.filter((one) => one.kind !== 'row')
  const left: ReviewRow[] = []
  for (const want of [...open].sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field))) {
    const free = (kind: Item['kind']): Item | undefined =>
      empty.find((one) => one.kind === kind && !used.has(one) && (kind === 'add' || one.field === want.field))
    const item = free('blank') ?? free('add')
    if (!item) left.push(want)
    else {
      used.add(item)
      steps.push({ do: 'fill', item, want })
    }
  }
  return { steps: steps.sort((a, b) => items.indexOf(a.item) - items.indexOf(b.item)), left }
}
