/** Colleagues in one workspace: what waits for whom, questions, blind second readings and search, over the web and behind both walls. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDecision,
  type Entered,
  emptyWorld,
  importText,
  ROOT,
  recordAll,
  signedInAs,
} from '../../../test/world.ts'
import type { Actor } from '../../core/access.ts'
import { memoryStaff } from '../../store/memory.ts'
import type { Context } from '../../usecases/context.ts'
import { forgetPerson } from '../../usecases/forget-person.ts'
import { forgetRecord } from '../../usecases/forget-record.ts'
import { replay } from '../../usecases/replay.ts'
import { verify } from '../../usecases/verify.ts'
import { desk } from './desk.ts'

const TEXT = `Reports of May follow here.

On 7 May 2024 a court in Almaty fined Asan Usenov 132,551 tenge and Aigul Usenova 132,552 tenge.

On 9 May 2024 a court in Uralsk sentenced the blogger Bolat Akhmetov to three years in prison.

On 11 May 2024 police in Astana broke up a picket.

In mid-May 2024 police in Shymkent detained several strikers.`

let now = '2026-12-01T09:00:00.000Z'
let world: Context
let web: ReturnType<typeof desk>
let document = ''
const who = {} as Record<'lena' | 'marat' | 'aigerim' | 'daniyar' | 'oskar' | 'root', Entered>

const origin = 'http://127.0.0.1:8421'
type Name = keyof typeof who
const get = async (name: Name, path: string) => {
  const answer = await web.request(`${origin}/en/desk/${path}`, { headers: { Cookie: who[name].cookie } })
  return { status: answer.status, text: await answer.text() }
}
const json = async (name: Name, path: string) => JSON.parse((await get(name, path)).text)
const post = async (
  name: Name,
  path: string,
  fields: Iterable<readonly [string, string]>,
  accept = 'text/html',
) => {
  const body = new URLSearchParams([...fields].map(([a, b]) => [a, b]))
  body.set('form-token', who[name].formToken)
  const answer = await web.request(`${origin}/en/desk/${path}`, {
    method: 'POST',
    body,
    headers: { Origin: origin, Cookie: who[name].cookie, Accept: accept },
  })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('Location') ?? '' }
}
const of = (fields: Record<string, string>) => Object.entries(fields)
const later = (minutes: number): void => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
}
const enter = async (name: Name, role: Actor['role'], organisation = 'home') => {
  who[name] = await signedInAs(world, { handle: name, role, organisation })
}

const PRISON = 'kz-2024-05-09-p'
const SEALED = 'kz-2024-05-11-s'
const prison = (more: Record<string, unknown> = {}) =>
  aDecision({
    ...{ id: PRISON, document, date: '2024-05-09', by: 'lena', at: now },
    ...{ from: 'On 9 May 2024 a court', to: 'three years in prison.', places: ['Uralsk'] },
    people: [{ name: 'Bolat Akhmetov', harmed: true }],
    acts: ['imprisonment'],
    penalties: [{ type: 'prison', years: 3 }],
    ...more,
  })

beforeAll(async () => {
  world = { ...(await emptyWorld()), clock: { now: () => now } }
  web = desk(world, {
    root: ROOT,
    host: '127.0.0.1',
    staff: { behind: (wall) => memoryStaff(world.house, wall) },
  })
  await world.house
    .insertInto('organisations')
    .values({ id: 'abroad', name: 'Abroad', since: '2026-11-01' })
    .execute()
  for (const [name, role] of [
    ['lena', 'monitor'],
    ['marat', 'monitor'],
    ['aigerim', 'editor'],
    ['daniyar', 'lawyer'],
    ['root', 'administrator'],
  ] as const)
    await enter(name, role)
  await enter('oskar', 'monitor', 'abroad')
  document = (await importText(world, TEXT)).document
  const inside: Context = { ...world, actor: who.lena.visitor.actor }
  await recordAll(inside, [
    {
      ...{
        record: 'person',
        id: 'usenov',
        names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null },
        by: 'lena',
        at: now,
      },
      basis: {
        kind: 'consent',
        level: 'name',
        reason: 'asked',
        givenHow: 'by letter',
        reviewBy: '2026-11-28',
      },
    },
    prison(),
    aDecision({
      ...{ id: SEALED, document, date: '2024-05-11', by: 'aigerim', at: now, acts: ['protest_dispersal'] },
      ...{ from: 'On 11 May 2024 police', to: 'broke up a picket.', places: ['Astana'] },
      tier: { value: 'sealed', why: 'told under a promise' },
    }),
  ])
}, 60_000)
afterAll(() => world?.store.destroy())

describe('the first page', () => {
  it('leads who reads no records to their own work', async () => {
    for (const [name, page] of [['root', 'accounts']] as const) {
      const answer = await web.request(`${origin}/en/desk/`, { headers: { Cookie: who[name].cookie } })
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/en/desk/${page}`])
    }
    expect((await get('root', 'today.json')).status).toBe(403)
  })

  it('tells a monitor what is late first, then what waits, with the doubts in words', async () => {
    const { text } = await get('marat', '')
    expect(text).toContain('<h1>1 thing is overdue</h1>')
    expect(text).toMatch(/Ground for showing a person, to be reviewed: <a href="\/en\/desk\/people\/usenov">/)
    expect(text).toContain('overdue since')
    expect(text).toContain('2 people of the same surname · 1 fine that is no whole number of units · 2 names')
    expect(text).toContain('This is your first visit')
    // Of the sealed record no trace, not even as a number that waits.
    expect(text).not.toContain(SEALED)
  })

  it('puts the passage that needs a person most first, and the sure ones last', async () => {
    const { passages } = await json('marat', 'today.json')
    const doubts = passages.first.map((one: { doubts: { doubt: string }[] }) => one.doubts[0]?.doubt ?? null)
    expect(doubts[0]).toBe('shared-name')
    const review = await json('marat', `documents/${document}.json`)
    expect(passages.first.map((one: { key: string }) => one.key)).toEqual(review.queue)
    expect(passages.reports).toHaveLength(1)
    expect(passages.reports[0].open).toBe(review.queue.length)
  })

  it('says since the last visit what others did, and not what the reader did', async () => {
    await enter('marat', 'monitor')
    expect((await json('marat', 'today.json')).changes.seen).toEqual([])
    later(5)
    await recordAll({ ...world, actor: who.lena.visitor.actor }, [prison({ at: now, outcome: 'appealed' })])
    await recordAll({ ...world, actor: who.aigerim.visitor.actor }, [
      aDecision({
        ...{ id: SEALED, document, date: '2024-05-11', by: 'aigerim', at: now, acts: ['protest_dispersal'] },
        ...{ from: 'On 11 May 2024 police', to: 'broke up a picket.', places: ['Astana'], outcome: 'let go' },
        tier: { value: 'sealed', why: 'told under a promise' },
      }),
    ])
    // The same visit: what happened meanwhile is told, and stays told when the page is opened again.
    const seen = async (name: Name) =>
      (await json(name, 'today.json')).changes.seen.map((one: { kind: string; id: string; by: string }) => [
        one.kind,
        one.id,
        one.by,
      ])
    expect(await seen('marat')).toEqual([['decided', PRISON, 'lena']])
    expect(await seen('marat')).toEqual([['decided', PRISON, 'lena']])
    await enter('marat', 'monitor')
    expect(await seen('marat')).toEqual([])
    expect(JSON.stringify(await json('oskar', 'today.json'))).not.toMatch(/kz-2024|Usenov|usenov|picket/)
  })
})

describe('a question to a colleague', () => {
  let id = ''
  const draftOf = async (key: string): Promise<string> => {
    const reading = await world.house
      .selectFrom('readings')
      .select('id')
      .where('document', '=', document)
      .executeTakeFirstOrThrow()
    return `${reading.id}#${key}`
  }
  const ask = (name: Name, fields: Record<string, string>, accept?: string) =>
    post(name, 'questions', of({ field: '', to: '', words: 'Is it the same court?', ...fields }), accept)

  it('stands at the record and on the page of whoever was asked, is answered, closed and opened again', async () => {
    const asked = await ask('lena', {
      kind: 'incident',
      about: PRISON,
      to: 'marat',
      field: 'penalty',
      words: 'Three years, or <b>36</b> months?',
    })
    expect([asked.status, asked.to]).toEqual([303, `/en/desk/records/${PRISON}#questions`])
    expect((await get('marat', `records/${PRISON}`)).text).toContain(
      'Three years, or &lt;b&gt;36&lt;/b&gt; months?',
    )
    const home = await json('marat', 'today.json')
    id = home.askedOfYou[0].id
    expect(home.askedOfYou).toHaveLength(1)
    expect((await json('aigerim', 'today.json')).askedOfYou).toEqual([])
    expect((await post('marat', `questions/${id}`, of({ words: '', verdict: 'answered' }))).status).toBe(422)
    expect(
      (await post('marat', `questions/${id}`, of({ words: 'The text says years.', verdict: 'answered' })))
        .status,
    ).toBe(303)
    expect((await json('lena', 'today.json')).answered.map((one: { id: string }) => one.id)).toEqual([id])
    expect((await json('marat', 'today.json')).askedOfYou).toEqual([])
    await post('lena', `questions/${id}`, of({ words: '', verdict: 'closed' }))
    expect((await json('lena', 'today.json')).answered).toEqual([])
    expect((await post('marat', `questions/${id}`, of({ words: 'more', verdict: 'answered' }))).status).toBe(
      409,
    )
    await post('marat', `questions/${id}`, of({ words: 'a new copy came', verdict: 'reopened' }))
    const one = await json('lena', `questions/${id}.json`)
    expect(one.said.map((said: { verdict: string }) => said.verdict)).toEqual([
      'answered',
      'closed',
      'reopened',
    ])
  })

  it('stands at a passage too, and for anybody of the organisation', async () => {
    const draft = await draftOf('0')
    expect((await ask('marat', { kind: 'draft', about: draft })).to).toBe(
      `/en/desk/documents/${document}/0#questions`,
    )
    expect((await get('aigerim', `documents/${document}/0`)).text).toContain('Is it the same court?')
    expect((await json('aigerim', 'today.json')).askedOfYou).toHaveLength(1)
    expect((await json('oskar', 'questions.json')).questions).toEqual([])
  })

  it('stands at words that no rule proposed as well', async () => {
    const key = `${TEXT.indexOf('Reports')}-${TEXT.indexOf(' follow')}`
    const asked = await ask('lena', { kind: 'draft', about: await draftOf(key), words: 'Whose reports?' })
    expect([asked.status, asked.to]).toEqual([303, `/en/desk/documents/${document}/${key}#questions`])
    expect((await get('marat', `documents/${document}/${key}`)).text).toContain('Whose reports?')
  })

  it('tells all that is wrong at once and loses nothing that was typed', async () => {
    const answer = await ask('lena', {
      kind: 'incident',
      about: PRISON,
      to: 'nobody',
      field: 'law',
      words: '   ',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Write what you ask or answer.')
    expect(answer.text).toContain('“nobody” is nobody here who may read this')
    expect(answer.text).toContain('value="nobody"')
    expect(answer.text).toContain('<option value="law" selected')
    expect(
      (
        await post(
          'lena',
          'questions',
          of({ kind: 'incident', about: PRISON, field: '', to: '', words: 'x', role: 'editor' }),
        )
      ).status,
    ).toBe(422)
  })

  it('hands nothing over: who may not read it cannot be asked, and who is of another organisation is nobody', async () => {
    for (const to of ['marat', 'daniyar', 'oskar', 'nobody']) {
      const answer = await ask('aigerim', { kind: 'incident', about: SEALED, to })
      expect([to, answer.status, answer.text.includes(`“${to}” is nobody here`)]).toEqual([to, 422, true])
    }
  })

  it('about a sealed record is told to nobody else, by no page, no list, no search and no guess of its id', async () => {
    const asked = JSON.parse(
      (
        await ask(
          'aigerim',
          { kind: 'incident', about: SEALED, words: 'Did the kitchen have a window?' },
          'application/json',
        )
      ).text,
    )
    expect((await get('aigerim', `records/${SEALED}`)).text).toContain('kitchen')
    const absent = 'q-0000000000000000'
    for (const name of ['marat', 'lena', 'daniyar', 'oskar', 'root'] as const) {
      for (const path of ['', 'today.json', 'questions', 'questions.json', `documents/${document}`])
        expect([name, path, (await get(name, path)).text.includes('kitchen')]).toEqual([name, path, false])
      const [known, unknown] = [
        await get(name, `questions/${asked.id}.json`),
        await get(name, `questions/${absent}.json`),
      ]
      expect([known.status, known.text.replaceAll(asked.id, absent)]).toEqual([unknown.status, unknown.text])
      const said = await post(
        name,
        `questions/${asked.id}`,
        of({ words: 'x', verdict: 'answered' }),
        'application/json',
      )
      const never = await post(
        name,
        `questions/${absent}`,
        of({ words: 'x', verdict: 'answered' }),
        'application/json',
      )
      expect([said.status, said.text.replaceAll(asked.id, absent)]).toEqual([never.status, never.text])
      const found = await post(
        name,
        'search',
        of({ ...NOTHING, words: 'kitchen window' }),
        'application/json',
      )
      if (found.status === 200) expect(JSON.parse(found.text).found).toEqual([])
    }
    const rows = await memoryStaff(world.house, { organisation: 'home', partner: '', handle: 'marat' })
      .selectFrom('questions')
      .select('about_id')
      .execute()
    expect(rows.map((one) => one.about_id)).not.toContain(SEALED)
  })

  it('on a passage that became a sealed record goes with the record', async () => {
    const key = (await json('aigerim', `documents/${document}.json`)).passages.findIndex(
      (one: { span: { start: number } }) => TEXT.slice(one.span.start).startsWith('In mid-May 2024'),
    )
    const draft = await draftOf(String(key))
    await ask('marat', { kind: 'draft', about: draft, words: 'Strikers of the harbour?' })
    expect(
      (await json('lena', 'questions.json')).questions.some((one: { words: string }) =>
        /harbour/.test(one.words),
      ),
    ).toBe(true)
    await recordAll({ ...world, actor: who.aigerim.visitor.actor }, [
      aDecision({
        ...{ id: 'kz-2024-05-h', document, date: '2024-05', by: 'aigerim', at: now, acts: ['detention'] },
        ...{ from: 'In mid-May 2024', to: 'several strikers.', draft: { id: draft } },
        tier: { value: 'sealed', why: 'told under a promise' },
      }),
    ])
    expect(JSON.stringify(await json('aigerim', 'questions.json'))).toContain('harbour')
    expect(JSON.stringify(await json('marat', 'questions.json'))).not.toContain('harbour')
    const wall = { organisation: 'home', partner: '', handle: 'marat' }
    const rows = await memoryStaff(world.house, wall).selectFrom('questions').select('words').execute()
    expect(JSON.stringify(rows)).not.toContain('harbour')
  })
})

const NOTHING = { words: '', kind: '', state: '', tier: '', from: '', to: '', place: '', page: '' }

/** What a browser would send of the form of values as it came. */
const formIn = (markup: string): [string, string][] => {
  const form = /<form id="review"[\s\S]*?<\/form>/.exec(markup)?.[0] ?? ''
  const plain = (text: string): string =>
    text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'")
  return [...form.matchAll(/<input([^>]*)>|<select([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(
    ([, input, select, options]) => {
      const part = (text: string, name: string) => new RegExp(` ?${name}="([^"]*)"`).exec(text)?.[1]
      const name = part(input ?? select ?? '', 'name')
      if (!name || (input && / type="checkbox"/.test(input) && !/ checked/.test(input))) return []
      if (input !== undefined) return [[name, plain(part(input, 'value') ?? '')] as [string, string]]
      const chosen =
        /<option value="([^"]*)" selected/.exec(options ?? '') ??
        /<option value="([^"]*)"/.exec(options ?? '')
      return [[name, plain(chosen?.[1] ?? '')] as [string, string]]
    },
  )
}

