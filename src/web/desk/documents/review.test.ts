/** A monitor reviews the passages of a report by plain forms: keep, correct, add, reject, split, merge, undo, and two at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDecision,
  type Entered,
  emptyWorld,
  importText,
  ROOT,
  recordAll,
  signedInAs,
} from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { forgetRecord } from '../../../usecases/forget-record.ts'
import { contentOf, replay } from '../../../usecases/replay.ts'
import { readPassage } from '../../../usecases/review/read-passage.ts'
import { readReview } from '../../../usecases/review/read-review.ts'
import { newIncidentId, savePassage } from '../../../usecases/review/save-passage.ts'
import { sayOfPassage } from '../../../usecases/review/say-of-passage.ts'
import { verify } from '../../../usecases/verify.ts'
import { desk } from '../desk.ts'

const TEXT = `Reports of May follow here.

On 7 May 2024 police in Almaty detained two activists near the Old Square. They were fined 132,550 tenge each. Asan Usenov said they had held a banner <b>up</b>.

On 9 May 2024 a court in Uralsk jailed a blogger for 15 days. On 11 May 2024 police in Astana broke up a picket.

On 12 May 2024 police in Shymkent detained five people.`

let world: Context
let lena: Entered
let document: string
let web: ReturnType<typeof desk>

const origin = 'http://127.0.0.1:8421'
const home = () => `/en/desk/documents/${document}`
const get = (path: string, who = lena) => web.request(`${origin}${path}`, { headers: { Cookie: who.cookie } })
const page = async (path: string, who = lena) => (await get(path, who)).text()
const post = (path: string, fields: Iterable<readonly [string, string]>, who = lena) => {
  const body = new URLSearchParams([...fields].map(([a, b]) => [a, b]))
  body.set('form-token', who.formToken)
  return web.request(`${origin}${path}`, {
    method: 'POST',
    body,
    headers: { Origin: origin, Cookie: who.cookie },
  })
}

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
/** What a browser would send of the form as it came. */
function formIn(markup: string): [string, string][] {
  const form = /<form id="review"[\s\S]*?<\/form>/.exec(markup)?.[0] ?? ''
  return [...form.matchAll(/<input([^>]*)>|<select([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(
    ([, input, select, options]) => {
      const of = (text: string, name: string): string | undefined => {
        const found = new RegExp(` ?${name}="([^"]*)"`).exec(text)
        return found ? plain(found[1] ?? '') : undefined
      }
      const name = of(input ?? select ?? '', 'name')
      if (!name) return []
      if (input !== undefined)
        return / type="checkbox"/.test(input) && !/ checked/.test(input)
          ? []
          : [[name, of(input, 'value') ?? ''] as [string, string]]
      const chosen =
        /<option value="([^"]*)" selected/.exec(options ?? '') ??
        /<option value="([^"]*)"/.exec(options ?? '')
      return [[name, plain(chosen?.[1] ?? '')] as [string, string]]
    },
  )
}
const change = (fields: [string, string][], changes: Record<string, string | null>): [string, string][] => [
  ...fields.filter(([name]) => !(name in changes)),
  ...Object.entries(changes).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  ),
]
/** Number of the row whose field is this and whose value says this. */
const rowOf = (fields: [string, string][], field: string, value = ''): string => {
  const rows = fields
    .filter(([name, one]) => name.endsWith('.field') && one === field)
    .map(([name]) => name.split('.')[0] ?? '')
  const found = rows.find((row) =>
    fields.some(([name, one]) => name === `${row}.value` && one.includes(value)),
  )
  if (!found) throw new Error(`no row ${field} ${value} in ${JSON.stringify(fields)}`)
  return found
}
const fieldsOf = async (key: string, who = lena) => formIn(await page(`${home()}/${key}`, who))
const save = async (key: string, changes: Record<string, string | null> = {}, who = lena) =>
  post(`${home()}/${key}`, change(await fieldsOf(key, who), changes), who)
const say = async (key: string, fields: Record<string, string>, who = lena) =>
  post(`${home()}/${key}/said`, Object.entries(fields), who)

