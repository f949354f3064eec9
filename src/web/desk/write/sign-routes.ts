/** Routes to the room in which organisations are asked to sign a text: offer it, make a link, say that a signature is theirs. Each action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import type { Refusal } from '../../../core/faults.ts'
import { refuse } from '../../../core/faults.ts'
import type { HouseAction } from '../../../core/policy.ts'
import { signPath } from '../../../publish/pages/sign.ts'
import type { Context } from '../../../usecases/context.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import { dropLink, inviteToSign, renewLink } from '../../../usecases/signing/links.ts'
import { offerText } from '../../../usecases/signing/offer-text.ts'
import { readSigning } from '../../../usecases/signing/read-signing.ts'
import { settleSignature } from '../../../usecases/signing/settle.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { proofFor } from '../../middleware/stepped-up.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { signDeskPage } from './sign-page.ts'

type Asked = Request<DeskEnv>
type Typed = Readonly<Record<string, string>>
const isTold = ({ code }: Refusal): boolean => code.startsWith('sign.') || code.startsWith('write.')

/** `site`: where the public site stands, which answers links; empty: the path alone is told. */
export function signRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind, site: string): void {
  const room = '/:language/desk/write/:id/sign'
  const pathOf = (c: Asked): string =>
    `/${desktopOf(c, context).face.words.language}/desk/write/${c.req.param('id')}/sign`
  const page = async (
    c: Asked,
    more: { link?: string; faults?: readonly string[]; typed?: Typed } = {},
  ): Promise<string> => {
    const own = behind(c)
    const signing = await readSigning(own, c.req.param('id') ?? '')
    const may = { give: mayDo(own, 'publish-text', null), confirm: mayDo(own, 'approve-text', null) }
    const { link = null, faults = [], typed = {} } = more
    return signDeskPage(desktopOf(c, context), {
      signing,
      may,
      link,
      faults,
      typed,
      handle: c.get('actor').handle,
    })
  }
  const post = <K extends string>(
    name: string,
    action: HouseAction,
    fields: readonly K[],
    work: (c: Asked, own: Context, id: string, sent: Readonly<Record<K, string>>) => Promise<string | null>,
  ): void => {
    app.post(`${room}/${name}`, async (c) => {
      const [own, id] = [behind(c), c.req.param('id')]
      permit(own, action)
      const sent = await formFields(c, fields)
      const proof = proofFor(c, context, action, `write/${id}/sign`)
      if (proof) return proof
      const done = async (): Promise<Response> => {
        const token = await work(c, own, id, sent)
        const link =
          token === null ? null : `${site}${signPath(desktopOf(c, context).face.words.language, token)}`
        if (wantsJson(c)) return c.json({ id, link })
        // Shown once: it is kept nowhere, so it cannot be shown again.
        return link === null
          ? c.redirect(pathOf(c), 303)
          : c.html(await page(c, { link }), 200, { 'Cache-Control': 'no-store' })
      }
      return orShow(c, { context }, done, (faults) => page(c, { faults, typed: sent }), isTold)
    })
  }

  app.get(room, async (c) => c.html(await page(c)))
  app.get(`${room}.json`, async (c) => {
    const { read, offers, asked } = await readSigning(behind(c), c.req.param('id'))
    return c.json({ id: read.row.id, state: read.status.state, seen: read.seen, offers, asked })
  })
  post(
    'offer',
    'publish-text',
    ['seen', 'substance', 'why'],
    async (_c, own, id, { seen, substance, why }) => {
      const read = /^\d{1,15}$/.test(seen) ? Number(seen) : 0
      await offerText(own, id, { isSubstance: substance !== 'no', why, seen: read })
      return null
    },
  )
  post('invite', 'publish-text', ['label', 'days'], (_c, own, id, sent) => inviteToSign(own, id, sent))
  post('renew', 'publish-text', ['signatory', 'days'], (_c, own, id, { signatory, days }) =>
    renewLink(own, id, signatory, days),
  )
  post('drop', 'write', ['signatory'], async (_c, own, id, { signatory }) => {
    await dropLink(own, id, signatory)
    return null
  })
  post(
    'settle',
    'approve-text',
    ['signatory', 'act', 'why'],
    async (_c, own, id, { signatory, act, why }) => {
      if (act !== 'confirm' && act !== 'strike') throw refuse('input.value', { problem: 'act' }, 'act')
      await settleSignature(own, id, signatory, { act, why })
      return null
    },
  )
}