describe('a second reading', () => {
  it('is asked for by a penalty of prison, and holds the verification up for everybody', async () => {
    expect(await json('marat', 'second.json')).toMatchObject({
      waiting: [PRISON],
      differing: [],
      agreement: null,
    })
    expect(await json('lena', 'second.json')).toMatchObject({ waiting: [] })
    expect(JSON.stringify(await json('oskar', 'second.json'))).not.toContain('kz-')
    const answer = await post(
      'marat',
      'moves',
      of({ ids: PRISON, move: 'verify', why: '' }),
      'application/json',
    )
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([409, 'move.second'])
    expect((await get('marat', `records/${PRISON}`)).text).toContain('without seeing the first coding')
  })

  it('shows the words and what rules propose, and nothing of the first decision', async () => {
    const { text } = await get('marat', `second/${PRISON}`)
    expect(text).toContain('three years in prison')
    expect(text).toContain('<form id="review"')
    expect(text).not.toMatch(/appealed|lena/)
    expect((await get('lena', `second/${PRISON}`)).status).toBe(403)
    expect((await get('marat', `second/${SEALED}`)).status).toBe(404)
    expect((await get('oskar', `second/${PRISON}`)).status).toBe(404)
  })

  it('stands beside the first with the agreement of each field, and the record stays as it was', async () => {
    const before = await json('marat', `records/${PRISON}.json`)
    const fields = formIn((await get('marat', `second/${PRISON}`)).text)
    const penalty = fields
      .find(([name, value]) => name.endsWith('.field') && value === 'penalty')?.[0]
      .split('.')[0]
    const read = fields.map(([name, value]): [string, string] =>
      name === `${penalty}.number` ? [name, '4'] : [name, value],
    )
    expect((await post('marat', `second/${PRISON}`, read)).status).toBe(303)
    const both = await json('marat', `second/${PRISON}.json`)
    expect(both.state).toBe('differs')
    const differing = both.compared
      .filter((one: { isSame: boolean }) => !one.isSame)
      .map((one: { field: string }) => one.field)
    expect(differing).toContain('penalty')
    expect(both.agreed).toBe(both.compared.length - differing.length)
    const after = await json('marat', `records/${PRISON}.json`)
    expect(after.record.body).toEqual(before.record.body)
    expect(after.record).toMatchObject({ second: 'differs', state: 'coded', coders: ['lena'] })
    const page = (await get('lena', `second/${PRISON}`)).text
    expect(page).toContain(`marat and the first reader agreed in ${both.agreed} of ${both.of} fields`)
    expect((await json('lena', 'second.json')).agreement).toEqual({
      records: 1,
      compared: both.of,
      agreed: both.agreed,
    })
    expect((await json('lena', `documents/${document}.json`)).agreement).toMatchObject({ records: 1 })
    // A second one would be no second reader any more.
    expect((await post('aigerim', `second/${PRISON}`, read)).status).toBe(409)
  })

  it('is settled with a reason by one of the two, and then the other verifies', async () => {
    const answer = await post(
      'marat',
      'moves',
      of({ ids: PRISON, move: 'verify', why: '' }),
      'application/json',
    )
    expect(JSON.parse(answer.text).code).toBe('move.second')
    const all = (await json('lena', `second/${PRISON}.json`)).compared
      .filter((one: { isSame: boolean; field: string }) => !one.isSame && one.field !== 'penalty')
      .map((one: { field: string }): [string, string] => ['second', one.field])
    expect((await post('aigerim', `second/${PRISON}/settle`, [['why', 'x']])).status).toBe(403)
    expect((await post('lena', `second/${PRISON}/settle`, [['why', ' ']])).status).toBe(422)
    later(5)
    expect(
      (await post('lena', `second/${PRISON}/settle`, [...all, ['why', 'the text says three']])).status,
    ).toBe(303)
    const record = await json('marat', `records/${PRISON}.json`)
    expect(record.record).toMatchObject({ second: 'settled', state: 'coded', coders: ['lena'] })
    const rulings = record.record.body.rulings as {
      field: string
      why: string
      values: { value: { years: number } }[]
    }[]
    const penalty = rulings.find((one) => one.field === 'penalty')
    expect([penalty?.why, penalty?.values[0]?.value.years]).toEqual(['the text says three', 3])
    // What was agreed before it was settled is what counts.
    expect((await json('marat', 'second.json')).agreement.agreed).toBeLessThan(
      (await json('marat', 'second.json')).agreement.compared,
    )
    expect((await post('marat', 'moves', of({ ids: PRISON, move: 'verify', why: '' }))).status).toBe(303)
    expect((await json('marat', `records/${PRISON}.json`)).record.state).toBe('verified')
  })
})