const recordsMade = async () => await world.house.selectFrom('incidents').selectAll().orderBy('id').execute()
const valuesOf = async (field: string) => {
  const rows = await world.house
    .selectFrom('decisions')
    .selectAll()
    .where('record_kind', '=', 'incident')
    .where('field', '=', field)
    .orderBy('event')
    .execute()
  return rows.at(-1)?.held ?? []
}

beforeAll(async () => {
  world = await emptyWorld()
}, 60_000)
afterAll(() => world?.store.destroy())
let n = 0
beforeEach(async () => {
  n += 1
  web = desk(world, { root: ROOT, host: '127.0.0.1' })
  lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  document = (await importText(world, `Notebook ${n}. ${TEXT}`, `notebook-${n}.txt`)).document
}, 60_000)

describe('a report under review', () => {
  it('lists its passages and leads to the first that waits', async () => {
    const text = await page(home())
    expect(text).toContain('0 of ')
    expect(text).toContain(`href="${home()}/0"`)
  })

  it('shows a passage with the sentences around it, each value at its words, and escapes what it says', async () => {
    const text = await page(`${home()}/0`)
    expect(text).toMatch(/<mark data-rows=" [\d ]+ ">7 May 2024/)
    expect(text).toContain('<span class="around"> On 9 May 2024 a court in Uralsk')
    expect(text).not.toContain('<b>up</b>')
    expect(text).toContain('&lt;b&gt;up&lt;/b&gt;')
    expect(text).not.toContain('five people')
  })

  it('runs our own script and no other, which may talk to nobody', async () => {
    const policy = (await get(`${home()}/0`)).headers.get('Content-Security-Policy') ?? ''
    expect(policy).toMatch(/default-src 'none'.*script-src 'self'$/)
    expect(policy).not.toContain('connect-src')
    expect((await get(home())).headers.get('Content-Security-Policy')).not.toContain('connect-src')
  })
})

