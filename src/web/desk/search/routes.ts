/** Routes to the search. What somebody looks for is sent as a form, so that no name stands in an address, which browsers and servers keep; a program asks the same address for JSON. */
import type { Hono } from 'hono'
import { type Fault, Refusal, refuse } from '../../../core/faults.ts'
import { isIsoDay } from '../../../core/partial-date.ts'
import { mayAtAll } from '../../../core/policy.ts'
import { STATES } from '../../../core/state.ts'
import { TIERS } from '../../../core/tier.ts'
import type { Context } from '../../../usecases/context.ts'
import { type Asked, SEARCH_KINDS, search } from '../../../usecases/search/search.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { tidy } from '../form-of.ts'
import { orShow } from '../or-show.ts'
import { searchPage } from './page.ts'

const FIELDS = ['words', 'kind', 'state', 'tier', 'from', 'to', 'place', 'page'] as const
export type SearchForm = Readonly<Record<(typeof FIELDS)[number], string>>
const EMPTY = Object.fromEntries(FIELDS.map((one) => [one, ''])) as SearchForm

export function searchRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const page = '/:language/desk/search'
  const mayRead = ({ actor, knowledge }: Context): void => {
    if (actor && !mayAtAll(knowledge.codebook.policy, actor, 'read')) throw refuse('access.forbidden')
  }
  app.get(page, (c) => {
    mayRead(behind(c))
    return c.html(searchPage(desktopOf(c, context), { form: EMPTY, found: null, page: 0, kind: null }))
  })
  app.post(page, async (c) => {
    const own = behind(c)
    mayRead(own)
    const form = await formFields(c, FIELDS)
    const desktop = desktopOf(c, context)
    const work = async (): Promise<Response> => {
      const asked = askedIn(form)
      const found = await search(own, asked)
      if (wantsJson(c)) return c.json({ found })
      return c.html(searchPage(desktop, { form, found, page: asked.page, kind: asked.kind }))
    }
    const again = (lines: readonly string[]): string =>
      searchPage(desktop, { form, found: null, page: 0, kind: null }, lines)
    return orShow(c, { context }, work, again)
  })
}

/** All that is wrong at once. */
function askedIn(form: SearchForm): Asked {
  const faults: Fault[] = []
  const known = <T extends string>(values: readonly T[], name: 'kind' | 'state' | 'tier'): T | null => {
    const found = values.find((one) => one === form[name]) ?? null
    if (found === null && form[name] !== '')
      faults.push({ code: 'input.value', params: { problem: name }, where: name })
    return found
  }
  const day = (name: 'from' | 'to'): string | null => {
    const date = tidy(form[name])
    if (date !== '' && !isIsoDay(date))
      faults.push({ code: 'input.date', params: { date: date.slice(0, 40) }, where: name })
    return date === '' ? null : date
  }
  const page = Number.parseInt(form.page, 10)
  const asked: Asked = {
    words: tidy(form.words).slice(0, 200),
    kind: known(SEARCH_KINDS, 'kind'),
    state: known(STATES, 'state'),
    tier: known(TIERS, 'tier'),
    from: day('from'),
    to: day('to'),
    place: tidy(form.place).slice(0, 100),
    page: Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 0,
  }
  if (faults.length > 0) throw new Refusal(faults)
  return asked
}
