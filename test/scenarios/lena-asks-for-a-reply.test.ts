/** Lena asks the police for their side, waits, and sets a day for the record; the page says so, and the list of what is due too. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stoppedClock } from '../../src/adapters/clock.ts'
import { replyDue } from '../../src/core/reply.ts'
import { loadIncidents } from '../../src/store/queries/incidents.ts'
import { loadReplies } from '../../src/store/queries/standing.ts'
import { testStore } from '../../src/store/test-stores.ts'
import type { Context } from '../../src/usecases/context.ts'
import { refresh } from '../../src/usecases/refresh.ts'
import { replay } from '../../src/usecases/replay.ts'
import { whatIsDue } from '../../src/usecases/what-is-due.ts'
import { aDecision, aMove, decideAll, emptyWorld, importText, recordAll, siteOf } from '../world.ts'

const ID = 'kz-2024-05-07-a'
const TEXT =
  'On 7 May 2024 police in Almaty detained an activist near the Old Square and held him for three hours.'
const WHO = { by: 'lena', at: '2026-10-03T09:00:00Z' }
const asked = { on: '2026-05-03', of: 'the city police', how: 'by letter', until: '2026-05-17' }
const reply = (more: Record<string, unknown>, at = WHO.at) => ({
  record: 'reply',
  id: ID,
  ...WHO,
  ...more,
  at,
})

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await recordAll(world, [aDecision({ from: 'On 7 May 2024', to: 'three hours.', actors: ['police'] })])
})
afterAll(() => world.store.destroy())

const page = async (path: string): Promise<{ status: number; text: string }> => {
  const answer = await siteOf(world).request(path)
  return { status: answer.status, text: await answer.text() }
}
const state = async () => {
  const [incident] = await loadIncidents(world.store, [ID])
  if (!incident) throw new Error('no incident')
  const replies = (await loadReplies(world.store)).get(ID) ?? []
  return replyDue(incident, replies, '2026-11-23', world.knowledge.codebook.standing.reply)
}

describe('a reply', () => {
  it('is missing at first, and until it is settled the record is not cleared', async () => {
    expect(await state()).toBe('missing')
    await recordAll(world, [aMove('verify', [ID])])
    await expect(recordAll(world, [aMove('clear', [ID])])).rejects.toMatchObject({ code: 'move.reply' })
    expect((await page(`/en/i/${ID}`)).status).toBe(404)
  })

  it('that nobody was asked for is said without the reason', async () => {
    await recordAll(world, [
      reply({ notAsked: 'the witness lives next door' }),
      aMove('clear', [ID]),
      aMove('publish', [ID]),
    ])
    expect(await state()).toBe('not-asked-with-reason')
    expect((await page(`/en/i/${ID}`)).text).toContain('Nobody was asked for a reply.')
    expect((await page(`/en/i/${ID}.json`)).text).not.toContain('next door')
  })

  it.each([
    ['en', 'A reply was asked for on 3 May 2026, with time until 17 May 2026.', 'No answer is recorded.'],
    ['ru', 'Ответ запрошен 3 мая 2026 г., срок — до 17 мая 2026 г.', 'Ответа в записи нет.'],
    ['kk', 'Жауап 2026 ж. 3 мамыр сұралды', 'Жауап жазылмаған.'],
  ])('asked for is told in %s with its days', async (language, sentence, none) => {
    await decideAll(world, [reply({ asked }, '2026-10-04T09:00:00Z')])
    expect(await state()).toBe('silent')
    const { text } = await page(`/${language}/i/${ID}`)
    expect(text).toContain(sentence)
    expect(text).toContain(none)
    expect(text).toContain('the city police')
  })

  it('asked for without a last day has the days of the codebook', async () => {
    const { until: _, ...open } = asked
    await decideAll(world, [reply({ asked: open }, '2026-10-04T10:00:00Z')])
    expect((await page(`/en/i/${ID}`)).text).toContain('with time until 10 May 2026.')
  })

  it('given is told in its words', async () => {
    const answer = { on: '2026-05-20', words: 'the police held nobody that day' }
    await decideAll(world, [reply({ asked, answer }, '2026-10-05T09:00:00Z')])
    expect(await state()).toBe('answered')
    expect((await page(`/en/i/${ID}`)).text).toContain('the police held nobody that day')
  })

  it.each([
    ['neither asked nor not', {}],
    ['both', { asked, notAsked: 'x' }],
    ['an answer to nothing', { notAsked: 'x', answer: { on: '2026-05-20', words: 'no' } }],
    ['time that ends before it begins', { asked: { ...asked, until: '2026-05-02' } }],
    ['a day that has not come', { asked: { ...asked, on: '2027-05-03', until: '2027-06-01' } }],
    ['no reason', { notAsked: ' ' }],
  ])('that is %s is refused', async (_what, more) => {
    await expect(decideAll(world, [reply(more, '2026-10-06T09:00:00Z')])).rejects.toThrow()
  })

  it('to a record that is not there is refused', async () => {
    await expect(decideAll(world, [{ ...reply({ asked }), id: 'kz-2024-05-08-z' }])).rejects.toMatchObject({
      code: 'record.unknown',
    })
  })
})

describe('a day of its own', () => {
  const on = (day: string): Context => ({ ...world, clock: stoppedClock(`${day}T12:00:00Z`) })

  it.each([
    ['2027-01-14', 200],
    ['2027-01-15', 200],
    ['2027-01-16', 404],
  ])('on %s gives %d', async (day, status) => {
    const until = {
      record: 'retention',
      id: ID,
      until: '2027-01-15',
      why: 'he is a student until then',
      ...WHO,
    }
    await decideAll(world, [until])
    await refresh(on(day))
    expect((await page(`/en/i/${ID}`)).status).toBe(status)
    const list = (await page('/en/kz/2024-q2.json')).text
    expect(list.includes(ID)).toBe(status === 200)
  })

  it('is listed before it comes, and after, with nothing but id and day', async () => {
    expect(await whatIsDue(on('2026-12-01'), 30)).toEqual([])
    expect(await whatIsDue(on('2026-12-20'), 30)).toEqual([{ kind: 'retention', id: ID, day: '2027-01-15' }])
    expect(await whatIsDue(on('2027-03-01'), 0)).toEqual([{ kind: 'retention', id: ID, day: '2027-01-15' }])
  })

  it('lists grounds to review and replies that nobody answered, but no «never»', async () => {
    const names = { en: 'Asan Usenov', ru: null, kk: null }
    const basis = (level: string) => ({
      kind: 'consent',
      level,
      reason: 'x',
      givenHow: 'x',
      reviewBy: '2026-12-24',
    })
    await decideAll(world, [
      { record: 'person', id: 'usenov', names, basis: basis('name'), ...WHO },
      {
        record: 'person',
        id: 'serikova',
        names: { ...names, en: 'Aigul Serikova' },
        basis: basis('never'),
        ...WHO,
      },
      reply({ asked: { ...asked, of: 'the court', until: '2026-12-22' } }, '2026-10-07T09:00:00Z'),
    ])
    const due = await whatIsDue(on('2026-12-01'), 30)
    expect(due).toEqual([
      { kind: 'reply', id: ID, day: '2026-12-22' },
      { kind: 'basis', id: 'usenov', day: '2026-12-24' },
    ])
    expect(JSON.stringify(due)).not.toMatch(/Asan|court/)
  })

  it('ends when somebody decides anew', async () => {
    const line = aDecision({
      from: 'On 7 May 2024',
      to: 'three hours.',
      actors: ['police'],
      at: '2027-02-01T09:00:00Z',
    })
    await decideAll(on('2027-02-01'), [line])
    expect((await page(`/en/i/${ID}`)).status).toBe(200)
  })

  it('comes out the same when everything is played again', async () => {
    const empty = await testStore()
    const later = on('2027-02-02')
    await refresh(later)
    expect((await replay(later, empty)).tables.filter((one) => !one.same)).toEqual([])
    await empty.destroy()
  })
})
