/** Routes to what came in sealed: the list, one mailbox, its sealed bytes, an answer, and what was decided on it. */
import type { Hono, Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import type { Context } from '../../../usecases/context.ts'
import {
  answerTold,
  intakeBody,
  listIntake,
  type Mailbox,
  readMailbox,
  triageTold,
} from '../../../usecases/intake/triage.ts'
import { recipientsNow } from '../../../usecases/sealed/recipients.ts'
import { scripted } from '../../middleware/headers.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { sealedBody, sealedFile } from '../sealed/sealed-form.ts'
import { intakeListPage, mailboxPage } from './pages.ts'

const ROOM = '/:language/desk/intake'
const BOX = `${ROOM}/:mailbox`

export function intakeDeskRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const root = context.sealingRoot ?? ''
  const view = async (c: Request<DeskEnv>, mailbox: string) => ({
    box: await readMailbox(behind(c), mailbox),
    recipients: await recipientsNow(context, root),
    root,
  })
  const done = (c: Request<DeskEnv>, to: string): Response => {
    if (wantsJson(c)) return c.json({ done: true }) as Response
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/intake${to}`, 303)
  }
  app.use(BOX, scripted)
  app.get(ROOM, async (c) => c.html(intakeListPage(desktopOf(c, context), await listIntake(behind(c)))))
  app.get(`${ROOM}.json`, async (c) => c.json({ mailboxes: (await listIntake(behind(c))).map(twin) }))
  app.get(BOX, async (c) => {
    const asked = c.req.param('mailbox')
    if (asked.endsWith('.age')) return sealedFile(c, asked, await intakeBody(behind(c), asked.slice(0, -4)))
    const { id, isJson } = withoutEnding(asked)
    const found = await view(c, id)
    return isJson ? c.json(twin(found.box)) : c.html(mailboxPage(desktopOf(c, context), found))
  })
  app.post(`${BOX}/answer`, async (c) => {
    const mailbox = c.req.param('mailbox')
    await answerTold(behind(c), mailbox, await sealedBody(c, ['what', 'list', 'body']))
    return done(c, `/${mailbox}`)
  })
  app.post(`${BOX}/triage`, async (c) => {
    const mailbox = c.req.param('mailbox')
    const given = await formFields(c, ['verdict', 'consent', 'why', 'record'])
    if (!/^[0-9a-f]{64}$/.test(mailbox)) throw refuse('page.not-found')
    await triageTold(behind(c), mailbox, { ...given, record: given.record.trim() })
    return done(c, given.verdict === 'declined' ? '' : `/${mailbox}`)
  })
}

const twin = ({ mailbox, letters, triage }: Mailbox): object => ({ mailbox, letters, triage })
