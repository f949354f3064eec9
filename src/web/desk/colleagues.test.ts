/** What colleagues asked, answered and read a second time: made again from the log, and gone with a person or a record that is forgotten. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, formIn, rowOf } from '../../../test/desk.ts'
import { emptyWorld } from '../../../test/world.ts'
import { forgetPerson } from '../../usecases/forget-person.ts'
import { forgetRecord } from '../../usecases/forget-record.ts'
import { replay } from '../../usecases/replay.ts'
import { verify } from '../../usecases/verify.ts'
import { type Colleagues, colleagues, of, PRISON } from './colleagues.fixture.ts'

let on: Colleagues
const kept = async (): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      (['questions', 'answers', 'second_readings', 'events'] as const).map((table) =>
        on.world.house.selectFrom(table).selectAll().execute(),
      ),
    ),
  )
beforeAll(async () => {
  on = await colleagues()
  const words = 'Three years, or <b>36</b> months?'
  await on.post('lena', 'questions', of({ kind: 'incident', about: PRISON, field: '', to: 'marat', words }))
  const { id } = (await on.json('lena', 'questions.json')).questions[0]
  const say = (name: 'lena' | 'marat', verdict: string, said: string) =>
    on.post(name, `questions/${id}`, of({ words: said, verdict }))
  await say('marat', 'answered', 'The text says years.')
  await say('lena', 'closed', '')
  await say('marat', 'reopened', 'a new copy came')
  const read = formIn((await on.get('marat', `second/${PRISON}`)).text)
  await on.post('marat', `second/${PRISON}`, change(read, { [`${rowOf(read, 'penalty')}.number`]: '4' }))
  on.later(5)
  await on.post('lena', `second/${PRISON}/settle`, of({ second: 'law', why: 'the text says three' }))
})
afterAll(() => on?.world.store.destroy())

describe('what colleagues said', () => {
  it('adds up in the chain, and is made again from the inputs', async () => {
    expect((await verify(on.world)).breaks).toEqual([])
    const fresh = await emptyWorld()
    const again = await replay(on.world, fresh.store)
    await fresh.store.destroy()
    expect(again.tables.filter((one) => !one.same)).toEqual([])
  })

  it('loses the name of a person who is forgotten, in questions, answers and second readings', async () => {
    await on.post(
      'lena',
      'questions',
      of({ kind: 'incident', about: PRISON, field: '', to: '', words: 'Was Asan Usenov there too?' }),
    )
    const asked = (await on.json('lena', 'questions.json')).questions[0]
    await on.post(
      'marat',
      `questions/${asked.id}`,
      of({ words: 'Usenov was in Almaty.', verdict: 'answered' }),
    )
    expect(await kept()).toMatch(/Usenov\b/)
    await forgetPerson(on.world, { person: 'usenov', by: 'aigerim', why: 'asked to be forgotten' })
    expect(await kept()).not.toMatch(/Usenov\b/)
  })

  it('goes with a record that is forgotten: its questions, answers and second reading', async () => {
    for (const said of ['36</b>', 'text says years', 'new copy came', 'text says three', 'Akhmetov'])
      expect(await kept()).toContain(said)
    await forgetRecord(on.world, { record: PRISON, by: 'aigerim', why: 'a wrong accusation' })
    expect(await kept()).not.toMatch(/36<\/b>|text says years|new copy came|text says three|Akhmetov/)
    expect((await verify(on.world)).breaks).toEqual([])
  })
})
