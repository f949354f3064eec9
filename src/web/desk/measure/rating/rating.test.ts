/** A country is rated: forms with evidence, a proposal that never changes, a panel that answers for its decision, and a log that gives it again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, publishAll, recordAll } from '../../../../../test/world.ts'
import { Refusal } from '../../../../core/faults.ts'
import { testStore } from '../../../../store/test-stores.ts'
import { forgetRecord } from '../../../../usecases/forget-record.ts'
import { bringIndex } from '../../../../usecases/rating/bring-index.ts'
import { computed } from '../../../../usecases/rating/rate-country.ts'
import { releasedRatings } from '../../../../usecases/rating/released-ratings.ts'
import { rowsOfCountry } from '../../../../usecases/rating/rows-of-country.ts'
import { speakInPanel, speakOfWatch } from '../../../../usecases/rating/say.ts'
import { shownEvidence } from '../../../../usecases/rating/shown-evidence.ts'
import { watchCountry } from '../../../../usecases/rating/watch-country.ts'
import { replay } from '../../../../usecases/replay.ts'
import { verify } from '../../../../usecases/verify.ts'
import { type Colleagues, colleagues, of, PRISON, SEALED } from '../../colleagues.fixture.ts'
import { answerName, evidenceName } from './typed-form.ts'

let on: Colleagues
let first = ''
const HOME = '/en/desk/measure/rating'
const QUESTIONS = () =>
  on.world.knowledge.codebook.rating.method.dimensions.flatMap((one) =>
    one.questions.map((question) => `${one.id}.${question}`),
  )
const filled = (value: string, evidence: string, more: Record<string, string> = {}) =>
  of({
    ...{ country: 'kz', source: 'partner', asOf: '2026-11-30' },
    ...Object.fromEntries(
      QUESTIONS().flatMap((question) =>
        (['law', 'practice'] as const).flatMap((aspect) => [
          [answerName(question, aspect), value],
          [evidenceName(question, aspect), evidence],
        ]),
      ),
    ),
    ...more,
  })
const faultsOf = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.faults.map((one) => `${one.where ?? ''} ${one.code}`)
  }
}
const fail = (): never => {
  throw new Error('nothing is released')
}
const seen = (id: string) => on.json('lena', `measure/rating/${id}.json`)

beforeAll(async () => {
  on = await colleagues()
})
afterAll(() => on?.world.store.destroy())

describe('a form', () => {
  it('is refused with every answer that rests on nothing, and nothing typed is lost', async () => {
    const bare = {
      [evidenceName('assembly.notice', 'law')]: '',
      [evidenceName('expression.media', 'practice')]: ' ',
    }
    const { status, text } = await on.post('lena', 'measure/rating/form', filled('1', 'law:CC-174', bare))
    expect(status).toBe(422)
    expect(text).toContain('assembly.notice (law)')
    expect(text).toContain('expression.media (practice)')
    expect(text.match(/value="law:CC-174"/g)).toHaveLength(38)
  })

  it.each([
    ['kz-2024-05-09-x', 'an incident that is not there'],
    ['law:CC-9999', 'a provision that is not there'],
    ['doc-absent#0-5', 'a document that is not there'],
    [SEALED, 'a sealed record of somebody else'],
  ])('is refused that rests on %s, %s', async (evidence) => {
    const { status, text } = await on.post('marat', 'measure/rating/form', filled('1', evidence))
    expect([status, text.includes('There is nothing called')]).toEqual([422, true])
  })

  it('is handed in, and its answers stay unread until they are part of a rating', async () => {
    const evidence = `${PRISON}, law:CC-174 ${on.document}#0-14`
    expect(await on.post('lena', 'measure/rating/form', filled('1', evidence))).toMatchObject({ status: 303 })
    const house = filled('2', PRISON, { source: 'house', [answerName('assembly.force', 'law')]: 'unknown' })
    expect((await on.post('marat', 'measure/rating/form', house)).status).toBe(303)
    const room = await on.json('aigerim', 'measure/rating.json')
    expect(room.forms.map((one: { by: string }) => one.by)).toEqual(['lena', 'marat'])
    expect(JSON.stringify(room)).not.toContain(PRISON)
    // Nobody else's: one's own stand there again, to change what has changed.
    expect((await on.get('aigerim', 'measure/rating/form')).text).not.toContain('selected')
    const own = (await on.get('marat', 'measure/rating/form')).text
    expect(own.match(/<option value="2" selected>/g)).toHaveLength(39)
    expect(own).toContain('<option value="unknown" selected>')
    expect(own).not.toContain('law:CC-174')
  })
})

describe('a proposal', () => {
  it('needs two sources, and says how many there are', async () => {
    const { status, text } = await on.post(
      'lena',
      'measure/rating',
      of({ country: 'kz', asOf: '2024-01-01' }),
    )
    expect([status, text.includes('0 of at least 2')]).toEqual([409, true])
  })

  it('keeps rows and method, from which anybody gets the same, and no name', async () => {
    const { status, to } = await on.post('lena', 'measure/rating', of({ country: 'kz', asOf: '2026-12-01' }))
    expect(status).toBe(303)
    first = to.slice(HOME.length + 1)
    const one = await seen(first)
    expect(one.isReproduced).toBe(true)
    expect(computed(one.bundle).rating).toEqual(one.result)
    expect(await on.json('marat', `measure/rating/${first}/bundle.json`)).toEqual(one.bundle)
    expect(JSON.stringify(one.bundle)).not.toMatch(/lena|marat|kz-2024/)
    expect(one.result.sources.map((each: { score: number }) => each.score)).toEqual([25, 50, null])
  })

  it('is drawn and told: the range, the bands, what it rests on, what would change it', async () => {
    const { text } = await on.get('marat', `measure/rating/${first}`)
    expect(text).toMatch(/<svg class="wide"[\s\S]*<title id="bands-wide">[\d.]+ of 100, with 95 of 100 draws/)
    expect(text).toContain('Without: Partner in the country')
    expect(text).toContain('the same, byte for byte')
    expect(text).toContain('Agreement of 2 forms, Krippendorff’s alpha')
    const asked = new URLSearchParams({ answer: 'partner 1 assembly.force practice', to: '4' }).toString()
    // One practice answer by three steps: 75 points of one of five, three fifths, a quarter, 9 of 14.
    const effect = 75 * (1 / 5) * (3 / 5) * (1 / 4) * (9 / 14)
    const before = (9 * 25 + 5 * 50) / 14
    const tenth = (value: number): number => Math.round(value * 10) / 10
    expect((await on.get('marat', `measure/rating/${first}?${asked}`)).text).toContain(
      `from ${tenth(before)} to ${tenth(before + effect)}`,
    )
  })

  it('is not changed by a newer form: a newer proposal stands beside it', async () => {
    await on.post('lena', 'measure/rating/form', filled('3', PRISON))
    const { to } = await on.post('lena', 'measure/rating', of({ country: 'kz', asOf: '2026-12-01' }))
    const [older, newer] = [await seen(first), await seen(to.slice(HOME.length + 1))]
    expect(older.result.sources[0].score).toBe(25)
    expect(newer.result.sources[0].score).toBe(75)
    expect(newer.inputs_hash).not.toBe(older.inputs_hash)
    expect((await on.json('lena', 'measure/rating.json')).ratings).toHaveLength(2)
  })

  it('is not there for another organisation, nor for a lawyer', async () => {
    for (const name of ['oskar', 'daniyar'] as const) {
      const { status } = await on.get(name, `measure/rating/${first}`)
      expect(status, name).toBe(name === 'oskar' ? 404 : 403)
    }
    expect((await on.json('oskar', 'measure/rating.json')).ratings).toEqual([])
  })
})

describe('the panel', () => {
  const say = (
    name: 'lena' | 'aigerim',
    kind: 'comment' | 'dissent' | 'decision',
    words: string,
    band = '',
  ) => speakInPanel(on.as(name), first, { kind, band, words })

  it('decides with a reason, and only who may', async () => {
    expect(await faultsOf(say('lena', 'decision', 'as computed', 'repressed'))).toEqual([' access.forbidden'])
    expect(await faultsOf(say('aigerim', 'decision', ' ', 'repressed'))).toEqual(['words rating.words'])
    expect(await faultsOf(say('aigerim', 'decision', 'as computed', 'half-open'))).toEqual([
      'band rating.band',
    ])
    await say('lena', 'comment', 'The form is older than <b>the law</b>.')
    await say('aigerim', 'decision', 'as computed', 'repressed')
    await say('lena', 'dissent', 'Too generous.')
    const { words } = await seen(first)
    expect(words.map((one: { kind: string }) => one.kind)).toEqual(['comment', 'decision', 'dissent'])
    const { text } = await on.get('marat', `measure/rating/${first}`)
    expect(text).toContain('&lt;b&gt;the law&lt;/b&gt;')
    expect(text).not.toContain('value="decision"')
    expect((await on.get('marat', 'measure/rating')).text).toContain(
      'Kazakhstan: repressed, as the panel decided',
    )
  })

  it('moves by one band at the most', async () => {
    expect(await faultsOf(say('aigerim', 'decision', 'far better', 'narrowed'))).toEqual(['band rating.step'])
    expect(await faultsOf(say('aigerim', 'decision', 'better', 'obstructed'))).toEqual([])
  })

  it('releases what it decided to readers: numbers and every decision, and nobody of the panel', async () => {
    const released = await releasedRatings(on.world.house, 'kz')
    const { inputs_hash, result } = await seen(first)
    expect(released?.history.map(({ band, followed, dissents }) => ({ band, followed, dissents }))).toEqual([
      { band: 'obstructed', followed: false, dissents: 1 },
      { band: 'repressed', followed: true, dissents: 1 },
    ])
    const { now } = released ?? fail()
    expect([now.inputs, now.computed.quantiles]).toEqual([inputs_hash, result.quantiles])
    expect(now.computed.bands.map((one) => one.to)).toEqual([20, 40, 60, 80, 100])
    expect(now.dimensions.filter((one) => one.source === 'partner').map((one) => one.score)).toEqual(
      Array(4).fill(25),
    )
    expect(now.changes).toHaveLength(32)
    // Nobody of the panel, no word of theirs, no single answer and no evidence.
    expect(JSON.stringify(released)).not.toMatch(
      /lena|marat|aigerim|generous|older than|coder|assembly\.force|kz-2024/,
    )
    expect(await releasedRatings(on.world.house, 'xx')).toBeNull()
  })

  it('rests on the forms that were there when it was proposed, and on none that came after', async () => {
    const { now } = (await releasedRatings(on.world.house, 'kz')) ?? fail()
    const before = await shownEvidence(on.world.house, now)
    expect(before.map((one) => one.dimension).sort()).toEqual(
      on.world.knowledge.codebook.rating.method.dimensions.map((one) => one.id).sort(),
    )
    const { status } = await on.post(
      'marat',
      'measure/rating/form',
      filled('2', 'law:CC-405', { asOf: '2026-11-02' }),
    )
    expect(status).toBe(303)
    expect(await shownEvidence(on.world.house, now)).toEqual(before)
    expect(JSON.stringify(before)).not.toContain('CC-405')
  })

  it('asks an editor for proof once more before a decision is sent', async () => {
    on.later(10)
    const fields = of({ kind: 'decision', band: 'repressed', words: 'again' })
    const sent = await on.post('aigerim', `measure/rating/${first}/panel`, fields)
    expect([sent.status, sent.to.startsWith('/en/desk/confirm')]).toEqual([303, true])
  })
})

describe('an outside index', () => {
  const table = 'country,variable,edition,value,published\n'
  const bring = (rows: string) =>
    bringIndex(on.as('lena'), {
      ...{ index: 'fiw-e', licence: 'invented', from: 'a test', vintage: '2026-11-20' },
      ...{ name: 'fiw.csv', table: table + rows },
    })

  it('is refused whole, with every fault by line and column', async () => {
    const rows = 'kz,E,2026,22,2026-03-01\nKazakhstan,X,26,,soon\nkz,E,2026,2,2026-03-01\n'
    expect(await faultsOf(bring(rows))).toEqual([
      'fiw.csv:2:11 input.value',
      ...[1, 12, 14, 17, 18].map((column) => `fiw.csv:3:${column} input.value`),
      'fiw.csv:4:6 input.value',
    ])
    expect((await on.json('lena', 'measure/rating.json')).indices).toEqual([])
  })

  it('comes in with licence and vintage, and counts from the day it was out', async () => {
    expect(await bring('kz,E,2026,2,2026-03-01\n')).toEqual({ values: 1 })
    expect((await on.get('marat', 'measure/rating')).text).toContain('<td>invented</td>')
    const of_ = async (asOf: string) => (await rowsOfCountry(on.world, { country: 'kz', asOf })).rows
    expect(
      computed({
        format: 'aigaq-rating@1',
        method: on.world.knowledge.codebook.rating.method,
        rows: await of_('2026-02-28'),
      }).rating.indices,
    ).toEqual([])
    expect((await of_('2026-12-01')).indices).toEqual([
      {
        index: 'fiw-e',
        variable: 'E',
        edition: 2026,
        value: 2,
        published: '2026-03-01',
      },
    ])
  })
})

describe('months', () => {
  it('count published records alone, so that no number tells of one that is held back', async () => {
    const may = async () =>
      (await rowsOfCountry(on.world, { country: 'kz', asOf: '2024-07-01' })).rows.months.find(
        (one) => one.month === '2024-05',
      )?.incidents.assembly
    expect(await may()).toBe(0)
    const told = { from: 'In mid-May 2024', to: 'several strikers.', date: '2024-05', by: 'lena' }
    await recordAll(on.world, [aDecision({ id: 'kz-2024-05-c', document: on.document, ...told })])
    expect(await may()).toBe(0)
    await publishAll(on.world, ['kz-2024-05-c'])
    expect(await may()).toBe(1)
    // A partner abroad may rest on what is published, and is a partner whatever they call themselves.
    const theirs = filled('4', 'kz-2024-05-c', { source: 'house' })
    expect((await on.post('oskar', 'measure/rating/form', theirs)).status).toBe(303)
    const { rows } = await rowsOfCountry(on.as('lena'), { country: 'kz', asOf: '2026-12-01' })
    expect(rows.forms.filter((one) => one.answers[0]?.value === 4).map((one) => one.source)).toEqual([
      'partner',
    ])
  })
})

describe('the watchlist', () => {
  it('lists nobody by itself: an alert is one sign, a decision has a reason and keeps its signal', async () => {
    const asked = { country: 'kz', asOf: '2026-12-01' }
    await speakOfWatch(on.as('lena'), { ...asked, verdict: 'alert', words: 'Offices are searched.' })
    const { signal, isListed } = await watchCountry(on.as('marat'), asked)
    expect([signal.isSignal, isListed]).toEqual([false, false])
    expect(signal.signs.flatMap((one) => (one.isGiven ? one.kind : []))).toEqual(['alert'])
    const listing = { ...asked, verdict: 'listed', words: 'Two partners say the same.' } as const
    expect(await faultsOf(speakOfWatch(on.as('marat'), listing))).toEqual([' access.forbidden'])
    await speakOfWatch(on.as('aigerim'), listing)
    const listed = await watchCountry(on.as('marat'), asked)
    expect(listed.isListed).toBe(true)
    expect(listed.words.at(-1)?.signal).toEqual(signal)
    const { text } = await on.get('marat', 'measure/watchlist')
    expect(text).toContain('On the watchlist, as people decided.')
    expect(text).toContain('nobody knows how much was documented')
    // Once a collector says where they looked, calm is known from silence.
    const look = {
      record: 'coverage',
      id: 'look-1',
      country: 'kz',
      collector: 'An invented monitor',
      looked: 'looked',
    }
    const signed = { from: '2021-01-01', to: '2026-10-31', by: 'lena', at: on.now() }
    await recordAll(on.as('lena'), [{ ...look, ...signed }])
    expect((await on.get('marat', 'measure/watchlist?as-of=2026-11-01')).text).toContain('too few incidents')
  })

  it('takes an alert from another organisation, which reads nothing of ours', async () => {
    const fields = of({ country: 'kz', asOf: '', verdict: 'alert', words: 'We hear of searches.' })
    expect((await on.post('oskar', 'measure/watchlist', fields)).status).toBe(303)
    expect((await on.get('oskar', 'measure/watchlist')).text).not.toMatch(/Offices are searched|Two partners/)
    expect((await on.get('lena', 'measure/watchlist')).text).toContain('We hear of searches.')
    const { words } = await on.json('oskar', 'measure/watchlist.json')
    expect(words.map((one: { by: string }) => one.by)).toEqual(['oskar'])
  })
})

describe('the log', () => {
  it('gives all of it again', async () => {
    const copy = await testStore()
    const again = await replay(on.world, copy)
    await copy.destroy()
    expect(again.tables.filter((one) => !one.same)).toEqual([])
  })

  it('still adds up when a record that forms rest on is forgotten, and ratings stay as they were', async () => {
    await forgetRecord(on.world, { record: PRISON, by: 'operator', why: 'asked for' })
    const rows = await on.world.house.selectFrom('assessments').select('answers').execute()
    expect(JSON.stringify(rows)).not.toContain(PRISON)
    expect((await verify(on.world)).breaks).toEqual([])
    expect((await seen(first)).isReproduced).toBe(true)
  })
})

it('refuses a line whose day has not come', async () => {
  const line = { record: 'assessment', id: 'form-x', country: 'kz', source: 'house', asOf: '2099-01-01' }
  const answers = [{ question: 'assembly.force', aspect: 'law', value: null, evidence: [] }]
  const who = { method: 'csr-1@1.0.0', by: 'marat', at: on.now() }
  expect(await faultsOf(recordAll(on.world, [{ ...line, ...who, answers }]))).toEqual([
    'line 1 input.date-future',
  ])
})
