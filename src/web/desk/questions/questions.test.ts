/** Questions to colleagues: asked at a record or a passage, answered, closed, opened again, and told to nobody who may not read the matter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, recordAll } from '../../../../test/world.ts'
import { testStaff } from '../../../store/test-stores.ts'
import {
  type Colleagues,
  colleagues,
  type Name,
  NOTHING,
  of,
  PRISON,
  SEALED,
  TEXT,
} from '../colleagues.fixture.ts'

let on: Colleagues
beforeAll(async () => {
  on = await colleagues()
})
afterAll(() => on?.world.store.destroy())

describe('a question to a colleague', () => {
  let id = ''
  const put = (name: Name, fields: Record<string, string>, accept?: string) =>
    on.post(name, 'questions', of({ field: '', to: '', words: 'Is it the same court?', ...fields }), accept)

  it('stands at the record and on the page of whoever was asked, is answered, closed and opened again', async () => {
    const asked = await put('lena', {
      kind: 'incident',
      about: PRISON,
      to: 'marat',
      field: 'penalty',
      words: 'Three years, or <b>36</b> months?',
    })
    expect([asked.status, asked.to]).toEqual([303, `/en/desk/records/${PRISON}#questions`])
    expect((await on.get('marat', `records/${PRISON}`)).text).toContain(
      'Three years, or &lt;b&gt;36&lt;/b&gt; months?',
    )
    const home = await on.json('marat', 'today.json')
    id = home.askedOfYou[0].id
    expect(home.askedOfYou).toHaveLength(1)
    expect((await on.json('aigerim', 'today.json')).askedOfYou).toEqual([])
    expect((await on.post('marat', `questions/${id}`, of({ words: '', verdict: 'answered' }))).status).toBe(
      422,
    )
    expect(
      (await on.post('marat', `questions/${id}`, of({ words: 'The text says years.', verdict: 'answered' })))
        .status,
    ).toBe(303)
    expect((await on.json('lena', 'today.json')).answered.map((one: { id: string }) => one.id)).toEqual([id])
    expect((await on.json('marat', 'today.json')).askedOfYou).toEqual([])
    await on.post('lena', `questions/${id}`, of({ words: '', verdict: 'closed' }))
    expect((await on.json('lena', 'today.json')).answered).toEqual([])
    expect(
      (await on.post('marat', `questions/${id}`, of({ words: 'more', verdict: 'answered' }))).status,
    ).toBe(409)
    await on.post('marat', `questions/${id}`, of({ words: 'a new copy came', verdict: 'reopened' }))
    const one = await on.json('lena', `questions/${id}.json`)
    expect(one.said.map((said: { verdict: string }) => said.verdict)).toEqual([
      'answered',
      'closed',
      'reopened',
    ])
  })

  it('stands at a passage too, and for anybody of the organisation', async () => {
    const draft = await on.draftOf('0')
    expect((await put('marat', { kind: 'draft', about: draft })).to).toBe(
      `/en/desk/documents/${on.document}/0#questions`,
    )
    expect((await on.get('aigerim', `documents/${on.document}/0`)).text).toContain('Is it the same court?')
    expect((await on.json('aigerim', 'today.json')).askedOfYou).toHaveLength(1)
    expect((await on.json('oskar', 'questions.json')).questions).toEqual([])
  })

  it('tells all that is wrong at once and loses nothing that was typed', async () => {
    const answer = await put('lena', {
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
        await on.post(
          'lena',
          'questions',
          of({ kind: 'incident', about: PRISON, field: '', to: '', words: 'x', role: 'editor' }),
        )
      ).status,
    ).toBe(422)
  })

  it('stands at words that no rule proposed, as at any passage', async () => {
    const words = { from: 'police in Shymkent', to: 'several strikers.' }
    const { to } = await on.post('lena', `documents/${on.document}/new`, of({ at: '0', ...words }))
    const page = (await on.get('lena', to.replace('/en/desk/', ''))).text
    const about = /name="about" value="(r-[0-9a-f]{16}#\d+-\d+)"/.exec(page)?.[1] ?? ''
    expect((await put('lena', { kind: 'draft', about })).to).toBe(`${to}#questions`)
  })

  it('takes as many signs as its form lets somebody type, lines and all', async () => {
    const words = 'a\r\n'.repeat(999)
    expect((await put('lena', { kind: 'incident', about: PRISON, words })).status).toBe(303)
  })

  it('that was closed meanwhile keeps the answer somebody typed to it', async () => {
    const asked = await put('lena', { kind: 'incident', about: PRISON }, 'application/json')
    const to = `questions/${JSON.parse(asked.text).id}`
    await on.post('lena', to, of({ words: '', verdict: 'closed' }))
    const late = await on.post('marat', to, of({ words: 'Yes, <i>the same</i>.', verdict: 'answered' }))
    expect(late.status).toBe(409)
    expect(late.text).toContain('>Yes, &lt;i&gt;the same&lt;/i&gt;.</textarea>')
  })

  it('hands nothing over: who may not read it cannot be asked, and who is of another organisation is nobody', async () => {
    for (const to of ['marat', 'daniyar', 'oskar', 'nobody']) {
      const answer = await put('aigerim', { kind: 'incident', about: SEALED, to })
      expect([to, answer.status, answer.text.includes(`“${to}” is nobody here`)]).toEqual([to, 422, true])
    }
  })

  it('about a sealed record is told to nobody else, by no page, no list, no search and no guess of its id', async () => {
    const asked = JSON.parse(
      (
        await put(
          'aigerim',
          { kind: 'incident', about: SEALED, words: 'Did the kitchen have a window?' },
          'application/json',
        )
      ).text,
    )
    expect((await on.get('aigerim', `records/${SEALED}`)).text).toContain('kitchen')
    const absent = 'q-0000000000000000'
    for (const name of ['marat', 'lena', 'daniyar', 'oskar', 'root'] as const) {
      for (const path of ['', 'today.json', 'questions', 'questions.json', `documents/${on.document}`])
        expect([name, path, (await on.get(name, path)).text.includes('kitchen')]).toEqual([name, path, false])
      const [known, unknown] = [
        await on.get(name, `questions/${asked.id}.json`),
        await on.get(name, `questions/${absent}.json`),
      ]
      expect([known.status, known.text.replaceAll(asked.id, absent)]).toEqual([unknown.status, unknown.text])
      const said = await on.post(
        name,
        `questions/${asked.id}`,
        of({ words: 'x', verdict: 'answered' }),
        'application/json',
      )
      const never = await on.post(
        name,
        `questions/${absent}`,
        of({ words: 'x', verdict: 'answered' }),
        'application/json',
      )
      expect([said.status, said.text.replaceAll(asked.id, absent)]).toEqual([never.status, never.text])
      const found = await on.post(
        name,
        'search',
        of({ ...NOTHING, words: 'kitchen window' }),
        'application/json',
      )
      if (found.status === 200) expect(JSON.parse(found.text).found).toEqual([])
    }
    const rows = await testStaff(on.world.house, { organisation: 'home', partner: '', handle: 'marat' })
      .selectFrom('questions')
      .select('about_id')
      .execute()
    expect(rows.map((one) => one.about_id)).not.toContain(SEALED)
  })

  it('on a passage that became a sealed record goes with the record', async () => {
    const key = (await on.json('aigerim', `documents/${on.document}.json`)).passages.findIndex(
      (one: { span: { start: number } }) => TEXT.slice(one.span.start).startsWith('In mid-May 2024'),
    )
    const draft = await on.draftOf(String(key))
    await put('marat', { kind: 'draft', about: draft, words: 'Strikers of the harbour?' })
    expect(
      (await on.json('lena', 'questions.json')).questions.some((one: { words: string }) =>
        /harbour/.test(one.words),
      ),
    ).toBe(true)
    await recordAll(on.as('aigerim'), [
      aDecision({
        ...{
          id: 'kz-2024-05-h',
          document: on.document,
          date: '2024-05',
          by: 'aigerim',
          at: on.now(),
          acts: ['detention'],
        },
        ...{ from: 'In mid-May 2024', to: 'several strikers.', draft: { id: draft } },
        tier: { value: 'sealed', why: 'told under a promise' },
      }),
    ])
    expect(JSON.stringify(await on.json('aigerim', 'questions.json'))).toContain('harbour')
    expect(JSON.stringify(await on.json('marat', 'questions.json'))).not.toContain('harbour')
    const wall = { organisation: 'home', partner: '', handle: 'marat' }
    const rows = await testStaff(on.world.house, wall).selectFrom('questions').select('words').execute()
    expect(JSON.stringify(rows)).not.toContain('harbour')
  })
})
