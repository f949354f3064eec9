/** Routes to what people did: how the numbers stand, the key of a campaign, what is struck out and taken back, switches, words on patches. */
import type { Hono, Context as Request } from 'hono'
import { ONLINE_KINDS } from '../../../core/act/actions.ts'
import { ACTION_SWITCHES, type Matching } from '../../../core/act/rulings.ts'
import { refuse } from '../../../core/faults.ts'
import { withIsoDays } from '../../../core/partial-date.ts'
import { type ActionKeys, loadActionKey, makeActionKey } from '../../../usecases/actions/keys.ts'
import { isOfHouse, ownCampaign } from '../../../usecases/actions/own-campaign.ts'
import { listActions, readActions, readPatch } from '../../../usecases/actions/read-actions.ts'
import { foreseeRuling } from '../../../usecases/actions/rule-on-actions.ts'
import { sayRuling } from '../../../usecases/actions/say-ruling.ts'
import type { Context } from '../../../usecases/context.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { steppedUpFor } from '../../middleware/stepped-up.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { actionsListPage, actionsPage, foreseenPage } from './pages.ts'

const ROOM = '/:language/desk/actions'
const FIELDS = ['kind', 'kinds', 'countries', 'from', 'to', 'cohorts'] as const

export function actionRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind, keys: ActionKeys): void {
  const own = (c: Request<DeskEnv>) => behind(c)
  const home = (c: Request<DeskEnv>, to = ''): string =>
    `/${desktopOf(c, context).face.words.language}/desk/actions${to}`
  const done = (c: Request<DeskEnv>, to = ''): Response =>
    wantsJson(c) ? (c.json({ done: true }) as Response) : c.redirect(home(c, to), 303)
  const fresh = steppedUpFor(context, 'act-rule', 'actions')
  app.get(ROOM, async (c) => c.html(actionsListPage(desktopOf(c, context), await listActions(own(c)))))
  app.get(`${ROOM}.json`, async (c) => c.json(await listActions(own(c))))
  app.post(`${ROOM}/switch`, fresh, async (c) => {
    if (!isOfHouse(own(c))) throw refuse('access.forbidden')
    const { name, on, why } = await formFields(c, ['name', 'on', 'why'])
    const found = ACTION_SWITCHES.find((one) => one === name)
    if (!found) throw refuse('input.value', { problem: 'name' }, 'name')
    await sayRuling(own(c), { kind: 'switch', switch: found, on: on === 'yes' }, why)
    return done(c)
  })
  app.get(`${ROOM}/:campaign`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('campaign'))
    const read = await readActions(own(c), keys, id)
    return isJson ? c.json(read) : c.html(actionsPage(desktopOf(c, context), read))
  })
  // Shown this once, as a file: whoever makes it takes it away from the server at once.
  app.post(`${ROOM}/:campaign/key`, fresh, async (c) => {
    const [campaign, asker] = [c.req.param('campaign'), own(c)]
    await formFields(c, [])
    await readActions(asker, keys, campaign)
    const file = await makeActionKey({ store: context.house, clock: context.clock, keys }, campaign)
    return c.body(file, 200, {
      ...{ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
      'Content-Disposition': 'attachment; filename="key.txt"',
    })
  })
  app.post(`${ROOM}/:campaign/load`, fresh, async (c) => {
    const campaign = c.req.param('campaign')
    await ownCampaign(own(c), campaign)
    const { key } = await formFields(c, ['key'])
    await loadActionKey({ store: context.house, keys }, key.trim(), campaign)
    return done(c, `/${campaign}`)
  })
  app.get(`${ROOM}/:campaign/foresee`, async (c) => {
    const [campaign, asker] = [c.req.param('campaign'), own(c)]
    await readActions(asker, keys, campaign)
    const given = Object.fromEntries(FIELDS.map((name) => [name, c.req.query(name) ?? ''])) as Given
    const view = { campaign, given, foreseen: await foreseeRuling(asker, campaign, matchingOf(given)) }
    return c.html(foreseenPage(desktopOf(c, context), view))
  })
  app.post(`${ROOM}/:campaign/rule`, fresh, async (c) => {
    const campaign = c.req.param('campaign')
    await readActions(own(c), keys, campaign)
    const given = await formFields(c, [...FIELDS, 'why'])
    const kind = given.kind === 'release' ? ('release' as const) : ('invalid' as const)
    await sayRuling(own(c), { kind, campaign, of: matchingOf(given) }, given.why)
    return done(c, `/${campaign}`)
  })
  app.post(`${ROOM}/:campaign/lift`, fresh, async (c) => {
    await ownCampaign(own(c), c.req.param('campaign'))
    const { ruling, why } = await formFields(c, ['ruling', 'why'])
    await sayRuling(own(c), { kind: 'lift', ruling }, why)
    return done(c, `/${c.req.param('campaign')}`)
  })
  app.post(`${ROOM}/:campaign/patch`, async (c) => {
    await ownCampaign(own(c), c.req.param('campaign'))
    const { id, shown } = await formFields(c, ['id', 'shown'])
    await readPatch(own(c), id, shown === 'yes')
    return done(c, `/${c.req.param('campaign')}`)
  })
}

export type Given = Readonly<Record<(typeof FIELDS)[number], string>>
const listed = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean)

/** Empty fields ask for nothing. */
function matchingOf({ kinds, countries, from, to, cohorts }: Given): Matching {
  const asked = ONLINE_KINDS.filter((one) => listed(kinds).includes(one))
  return {
    ...(asked.length > 0 && { kinds: asked }),
    ...(countries.trim() !== '' && {
      countries: listed(countries).map((one) => (one === '?' ? null : one.toLowerCase())),
    }),
    ...(from.trim() !== '' && { from: withIsoDays(from.trim()) }),
    ...(to.trim() !== '' && { to: withIsoDays(to.trim()) }),
    ...(cohorts.trim() !== '' && { cohorts: listed(cohorts) }),
  }
}