describe('two coders at one report at once', () => {
  it('decide twenty passages by turns, some the same: nothing is lost and every conflict is shown', async () => {
    const sentence = (n: number) =>
      `On ${n + 1} June 2024 police in Almaty detained ${n + 2} activists near the station.`
    const many = (
      await importText(world, Array.from({ length: 20 }, (_, n) => sentence(n)).join('\n\n'), 'june.txt')
    ).document
    const at = (key: number) => `documents/${many}/${key}`
    // Lena goes down from the top, Marat up from the eighth before last; both have opened what they will decide.
    const turns = Array.from({ length: 12 }, (_, turn) => [
      ['lena', turn] as const,
      ['marat', 19 - turn] as const,
    ]).flat()
    const opened = new Map<string, [string, string][]>()
    for (const [name, key] of turns) opened.set(`${name} ${key}`, formIn((await get(name, at(key))).text))
    const met: string[] = []
    for (const [name, key] of turns) {
      const answer = await post(name, at(key), opened.get(`${name} ${key}`) ?? [])
      met.push(`${name} ${key} ${answer.status}`)
      if (answer.status === 409) expect(answer.text).toContain('decided this passage')
    }
    const conflicts = met.filter((one) => one.endsWith('409'))
    expect(conflicts).toHaveLength(4)
    expect(met.filter((one) => one.endsWith('303'))).toHaveLength(20)
    const { passages } = await json('lena', `documents/${many}.json`)
    expect(passages.map((one: { state: string }) => one.state)).toEqual(
      Array.from({ length: 20 }, () => 'decided'),
    )
    const records = passages.map((one: { records: string[]; said: { by: string } }) => [
      one.records.length,
      one.said.by,
    ])
    expect(new Set(passages.flatMap((one: { records: string[] }) => one.records)).size).toBe(20)
    expect(
      records.filter(([, by]: [number, string]) => by === 'lena').length +
        records.filter(([, by]: [number, string]) => by === 'marat').length,
    ).toBe(20)
  }, 60_000)
})