describe('saving a passage', () => {
  it('makes a record in the name of whoever saves, of what was kept, and leads to the next that waits', async () => {
    const before = await recordsMade()
    const fields = await fieldsOf('0')
    const response = await save('0', {
      [`${rowOf(fields, 'group')}.keep`]: null,
      why: 'read against the text',
    })
    expect([response.status, response.headers.get('Location')]).toEqual([303, `${home()}/1?done=0`])
    const [made, ...more] = (await recordsMade()).filter((one) => !before.some(({ id }) => id === one.id))
    expect([made?.coders, made?.state, more]).toEqual([['lena'], 'coded', []])
    expect(await valuesOf('group')).toEqual([])
    const held = await valuesOf('act')
    expect(held.map((one) => one.value)).toEqual(expect.arrayContaining(['detention', 'fine']))
    const text = await page(home())
    expect(text).toContain(`href="/en/desk/records/${made?.id}"`)
    expect(text).toContain('read against the text')
    expect(text).toContain('1 of 3')
  })

  it('gives an id that spells nothing and counts nothing', async () => {
    const ids = new Set(Array.from({ length: 50 }, () => newIncidentId('kz', '2024-05-07')))
    expect(ids.size).toBe(50)
    for (const id of ids) {
      expect(id).toMatch(/^kz-2024-05-07-([b-df-hj-km-np-tv-z]\d){3}$/)
      parseDecided(aDecision({ id, from: 'a', to: 'b' }), world.knowledge.codebook, '2026-11-23', 'test')
    }
    expect(newIncidentId('kz', '')).toMatch(/^kz-[a-z]\d/)
  })

  it('takes what nobody touched on the claims that the rules read, and a correction as the coder’s own on the same words', async () => {
    const fields = await fieldsOf('0')
    const response = await save('0', { [`${rowOf(fields, 'place', 'Almaty')}.value`]: 'Атлантида' })
    expect(response.status).toBe(422)
    expect((await save('0', { [`${rowOf(fields, 'place', 'Almaty')}.value`]: 'Нур-Султан' })).status).toBe(
      303,
    )
    const places = await valuesOf('place')
    expect(places.map((one) => (one.value as { canonical: string }).canonical)).toContain('Astana')
    const [claim] = await world.house
      .selectFrom('claims')
      .selectAll()
      .where('coder', '=', 'lena')
      .orderBy('event', 'desc')
      .execute()
    const stored = await world.house
      .selectFrom('documents')
      .select('text')
      .where('id', '=', document)
      .executeTakeFirstOrThrow()
    expect(stored.text.slice(claim?.start_at ?? 0, claim?.end_at ?? 0)).toBe('Almaty')
    const acts = await world.house
      .selectFrom('claims')
      .selectAll()
      .where(
        'id',
        'in',
        (await valuesOf('act')).flatMap((one) => [...one.claims]),
      )
      .execute()
    expect(acts.map((one) => one.coder)).toEqual(acts.map(() => null))
  })

  it('takes a fine in index units as it was read: fifty МРП stay fifty МРП', async () => {
    const russian = '7 мая 2024 года суд в Алматы оштрафовал активиста на 50 МРП по статье 488 КоАП.'
    document = (await importText(world, `${russian} ${n}\n`, `fine-${n}.txt`)).document
    const fields = await fieldsOf('0')
    expect(fields).toContainEqual([`${rowOf(fields, 'penalty')}.unit`, 'МРП'])
    expect((await save('0')).status).toBe(303)
    expect((await valuesOf('penalty')).map((one) => one.value)).toEqual([
      expect.objectContaining({ type: 'fine', amount: 50, currency: 'МРП' }),
    ])
  })

  it('adds a value with the words that say it, found in the text', async () => {
    const fields = await fieldsOf('2')
    const blank =
      fields.find(([name, value]) => name.endsWith('.field') && value === '')?.[0].split('.')[0] ?? ''
    const response = await save('2', {
      [`${blank}.field`]: 'actor',
      [`${blank}.words`]: 'police in  Shymkent',
    })
    expect(response.status).toBe(303)
    const held = (await valuesOf('actor')).find((one) => String(one.value).includes('Shymkent'))
    const claim = await world.house
      .selectFrom('claims')
      .selectAll()
      .where('id', '=', held?.claims[0] ?? '')
      .executeTakeFirstOrThrow()
    const stored = await world.house
      .selectFrom('documents')
      .select('text')
      .where('id', '=', document)
      .executeTakeFirstOrThrow()
    expect(stored.text.slice(claim.start_at ?? 0, claim.end_at ?? 0)).toBe('police in Shymkent')
  })

  it('tells every fault at its row, all at once, and keeps what was typed', async () => {
    const before = (await recordsMade()).length
    const fields = await fieldsOf('0')
    const blank =
      fields.find(([name, value]) => name.endsWith('.field') && value === '')?.[0].split('.')[0] ?? ''
    const response = await save('0', {
      [`${rowOf(fields, 'place', 'Almaty')}.value`]: '<i>Nowhere</i>',
      [`${rowOf(fields, 'date')}.value`]: 'last week',
      [`${rowOf(fields, 'person')}.person`]: 'somebody',
      [`${blank}.field`]: 'act',
      [`${blank}.words`]: 'words that are not there',
      tier: 'team',
      why: 'kept as typed',
    })
    const text = await response.text()
    expect(response.status).toBe(422)
    for (const words of [
      'Place: nothing fits',
      '“last week” is no date',
      'nobody on record',
      'What was done: nothing fits',
      'do not stand in this text',
      'Give a reason',
    ])
      expect(text).toContain(words)
    expect(text).toContain('value="&lt;i&gt;Nowhere&lt;/i&gt;"')
    expect(text).not.toContain('<i>Nowhere')
    expect(text).toContain('value="kept as typed"')
    expect((await recordsMade()).length).toBe(before)
  })

  it('says before saving who would be shown and what the subjects do to the tier', async () => {
    await recordAll(world, [
      {
        record: 'person',
        id: 'asan-usenov',
        names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null },
        basis: { kind: 'already_public', level: 'name', reason: 'a deputy', reviewBy: '2027-10-02' },
        by: 'aigerim',
        at: `2026-10-05T09:00:0${n % 10}Z`,
      },
    ])
    const first = await page(`${home()}/0`)
    expect(first).toContain('Nobody on record was chosen: never shown.')
    expect(first).toContain('On record under this name: <a href="/en/desk/people/asan-usenov">')
    const fields = await fieldsOf('0')
    const blank =
      fields.find(([name, value]) => name.endsWith('.field') && value === '')?.[0].split('.')[0] ?? ''
    const response = await save('0', {
      do: 'check',
      [`${rowOf(fields, 'person')}.person`]: 'Асан Усенов',
      [`${blank}.field`]: 'act',
      [`${blank}.value`]: 'пытки',
    })
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).toMatch(/asan-usenov<\/a> · (shown to everybody by|Never shown)/)
    expect(text).toContain('review by 2027-10-02')
  })

  it('refuses a field that the form does not have, and a row that names no field', async () => {
    const fields = await fieldsOf('0')
    for (const [name, value] of [
      ['by', 'marat'],
      ['r0.by', 'marat'],
      ['r0.field', 'tier'],
      ['r999.value', 'x'],
      ['id', 'kz-2024-a'],
    ] as const)
      expect([name, (await post(`${home()}/0`, [...change(fields, { [name]: value })])).status]).toEqual([
        name,
        422,
      ])
  })
})

