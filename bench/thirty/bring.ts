/** A form of values in front of a keyboard in, everything that is wanted of it typed and the form saved out: which rows needed it, and what was refused. */
import type { ReviewRow } from '../../src/core/review-row.ts'
import { differing, type Item, isWording, itemsOn, type Part, planFor, type Step } from './form.ts'
import type { Keyboard } from './keyboard.ts'

export type Brought = {
  /** `field: what was done`, once for each row. */
  readonly done: readonly string[]
  readonly checks: number
  readonly refused: readonly string[]
}
/** Times that a form is looked at again before it is given up. */
const MOST = 8

export async function bring(
  keys: Keyboard,
  form: string,
  wanted: readonly ReviewRow[],
  before: () => Promise<void> = async () => {},
): Promise<Brought> {
  const done: string[] = []
  for (let checks = 0; checks < MOST; checks += 1) {
    if (checks === 0) await before()
    let plan = planFor(await itemsOn(keys.page, form), wanted)
    let isUnsaid = false
    const does = async (step: Step): Promise<void> => {
      const field = step.do === 'mend' || step.do === 'fill' ? step.want.field : step.item.field
      const wordsOnly = step.do === 'mend' && step.parts.every((part) => isWording(step.want.field, part))
      keys.for(wordsOnly ? `${field} (wording)` : field)
      if (checks === 0 || step.do !== 'mend') done.push(`${field}: ${wordsOnly ? 'wording' : step.do}`)
      if (await take(keys, form, step)) isUnsaid = true
    }
    while (plan.steps.length > 0) {
      for (const step of plan.steps) await does(step)
      // Rows that came while others were filled take what is left.
      const empty = (await itemsOn(keys.page, form)).filter((one) => one.kind === 'add' && one.field === '')
      plan = planFor(empty, plan.left)
    }
    if (plan.left.length > 0) isUnsaid = true
    keys.for(isUnsaid ? 'look again' : 'save')
    const refused = await send(keys, form, isUnsaid ? 'check' : 'save')
    if (!isUnsaid || refused.length > 0) return { done, checks, refused }
  }
  return { done, checks: MOST, refused: ['given up: the form never said it all'] }
}

/** True: the row has no place for all of it yet. */
async function take(keys: Keyboard, form: string, step: Step): Promise<boolean> {
  const { n } = step.item
  const control = (part: string): string => `${form} [name="r${n}.${part}"]:not([type=hidden])`
  if (!('want' in step)) {
    await toRow(keys, form, step.item, 'keep')
    await keys.press(hasKeys(keys, form) && (await isRow(keys)) ? 'x' : 'Space')
    return false
  }
  if (step.do === 'fill' && step.item.kind === 'add') {
    if (hasKeys(keys, form) && !(await isTyping(keys))) await keys.press('a')
    await keys.choose(control('field'), step.want.field)
  }
  const parts = await partsOn(keys, form, n)
  const differ = step.do === 'mend' ? step.parts : differing(step.want, parts)
  for (const [at, part] of (Object.keys(parts) as Part[]).filter((one) => differ.includes(one)).entries()) {
    if (at === 0 && step.do === 'mend') await toRow(keys, form, step.item, part)
    const text = step.want[part]
    if (await isSelect(keys, control(part))) await keys.choose(control(part), text)
    else await keys.write(control(part), text)
  }
  const isDefault = (part: Part): boolean =>
    (part === 'harmed' && step.want.harmed === 'yes') || (part === 'unit' && step.want.unit === 'exact')
  return differ.some((part) => !(part in parts) && step.want[part] !== '' && !isDefault(part))
}

/** With keys switched on by keys from row to row; else by Tab. */
async function toRow(keys: Keyboard, form: string, { n }: Item, part: Part | 'keep'): Promise<void> {
  const target = `${form} [name="r${n}.${part}"]:not([type=hidden])`
  if (!hasKeys(keys, form)) return keys.goTo(target)
  if (await isTyping(keys)) await keys.press('Escape')
  if (!(await isTyping(keys))) {
    const [at, to, all] = await keys.page.evaluate((selector) => {
      const rows = [...document.querySelectorAll('[data-row]')]
      const own = (one: Element | null): number => rows.indexOf(one?.closest('[data-row]') as Element)
      return [own(document.activeElement), own(document.querySelector(selector)), rows.length] as const
    }, target)
    const key = at < 0 ? (to < all / 2 ? 'j' : 'k') : to > at ? 'j' : 'k'
    const steps = at < 0 ? (key === 'j' ? to + 1 : all - to) : Math.abs(to - at)
    for (let step = 0; step < steps; step += 1) await keys.press(key)
    if (part === 'value' || part === 'number') await keys.press('e')
  }
  await keys.goTo(target)
}

/** What is wrong with it, said by the page that came back; nothing when it was saved. */
async function send(keys: Keyboard, form: string, how: 'save' | 'check'): Promise<readonly string[]> {
  const { page } = keys
  const loaded = page.waitForEvent('load')
  const answered = page.waitForResponse(
    (one) => one.request().method() === 'POST' && one.request().isNavigationRequest(),
  )
  // Enter in a field sends a form as its first button does, which saves.
  const isIn = await page.evaluate(
    (selector) => document.activeElement?.matches(`${selector} input`) ?? false,
    form,
  )
  if (how === 'check') {
    await keys.goTo(`${form} button[value=check]`)
    await keys.press('Enter')
  } else if (isIn) await keys.press('Enter')
  else if (hasKeys(keys, form) && !(await isTyping(keys))) await keys.press('s')
  else {
    await keys.goTo(hasKeys(keys, form) ? `${form} button[value=save]` : `${form} input:not([type=hidden])`)
    await keys.press('Enter')
  }
  const [answer] = await Promise.all([answered, loaded])
  if (answer.status() < 400) return []
  return (await page.locator('.wrong').allInnerTexts()).map((one) => one.replace(/\s+/g, ' '))
}

/** Single keys work under review alone. */
const hasKeys = ({ isScripted }: Keyboard, form: string): boolean => isScripted && form === '#review'

const isTyping = (keys: Keyboard): Promise<boolean> =>
  keys.page.evaluate(
    () => document.activeElement?.matches('select, textarea, input:not([type=checkbox])') ?? false,
  )
const isRow = (keys: Keyboard): Promise<boolean> =>
  keys.page.evaluate(() => document.activeElement?.closest('[data-row]') != null)
const isSelect = (keys: Keyboard, selector: string): Promise<boolean> =>
  keys.page.evaluate((one) => document.querySelector(one)?.tagName === 'SELECT', selector)
/** In the order of the page. */
const partsOn = async (keys: Keyboard, form: string, n: number): Promise<Item['parts']> =>
  (await itemsOn(keys.page, form)).find((one) => one.n === n)?.parts ?? {}