describe('search', () => {
  type FoundIn = {
    kind: string
    hits: {
      id: string
      page: string
      why: { by: string; said: string }[]
      words: { text: string; isHit: boolean }[]
    }[]
    isMore: boolean
  }[]
  const look = async (name: Name, fields: Partial<typeof NOTHING>): Promise<FoundIn> =>
    JSON.parse((await post(name, 'search', of({ ...NOTHING, ...fields }), 'application/json')).text).found
  const ids = (found: FoundIn, kind: string) =>
    found.find((one) => one.kind === kind)?.hits.map((one) => one.id) ?? []

  it.each([
    ['Akhmetov', 'record', PRISON],
    ['Ахметов', 'record', PRISON],
    ['ахметова', 'record', PRISON],
    ['sentence', 'record', PRISON],
    ['лишение', 'record', PRISON],
    ['Орал', 'record', PRISON],
    [PRISON, 'record', PRISON],
    ['Усенов', 'person', 'usenov'],
    ['usenov', 'person', 'usenov'],
    ['Усенова', 'passage', '#0'],
    ['notebook', 'report', ''],
    ['months', 'question', ''],
  ])('finds %s among what is a %s', async (words, kind, id) => {
    const found = ids(await look('marat', { words }), kind)
    expect(found.length).toBeGreaterThan(0)
    if (id !== '') expect(found).toContain(id)
  })

  it('says why it answers, and marks the words', async () => {
    const [record] =
      (await look('marat', { words: 'ахметов' })).find((one) => one.kind === 'record')?.hits ?? []
    expect(record?.why).toEqual([{ by: 'sound', said: 'Bolat Akhmetov' }])
    expect(record?.words.filter((one) => one.isHit).map((one) => one.text)).toEqual(['Akhmetov'])
    const page = (await post('marat', 'search', of({ ...NOTHING, words: 'ахметов' }))).text
    expect(page).toContain('sounds like the name Bolat Akhmetov')
    expect(page).toContain('<mark>Akhmetov</mark>')
    // What somebody looked for stands in no title and in no address.
    expect(page).toContain('<title>Search · Aigaq</title>')
    expect(page).not.toMatch(/href="[^"]*(?:khmetov|хметов)/)
  })

  it('narrows records by state, day, place and circle, and turns pages without a number of all', async () => {
    expect(ids(await look('marat', { state: 'verified' }), 'record')).toEqual([PRISON])
    expect(
      ids(await look('marat', { place: 'Орал', from: '2024-05-01', to: '2024-05-31' }), 'record'),
    ).toEqual([PRISON])
    expect(await look('marat', { place: 'Орал', from: '2024-05-10' })).toEqual([])
    expect(await look('marat', { place: 'Nowhere' })).toEqual([])
    const all = await look('marat', { kind: 'record', words: 'station' })
    expect([all[0]?.hits.length, all[0]?.isMore]).toEqual([20, false])
    expect((await look('marat', { words: 'station' }))[0]).toMatchObject({ isMore: true })
    expect(await look('marat', { kind: 'record', words: 'station', page: '1' })).toEqual([])
    expect(
      (await post('marat', 'search', of({ ...NOTHING, from: '2024-13-99' }), 'application/json')).status,
    ).toBe(422)
  })

  it.each(['picket', 'Astana', SEALED, 'promise'])(
    'tells nobody of a sealed record by the word %s',
    async (words) => {
      for (const name of ['marat', 'oskar', 'daniyar'] as const)
        expect([name, ids(await look(name, { words }), 'record')]).toEqual([name, []])
      expect(JSON.stringify(await look('oskar', { words }))).toBe('[]')
    },
  )
})

