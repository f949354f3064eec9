/** What was shared with a partner, for the partner's program: a key in the header instead of a session, each answer in the log. */
import type { Hono, Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { askedIn } from '../../../publish/api/asked.ts'
import { nothingAsked, proceedingsAsked } from '../../../publish/api/parameters.ts'
import type { Staff } from '../../../store/wall.ts'
import { type Holder, holderOf, noteUse } from '../../../usecases/accounts/tokens.ts'
import type { Context } from '../../../usecases/context.ts'
import { readRecord } from '../../../usecases/read-records.ts'
import { readShared } from '../../../usecases/read-shared.ts'
import { wallOf } from '../../../usecases/wall-of.ts'
import { cursorOf, idOfCursor } from '../../api/cursor.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { tokenLimit } from '../../middleware/token-limit.ts'

type Desk = Hono<DeskEnv>

export function partnerApi(app: Desk, context: Context, staff: Pick<Staff, 'behind'>): void {
  const wait = tokenLimit()
  /** Never in the address, where it would stand in histories and in the logs of proxies. */
  const held = async (c: Request<DeskEnv>): Promise<Holder> => {
    const [, token] = /^Bearer (\S{10,100})$/.exec(c.req.header('Authorization') ?? '') ?? []
    c.header('WWW-Authenticate', 'Bearer')
    if (token === undefined) throw refuse('token.unknown')
    const holder = await holderOf(context, token)
    await wait(c, holder.token)
    return holder
  }
  const inName = ({ actor }: Holder): Context => ({
    ...context,
    actor,
    store: staff.behind(wallOf(context.knowledge.codebook.policy, actor)),
  })
  const answer = async (
    c: Request<DeskEnv>,
    holder: Holder,
    records: number,
    value: unknown,
  ): Promise<Response> => {
    const body = JSON.stringify(value)
    await noteUse(context, holder, { records, body })
    return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  }
  app.get('/api/v1/records', async (c) => {
    const holder = await held(c)
    const { limit, cursor } = askedIn(new URL(c.req.url).searchParams, proceedingsAsked)
    const { records, more } = await readShared(
      inName(holder),
      cursor === undefined ? '' : idOfCursor(cursor),
      limit,
    )
    const last = records.at(-1)
    return answer(c, holder, records.length, { records, next: more && last ? cursorOf(last.id) : null })
  })
  app.get('/api/v1/records/:id', async (c) => {
    const holder = await held(c)
    askedIn(new URL(c.req.url).searchParams, nothingAsked)
    const found = await readRecord(inName(holder), c.req.param('id'))
    if (found.kind === 'team') throw refuse('access.forbidden')
    return answer(c, holder, 1, { form: found.kind, record: found.incident })
  })
}