describe('what else can be said of a passage', () => {
  it('rejects it with a reason, and takes that back', async () => {
    expect((await say('0', { verdict: 'rejected', why: ' ', seen: '0' })).status).toBe(422)
    expect(
      (await say('0', { verdict: 'rejected', why: 'a weather report', seen: '0' })).headers.get('Location'),
    ).toBe(`${home()}/1?done=0`)
    const text = await page(`${home()}/0`)
    expect(text).toContain('a weather report')
    expect(text).not.toContain('id="review"')
    const seen =
      /name="verdict" value="undone"><input type="hidden" name="seen" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect((await say('0', { verdict: 'undone', seen })).status).toBe(303)
    expect(await page(`${home()}/0`)).toContain('id="review"')
    const rows = await world.house
      .selectFrom('decisions')
      .select('verdict')
      .where('record_kind', '=', 'draft')
      .orderBy('event', 'desc')
      .limit(2)
      .execute()
    expect(rows.map((one) => one.verdict)).toEqual(['undone', 'rejected'])
  })

  it('splits it where a sentence begins, so that each half becomes a record of its own words', async () => {
    const begins = /<option value="(\d+)">On 11 May/.exec(await page(`${home()}/1`))?.[1] ?? ''
    expect((await say('1', { verdict: 'split', begins, seen: '0' })).headers.get('Location')).toBe(
      `${home()}/1a?done=1`,
    )
    const [a, b] = [await page(`${home()}/1a`), await page(`${home()}/1b`)]
    expect([a.includes('value="Oral"'), a.includes('value="Astana" aria')]).toEqual([true, false])
    expect([b.includes('value="Oral" aria'), b.includes('value="Astana"')]).toEqual([false, true])
    expect((await save('1b')).status).toBe(303)
    expect((await say('1', { verdict: 'undone', seen: '0' })).status).toBe(409)
    expect((await get(`${home()}/1`)).status).toBe(404)
  })

  it('makes it one with the next, and two again', async () => {
    expect((await say('1', { verdict: 'merged', with: '2', seen: '0' })).headers.get('Location')).toBe(
      `${home()}/1m?done=1`,
    )
    expect(await page(`${home()}/1m`)).toContain('five people')
    const seen =
      /1\/said"><input[^>]*><input[^>]*value="undone"><input type="hidden" name="seen" value="(\d+)"/.exec(
        await page(`${home()}/1m`),
      )?.[1] ?? ''
    expect((await say('1', { verdict: 'undone', seen })).status).toBe(303)
    expect((await get(`${home()}/2`)).status).toBe(200)
  })

  it('takes back a record that it made: withdrawn with a reason, and the passage open again', async () => {
    await save('0')
    const id =
      (await readReview({ ...world, actor: lena.visitor.actor }, document)).passages[0]?.said?.incident ?? ''
    const text = await page(`${home()}/0`)
    const seen =
      /name="verdict" value="undone"><input type="hidden" name="seen" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect((await say('0', { verdict: 'undone', why: '', seen })).status).toBe(422)
    expect((await say('0', { verdict: 'undone', why: 'the wrong year', seen })).status).toBe(303)
    const row = (await recordsMade()).find((one) => one.id === id)
    expect(row?.state).toBe('withdrawn')
    expect(await page(`${home()}/0`)).toContain('name="record" value=""')
  })
})

