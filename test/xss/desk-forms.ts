/** Texts that would run in, each sent through one of the forms of the workspace as somebody signed in would; the pages that then show them out. */
import type { Hono } from 'hono'
import type { Context } from '../../src/usecases/context.ts'
import type { DeskEnv } from '../../src/web/middleware/signed-in.ts'
import { RECORDS } from '../journeys/desk-world.ts'
import { type Entered, signedInAs } from '../world.ts'
import type { Payload } from './payloads.ts'

const ORIGIN = 'http://127.0.0.1'
const { published, verified, shared, waiting } = RECORDS

type Fields = Readonly<Record<string, string>>
type Form = { readonly path: string; readonly fields: (text: string) => Fields; readonly takes: number }

const basis = (text: string): Fields => ({
  ...{ kind: 'consent', level: 'pseudonym', to: 'public', beyond: 'never' },
  ...{ reason: text, how: text, review: '2027-10-01' },
})
const byHand = (text: string): Fields => ({
  ...{ words: `Written down: ${text}`, country: 'kz', language: 'en', way: 'publication', title: text },
  ...{ publisher: text, collector: text, licence: text, why: text },
  ...{ 'r0.field': 'kind', 'r0.keep': 'yes', 'r0.value': 'event' },
  ...{ 'r1.field': 'outcome', 'r1.keep': 'yes', 'r1.value': text },
})
const asked = (text: string): Fields => ({ of: text, how: text, on: '2026-11-02', until: '2026-11-16' })

/** `takes`: how many texts of twenty go this way; a form after which pages are made anew costs more than one that only asks. */
const FORMS: readonly Form[] = [
  { path: 'exports', fields: (reason) => ({ ids: published, audience: 'public', reason }), takes: 7 },
  { path: 'accounts/organisations', fields: (name) => ({ id: '', name: name.slice(0, 100) }), takes: 5 },
  {
    path: `records/${verified}/reply`,
    fields: (text) => ({ ...asked(text), answered: '2026-11-20', words: text }),
    takes: 2,
  },
  { path: `records/${waiting}/reply`, fields: (text) => ({ 'not-asked': text }), takes: 1 },
  { path: 'records/new', fields: byHand, takes: 1 },
  {
    path: 'people',
    fields: (text) => ({ en: text, variants: text, pseudonym: text, another: 'yes' }),
    takes: 1,
  },
  {
    path: 'questions',
    fields: (words) => ({ kind: 'incident', about: published, field: '', to: '', words }),
    takes: 2,
  },
  { path: 'people/usenov/basis', fields: basis, takes: 1 },
  { path: 'people/namesake/withdraw', fields: (why) => ({ why }), takes: 1 },
  { path: 'moves', fields: (why) => ({ ids: shared, move: 'withdraw', why }), takes: 2 },
  {
    path: `records/${published}/share`,
    fields: (why) => ({ kind: 'organisation', whom: 'abroad', why, ended: '' }),
    takes: 1,
  },
]
const TURNS = FORMS.flatMap((form) => Array.from({ length: form.takes }, () => form))

export type Sent = { readonly path: string; readonly status: number; readonly text: string }

/** Who asks: an administrator names organisations, an editor does the rest. */
export const enterAsBoth = async (
  world: Context,
): Promise<{ readonly editor: Entered; readonly administrator: Entered }> => ({
  editor: await signedInAs(world, { handle: 'aigerim', role: 'editor' }),
  administrator: await signedInAs(world, { handle: 'root', role: 'administrator' }),
})
type Both = Awaited<ReturnType<typeof enterAsBoth>>

export async function post(app: Hono<DeskEnv>, by: Entered, path: string, fields: Fields): Promise<Sent> {
  const answer = await app.request(`${ORIGIN}/en/desk/${path}`, {
    method: 'POST',
    headers: { Cookie: by.cookie, Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, 'form-token': by.formToken }).toString(),
  })
  return { path, status: answer.status, text: await answer.text() }
}

export async function throughForms(
  app: Hono<DeskEnv>,
  { editor, administrator }: Both,
  all: readonly Payload[],
): Promise<readonly Sent[]> {
  const sent: Sent[] = []
  for (const [index, { text, mark }] of all.entries()) {
    const { path, fields } = TURNS[index % TURNS.length] ??
      TURNS[0] ??
      FORMS[0] ?? { path: '', fields: () => ({}) }
    const isHouse = path.startsWith('accounts/')
    const given: Fields = fields(text)
    sent.push(
      await post(
        app,
        isHouse ? administrator : editor,
        path,
        isHouse ? { ...given, id: `org-${mark}` } : given,
      ),
    )
    // What was taken off or back goes its way again, so that the next text finds the same record.
    if (path === 'moves' && given.move === 'withdraw')
      await post(app, editor, 'moves', { ids: shared, move: 'reopen', why: text })
  }
  return sent
}

/** Pages of the editor, and the one of the administrator, on which those texts then stand. */
export const SHOWING: readonly string[] = [
  ...['exports', 'people', 'people/usenov', 'people/namesake', 'records'],
  ...Object.values(RECORDS).flatMap((id) => [`records/${id}`, `records/${id}/history`]),
]
