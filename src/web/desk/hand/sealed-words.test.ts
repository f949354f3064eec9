/** A testimony is written down by hand and sealed: a colleague beside finds neither the record nor the words, by whatever page. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyWorld, ROOT, signedInAs } from '../../../../test/world.ts'
import { testStaff } from '../../../store/test-stores.ts'
import type { Context } from '../../../usecases/context.ts'
import { desk } from '../desk.ts'

const ORIGIN = 'http://127.0.0.1:8421'
const WORDS =
  'On 7 May 2024 police in Almaty detained the weaver Asan Usenov. On 9 May 2024 a court in Almaty fined him 132,550 tenge.'
const SAID = ['weaver', 'Usenov', 'neighbour of the mill', 'mill-whistle']

let world: Context
let web: ReturnType<typeof desk>
const who = {} as Record<'lena' | 'marat' | 'zarina', Awaited<ReturnType<typeof signedInAs>>>
type Name = keyof typeof who
const ask = (name: Name, path: string, fields?: Readonly<Record<string, string>>) => {
  const headers = { Cookie: who[name].cookie, Origin: ORIGIN }
  if (!fields) return web.request(`${ORIGIN}/en/desk/${path}`, { headers })
  const body = new URLSearchParams({ ...fields, 'form-token': who[name].formToken })
  return web.request(`${ORIGIN}/en/desk/${path}`, { method: 'POST', body, headers })
}

let [record, document, question] = ['', '', '']
beforeAll(async () => {
  world = await emptyWorld()
  const model = { url: 'http://127.0.0.1:1/v1', name: 'none', key: '' }
  web = desk(
    { ...world, model },
    { root: ROOT, host: '127.0.0.1', staff: { behind: (wall) => testStaff(world.house, wall) } },
  )
  for (const [name, role] of [
    ['lena', 'monitor'],
    ['marat', 'monitor'],
    ['zarina', 'editor'],
  ] as const)
    who[name] = await signedInAs(world, { handle: name, role })
  const saved = await ask('lena', 'records/new', {
    ...{ words: WORDS, country: 'kz', way: 'interview', title: 'mill-whistle' },
    ...{ publisher: 'neighbour of the mill', do: 'save' },
    ...{ 'r0.field': 'kind', 'r0.keep': 'yes', 'r0.value': 'event' },
    ...{ 'r1.field': 'act', 'r1.keep': 'yes', 'r1.value': 'detention' },
    ...{ tier: 'sealed', 'tier-why': 'told under a promise' },
  })
  record = /records\/([a-z0-9-]+)$/.exec(saved.headers.get('Location') ?? '')?.[1] ?? ''
  expect([saved.status, record]).toEqual([303, expect.stringMatching(/^kz-/)])
  document = (await world.house.selectFrom('documents').select('id').executeTakeFirstOrThrow()).id
  const reading = (await world.house.selectFrom('readings').select('id').executeTakeFirstOrThrow()).id
  const asked = await ask('lena', 'questions', {
    ...{ kind: 'draft', about: `${reading}#0`, field: '', to: '', words: 'Is it the weaver?' },
  })
  expect(asked.status).toBe(303)
  question = (await world.house.selectFrom('questions').select('id').executeTakeFirstOrThrow()).id
})
afterAll(() => world?.store.destroy())

it('and is there for whoever it was told to', async () => {
  for (const path of [`records/${record}`, `documents/${document}`, 'documents', 'questions'])
    expect(await (await ask('lena', path)).text(), path).toMatch(/weaver|mill-whistle/)
})

it.each(['marat', 'zarina'] as const)('%s finds it nowhere', async (name) => {
  const pages = [
    ...['', 'today.json', 'documents', 'documents.json', 'records', 'records.json', 'records/new'],
    ...['questions', 'questions.json', 'second', 'second.json', 'cases', 'people', 'me/journey.json'],
    ...[
      '',
      '.json',
      '/0',
      '/0.json',
      '/new',
      '/file',
      '/changes',
      '/measurements',
      '/model',
      '/model.json',
    ].map((part) => `documents/${document}${part}`),
    ...[`questions/${question}`, `questions/${question}.json`, `records/${record}`, `second/${record}`],
    `documents.json?like=${document}`,
  ]
  for (const path of pages) {
    const text = await (await ask(name, path)).text()
    for (const word of SAID) expect(text.includes(word), `${path}: ${word}`).toBe(false)
    if (!path.includes(document)) expect(text.includes(document), path).toBe(false)
    if (!path.includes(record)) expect(text.includes(record), path).toBe(false)
  }
  for (const words of ['weaver', 'mill-whistle', 'Усенов', '132,550', document]) {
    const text = await (await ask(name, 'search', { words })).text()
    expect(text.includes('/desk/documents/d-'), words).toBe(false)
    expect(text.includes('/desk/records/kz-'), words).toBe(false)
  }
  const absent = 'd-0123456789abcdef'
  for (const part of ['', '.json', '/0', '/model', '/file']) {
    const [here, nowhere] = [
      await ask(name, `documents/${document}${part}`),
      await ask(name, `documents/${absent}${part}`),
    ]
    expect(here.status, part).toBe(nowhere.status)
  }
  const journey = JSON.parse(await (await ask(name, 'me/journey.json')).text()) as { reports: number }
  expect(journey.reports).toBe(0)
})