describe('a correction', () => {
  it('changes the record that stands, and is taken back to the version before, which says why', async () => {
    await save('0')
    const made = (await recordsMade()).length
    const fields = await fieldsOf('0')
    expect(
      (await save('0', { [`${rowOf(fields, 'place', 'Almaty')}.value`]: 'Oral', why: 'a slip' })).status,
    ).toBe(303)
    const names = async () =>
      (await valuesOf('place')).map((one) => (one.value as { canonical: string }).canonical)
    expect([(await names()).includes('Oral'), (await names()).includes('Almaty')]).toEqual([true, false])
    const undo = async (why: string) => {
      const seen =
        /name="verdict" value="undone"><input type="hidden" name="seen" value="(\d+)"/.exec(
          await page(`${home()}/0`),
        )?.[1] ?? ''
      return say('0', { verdict: 'undone', why, seen })
    }
    expect((await undo('')).status).toBe(422)
    expect((await undo('no slip')).status).toBe(303)
    expect([(await names()).includes('Oral'), (await names()).includes('Almaty')]).toEqual([false, true])
    expect((await recordsMade()).length).toBe(made)
    expect(await page(`${home()}/0`)).toContain('no slip')
    expect((await recordsMade()).at(-1)?.state).not.toBe('withdrawn')
  })
})

describe('two coders on one passage', () => {
  it('are shown both versions, and the second loses nothing and chooses', async () => {
    const daniyar = await signedInAs(world, { handle: 'daniyar', role: 'monitor' })
    const old = await fieldsOf('0', daniyar)
    await save('0', { [`${rowOf(old, 'place', 'Almaty')}.value`]: 'Astana' })
    const made = await recordsMade()
    const typed = change(old, { why: 'his own reading' })
    const clash = await post(`${home()}/0`, typed, daniyar)
    const text = await clash.text()
    expect(clash.status).toBe(409)
    expect(text).toContain('lena decided this passage while you worked on it')
    expect(text).toMatch(
      /<tr class="differs"><th scope="row">Place<\/th><td>[\s\S]*Astana[\s\S]*<td>[\s\S]*Almaty/,
    )
    expect(text).toContain('value="his own reading"')
    expect((await recordsMade()).length).toBe(made.length)
    expect((await post(`${home()}/0`, formIn(text), daniyar)).status).toBe(303)
    expect((await recordsMade()).length).toBe(made.length)
    const mine = (await recordsMade()).find((one) => one.coders.includes('daniyar'))
    expect(mine?.coders).toEqual(['daniyar', 'lena'])
  })

  it('cannot slip past each other behind the page: the log refuses the second', async () => {
    const own = { ...world, actor: lena.visitor.actor }
    const view = await readPassage(own, document, '0', 'en')
    const form = {
      rows: view.rows,
      disputed: [],
      tier: '',
      tierWhy: '',
      tiers: [],
      links: [],
      why: '',
      seen: 0,
      record: '',
    }
    const saved = await Promise.all([savePassage(own, view, form), savePassage(own, view, form)])
    expect(saved.map((one) => one.kind).sort()).toEqual(['between', 'saved'])
  })
})