describe('afterwards', () => {
  it('the chain adds up, and everything is made again from the inputs', async () => {
    expect((await verify(world)).breaks).toEqual([])
    const fresh = await emptyWorld()
    const again = await replay(world, fresh.store)
    await fresh.store.destroy()
    expect(again.tables.filter((one) => !one.same)).toEqual([])
  }, 60_000)

  it('forgetting a person takes their name out of questions, answers and second readings', async () => {
    await post(
      'lena',
      'questions',
      of({ kind: 'incident', about: PRISON, field: '', to: '', words: 'Was Asan Usenov there too?' }),
    )
    const asked = (await json('lena', 'questions.json')).questions[0]
    await post('marat', `questions/${asked.id}`, of({ words: 'Usenov was in Almaty.', verdict: 'answered' }))
    await forgetPerson(world, { person: 'usenov', by: 'aigerim', why: 'asked to be forgotten' })
    for (const table of ['questions', 'answers', 'second_readings', 'events'] as const)
      expect(JSON.stringify(await world.house.selectFrom(table).selectAll().execute())).not.toMatch(
        /Usenov\b/,
      )
  }, 60_000)

  it('forgetting a record takes its questions, answers and second reading with it', async () => {
    await forgetRecord(world, { record: PRISON, by: 'aigerim', why: 'a wrong accusation' })
    for (const table of ['questions', 'answers', 'second_readings', 'events'] as const)
      expect(JSON.stringify(await world.house.selectFrom(table).selectAll().execute())).not.toMatch(
        /36<\/b>|text says years|new copy came|Akhmetov/,
      )
    expect((await verify(world)).breaks).toEqual([])
  }, 60_000)
})
