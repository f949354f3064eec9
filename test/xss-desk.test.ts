/** T6, inside: two hundred texts that would run go through every field that people of the workspace write in; its pages show words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RECORDS, type Served, servedWorld } from './journeys/desk-world.ts'
import { dangersIn } from './xss/dangers.ts'
import { enterAsBoth, post, type Sent, SHOWING, throughForms } from './xss/desk-forms.ts'
import { payloads } from './xss/payloads.ts'

const ALL = payloads(200)
let served: Served
let both: Awaited<ReturnType<typeof enterAsBoth>>
let sent: readonly Sent[]
let shown: readonly Sent[]

beforeAll(async () => {
  served = await servedWorld()
  both = await enterAsBoth(served.world)
  sent = await throughForms(served.app, both, ALL)
  const pages: Sent[] = []
  for (const path of [...SHOWING, 'accounts']) {
    const { cookie } = path === 'accounts' ? both.administrator : both.editor
    const answer = await served.app.request(`http://127.0.0.1/en/desk/${path}`, {
      headers: { Cookie: cookie },
    })
    pages.push({ path, status: answer.status, text: await answer.text() })
  }
  shown = pages
})
afterAll(() => served?.close())

const seen = (): string => shown.map((one) => one.text).join('\n')

describe('texts that would run, written by people of the workspace', () => {
  it('are taken by every form there is for them', () => {
    expect(sent.filter((one) => one.status >= 400).map((one) => `${one.status} ${one.path}`)).toEqual([])
    expect(shown.map((one) => one.status)).toEqual(shown.map(() => 200))
  })

  it('really are shown, or this test would see nothing', () => {
    expect(ALL.filter((one) => seen().includes(one.mark)).length).toBeGreaterThan(180)
  })

  it('stand in no page unescaped, and make nothing that a browser would act on', () => {
    const all = seen()
    expect(ALL.filter(({ text }) => /[<"]/.test(text) && all.includes(text))).toEqual([])
    expect(
      [...shown, ...sent].flatMap(({ path, text }) => dangersIn(text).map((one) => `${path}: ${one}`)),
    ).toEqual([])
  })

  it.each(ALL.filter((_, index) => index % 25 === 0).map((one) => [one.text] as const))(
    'are refused where a pseudonym, an id or a step is asked for, and said back as words: %s',
    async (text) => {
      const { app } = served
      const share = { kind: 'account', whom: text.slice(0, 41), why: 'x', ended: '' }
      const answers = [
        await post(app, both.editor, `records/${RECORDS.published}/share`, share),
        await post(app, both.editor, 'moves', { ids: text, move: 'withdraw', why: 'x' }),
        await post(app, both.editor, 'moves', { ids: RECORDS.published, move: text, why: 'x' }),
        await post(app, both.editor, 'moves', {
          [text]: 'x',
          ids: RECORDS.published,
          move: 'withdraw',
          why: 'x',
        }),
        await post(app, both.editor, 'exports', { ids: text, audience: 'public', reason: 'x' }),
        await post(app, both.editor, 'people/usenov/basis', {
          kind: text,
          level: text,
          to: text,
          review: text,
        }),
        await post(app, both.administrator, 'accounts/organisations', { id: text, name: 'x' }),
        await post(app, both.administrator, 'accounts/invite', { role: text, organisation: text }),
      ]
      for (const answer of answers) {
        expect(answer.status, answer.path).toBeGreaterThanOrEqual(400)
        expect(answer.status, answer.path).toBeLessThan(500)
        expect(dangersIn(answer.text)).toEqual([])
      }
    },
  )

  it.each(['why', 'ids', 'move'])(
    'with a sign no store can keep are refused in %s, not failed over',
    async (name) => {
      const fields = { ids: RECORDS.published, move: 'withdraw', why: 'x', [name]: 'a\0b' }
      expect((await post(served.app, both.editor, 'moves', fields)).status).toBe(422)
    },
  )
})