describe('who may review', () => {
  it.each([
    ['somebody of another organisation', { handle: 'zarina', role: 'editor', organisation: 'abroad' }],
    ['a lawyer', { handle: 'bota', role: 'lawyer' }],
    ['an administrator', { handle: 'marat', role: 'administrator' }],
    ['a campaigner', { handle: 'arman', role: 'campaigner' }],
  ] as const)('not %s: there is no such page for them, and no form', async (_who, who) => {
    if ('organisation' in who)
      await world.store
        .insertInto('organisations')
        .values({ id: 'abroad', name: 'abroad', since: '2026-11-01' })
        .onConflict((one) => one.doNothing())
        .execute()
    const fields = await fieldsOf('0')
    const stranger = await signedInAs(world, who)
    const before = (await contentOf(world.house, 'decisions')).length
    for (const path of [home(), `${home()}/0`, `${home()}/0.json`]) {
      const response = await get(path, stranger)
      expect([path, response.status, (await response.text()).includes('Almaty')]).toEqual([path, 404, false])
    }
    expect((await post(`${home()}/0`, fields, stranger)).status).toBe(404)
    expect((await say('0', { verdict: 'rejected', why: 'x', seen: '0' }, stranger)).status).toBe(404)
    expect((await contentOf(world.house, 'decisions')).length).toBe(before)
  })

  it('tells a colleague that a passage was decided, and not what a sealed record of it is called', async () => {
    await save('0', { tier: 'sealed', 'tier-why': 'told under a promise', why: 'heard in a kitchen' })
    const id =
      (await readReview({ ...world, actor: lena.visitor.actor }, document)).passages[0]?.said?.incident ?? ''
    const daniyar = await signedInAs(world, { handle: 'daniyar', role: 'monitor' })
    for (const path of [home(), `${home()}/0`, `${home()}/0.json`]) {
      const text = await page(path, daniyar)
      expect([path, /decided/i.test(text), text.includes(id), text.includes('kitchen')]).toEqual([
        path,
        true,
        false,
        false,
      ])
    }
    expect(await page(`${home()}/0`, daniyar)).not.toContain('id="review"')
    expect(await page(`${home()}/0`)).toContain(id)
  })

  it.each(['99', '0c', '0aa', '..', '%00', '0?x', '0.json.json', '__proto__'])(
    'answers %s as a passage that never was',
    async (key) => {
      expect([404, 200]).toContain((await get(`${home()}/${key}`)).status)
      expect((await get(`${home()}/99`)).status).toBe(404)
    },
  )
})

describe('forgetting and replaying', () => {
  it('plays a review again from its inputs and gets the same', async () => {
    const fresh = await emptyWorld()
    const again = { ...(await emptyWorld()), files: fresh.files }
    const actor = { ...lena.visitor.actor }
    const own = { ...fresh, actor }
    const id = (await importText(fresh, TEXT)).document
    const view = await readPassage(own, id, '0', 'en')
    const form = {
      rows: view.rows,
      disputed: [],
      tier: '',
      tierWhy: '',
      tiers: [],
      links: [],
      why: '',
      seen: 0,
      record: '',
    }
    await savePassage(own, view, form)
    await sayOfPassage(own, await readReview(own, id), '1', { verdict: 'rejected', why: 'weather', seen: 0 })
    await sayOfPassage(own, await readReview(own, id), '1', { verdict: 'undone', why: '' })
    const done = await replay(fresh, again.store)
    expect(done.tables.filter((one) => !one.same)).toEqual([])
    expect(done.tables.find((one) => one.table === 'decisions')?.rows).toBeGreaterThan(10)
    const made = (await fresh.house.selectFrom('incidents').select('id').executeTakeFirstOrThrow()).id
    await forgetRecord(fresh, { record: made, by: 'operator', why: 'asked for' })
    expect(
      JSON.stringify([await contentOf(fresh.house, 'decisions'), await contentOf(fresh.house, 'events')]),
    ).not.toContain(made)
    expect((await readReview(own, id)).passages[0]?.state).toBe('decided')
    expect((await verify(fresh)).breaks).toEqual([])
    for (const one of [fresh, again]) await one.store.destroy()
  }, 120_000)
})
