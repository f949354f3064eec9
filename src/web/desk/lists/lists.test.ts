/** Lists are mapped in the workspace: what columns hold is guessed, said and remembered, and every row is told what becomes of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, change, type Desk, deskOf, type Field, formIn, send } from '../../../../test/desk.ts'
import { aSource, type Entered, emptyWorld, signedInAs } from '../../../../test/world.ts'
import { HOME } from '../../../core/access.ts'
import type { Claim } from '../../../core/claim.ts'
import { canonical } from '../../../core/json.ts'
import { xlsxOf } from '../../../document/files.fixture.ts'
import { testStore } from '../../../store/test-stores.ts'
import type { Context } from '../../../usecases/context.ts'
import { importReport } from '../../../usecases/import-report.ts'
import { mappedLists } from '../../../usecases/lists/remembered.ts'
import type { RowReport } from '../../../usecases/lists/rows-met.ts'
import { takeList } from '../../../usecases/lists/take-list.ts'
import { refresh } from '../../../usecases/refresh.ts'
import { replay } from '../../../usecases/replay.ts'

let world: Context
let web: Desk
let lena: Entered
beforeAll(async () => {
  world = await emptyWorld()
  web = deskOf(world)
  lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
})
afterAll(() => world.store.destroy())

const MAY = `№;Дата;Город;ФИО;Статья КоАП;Наказание;Комментарий
1;03.05.2024;г. Алматы;Асан Усенов;488 ч. 6;15 суток;увезли
2;04.05.2024;Уральск;"Айгуль Серикова и Болат Усенов";488;штраф 50 МРП;
3;31.05.2024;Нигдеград;Бахыт Асанов;;предупреждение;увезли
`

async function take(text: string, name: string, language: 'ru' | 'en' = 'ru'): Promise<string> {
  const source = { ...aSource(), publisher: 'Uralsk Monitors', title: name }
  const given = { name, country: 'kz', source, asOf: null, language, by: 'lena' }
  return (await importReport(world, { ...given, bytes: new TextEncoder().encode(text) })).document
}
const home = (document: string, language = 'en'): string => `/${language}/desk/documents/${document}`
const page = async (path: string): Promise<string> => (await ask(web, path, lena)).text()
const formOf = async (document: string): Promise<readonly Field[]> =>
  formIn(await page(`${home(document)}/list`), 'list')
const held = (fields: readonly Field[]): readonly string[] =>
  fields.flatMap(([name, one]) => (name === 'holds' ? [one] : []))

const post = (document: string, fields: Iterable<Field>) => send(web, `${home(document)}/list`, fields, lena)
/** The form with the meaning of these words. */
const meaning = (fields: readonly Field[], words: string, means: string): readonly Field[] =>
  fields.map(([name, value], index) =>
    name === 'means' && fields[index - 1]?.[1] === words ? [name, means] : [name, value],
  )
const mapped = () => mappedLists(world.house, HOME)
const source = async (document: string): Promise<string> => {
  const file = await ask(web, `${home(document)}/file`, lena)
  return file.text()
}

type Told = {
  readonly passages: readonly { readonly state: string }[]
  readonly drafts: readonly { readonly span: { readonly start: number }; readonly claims: readonly Claim[] }[]
}
type Rows = { readonly rows: readonly RowReport[] }
/** Field, value (of people and places the name, of penalties the number) and rule. */
const valuesOf = (draft: Told['drafts'][number] | undefined): readonly string[] =>
  (draft?.claims ?? [])
    .map(({ field, value, reader }) => {
      const said =
        field === 'penalty'
          ? [value.days ?? value.amount, value.currency].filter((one) => one !== null).join(' ')
          : canonical(field === 'person' ? value.name : field === 'place' ? value.canonical : value)
      return `${field} ${said} ${reader.kind === 'rule' ? reader.rule : ''}`
    })
    .sort()

describe('a list', () => {
  let may = ''
  beforeAll(async () => {
    may = await take(MAY, 'may.csv')
  })

  it('is found to be one, and each column is guessed by its name or its cells', async () => {
    expect(await page(home(may))).toContain(`${home(may)}/list`)
    const shown = await page(`${home(may)}/list`)
    expect(held(formIn(shown, 'list'))).toEqual(['id', 'date', 'place', 'person', 'law', 'penalty', 'ignore'])
    expect(formIn(shown, 'list').find(([name]) => name === 'order')?.[1]).toBe('dmy')
    expect(shown).toContain('3 rows are new')
    expect(shown).toContain('1 row is not understood in every cell')
    expect(shown).toMatch(/fits nothing in the data <span class="meta">place<\/span> <q lang="ru">Нигдеград/)
  })
  it('asks what its own words mean, once for every row that has them', async () => {
    const fields = (await formOf(may)).map(
      ([name, value], index, all): Field =>
        name === 'holds' && all[index - 1]?.[1] === '6' ? [name, 'act'] : [name, value],
    )
    const asked = await (await post(may, fields)).text()
    const words = formIn(asked, 'list')
      .filter(([name]) => name === 'word')
      .map(([, one]) => one)
    expect(words).toEqual(['увезли', 'Нигдеград'])
    const said = meaning(formIn(asked, 'list'), 'увезли', 'задержание')
    const shown = await (await post(may, said)).text()
    expect(
      formIn(shown, 'list')
        .filter(([name]) => name === 'word')
        .map(([, one]) => one),
    ).toEqual(['увезли', 'Нигдеград'])
    expect(shown.match(/Detention(?= ·|<)/gi)).toHaveLength(2)
  })

  it('refuses a mapping with every fault of it at once, and keeps what was chosen', async () => {
    const twoDates = (await formOf(may)).map(
      ([name, value], index, all): Field =>
        name === 'holds' && all[index - 1]?.[1] === '0' ? [name, 'date'] : [name, value],
    )
    const answer = await post(may, change(twoDates, { do: 'propose', act: 'задержание' }))
    expect(answer.status).toBe(422)
    const shown = await answer.text()
    expect(shown).toContain('Two columns hold the same (date)')
    expect(held(formIn(shown, 'list')).slice(0, 2)).toEqual(['date', 'date'])
    expect(formIn(shown, 'list').find(([name]) => name === 'act')?.[1]).toBe('задержание')
    expect((await post(may, change(twoDates, { act: 'нечто' }))).status).toBe(422)
  })

  it('is proposed row by row, each value at the words of its cell', async () => {
    const mapped = (await formOf(may)).map(
      ([name, value], index, all): Field =>
        name === 'holds' && all[index - 1]?.[1] === '6' ? [name, 'act'] : [name, value],
    )
    const asked = formIn(await (await post(may, mapped)).text(), 'list')
    const done = await post(may, change(meaning(asked, 'увезли', 'задержание'), { do: 'propose' }))
    expect(done.headers.get('Location')).toBe(`${home(may)}?list=3-0-0`)
    const { passages, drafts } = (await (await ask(web, `${home(may)}.json`, lena)).json()) as Told
    expect(passages.map((one) => one.state)).toEqual(['open', 'open', 'open'])
    expect(valuesOf(drafts[0])).toEqual([
      'act "detention" list-meaning@1',
      'date {"from":"2024-05-03","precision":"day","to":"2024-05-03"} list-cell@1',
      'kind "event" list-constant@1',
      'law {"article":"488","code":"administrative","name":null,"part":"6"} list-cell@1',
      'penalty 15 list-cell@1',
      'person "Асан Усенов" list-cell@1',
      'place "Almaty" list-cell@1',
    ])
    expect(valuesOf(drafts[1]).filter((one) => /^(act|penalty|person)/.test(one))).toEqual([
      'act "fine" list-penalty@1',
      'penalty 50 MCI list-cell@1',
      'person "Айгуль Серикова" list-cell@1',
      'person "Болат Усенов" list-cell@1',
    ])
    expect(valuesOf(drafts[2]).some((one) => one.startsWith('place'))).toBe(false)
    // On the page of the first row each value stands at its words.
    expect(await page(`${home(may)}/0`)).toMatch(/<mark[^>]*>488 ч\. 6</)
  })
})

describe('the next list of the same source', () => {
  let june = ''
  let record = ''
  beforeAll(async () => {
    const may = (await mapped())[0]?.document ?? ''
    const saved = await send(web, `${home(may)}/0`, formIn(await page(`${home(may)}/0`)), lena)
    expect(saved.status).toBe(303)
    record = (await world.house.selectFrom('incidents').select('id').executeTakeFirst())?.id ?? ''
    june = await take(
      `Дата;№;Город;ФИО;Статья КоАП;Наказание;Комментарий
03.05.2024;1;Алматы;Асан Усенов;488 ч. 6;15 суток;увезли
04.05.2024;2;Уральск;"Айгуль Серикова и Болат Усенов";488;штраф 100 МРП;
31.05.2024;3;Нигдеград;Бахыт Асанов;;предупреждение;увезли
02.06.2024;4;Астана;Ержан Сериков;;;увезли
05.06.2024;1;Шымкент;Динара Усенова;488;10 суток;
`,
      'june.csv',
    )
  })

  it('begins as the last one was mapped, its words explained', async () => {
    const shown = await page(`${home(june)}/list`)
    expect(shown).toContain('An earlier list of the same source was mapped like this.')
    expect(held(formIn(shown, 'list'))).toEqual(['date', 'id', 'place', 'person', 'law', 'penalty', 'act'])
    expect(
      formIn(shown, 'list')
        .filter(([name]) => name === 'means')
        .map(([, one]) => one),
    ).toContain('задержание')
  })

  it('tells which rows are here already, which changed and which are new; a number that begins anew is another row', async () => {
    const { rows } = (await (await ask(web, `${home(june)}/list.json`, lena)).json()) as Rows
    expect(
      rows.map(({ status, earlier }) => [status, earlier?.state, earlier?.records, earlier?.differs]),
    ).toEqual([
      ['changed', 'decided', [record], ['place 0']],
      ['changed', 'open', [], ['penalty 0']],
      ['same', 'open', [], []],
      ['new', undefined, undefined, undefined],
      ['new', undefined, undefined, undefined],
    ])
    const shown = await page(`${home(june)}/list`)
    expect(shown).toContain(`/en/desk/records/${record}`)
    expect(await page(`/en/desk/records/${record}`)).toMatch(
      /Its number in lists: <a href="[^"]*\/list">1<\/a>/,
    )
    expect(shown).toContain('Propose 3 rows for review')
  })

  it('proposes only what nobody has decided on; sent twice it is stored once', async () => {
    const fields = change(await formOf(june), { do: 'propose' })
    for (const _ of [1, 2])
      expect((await post(june, fields)).headers.get('Location')).toBe(`${home(june)}?list=3-1-2`)
    const { passages, drafts } = (await (await ask(web, `${home(june)}.json`, lena)).json()) as Told
    expect(passages).toHaveLength(3)
    expect(drafts.map((one) => one.span.start).every((start) => start > 0)).toBe(true)
    expect((await mapped()).filter((one) => one.document === june)).toHaveLength(1)
  })

  it('leaves nothing to do when it comes a third time', async () => {
    const again = await take((await source(june)).replace('Динара', 'Динара '), 'june-2.csv')
    const answer = await post(again, change(await formOf(again), { do: 'propose' }))
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('No row is new')])
  })
})

it('a row that tells what a record tells is shown beside it, whoever wrote that down, and still proposed', async () => {
  const record = (await world.house.selectFrom('incidents').select('id').executeTakeFirst())?.id ?? ''
  const text =
    'Who,When,Where\nAsan Usenov,2024-05-04,Almaty\nBolat Nurlanov,2024-05-04,Almaty\nUssenov Assan,2024-09-09,Oral\n'
  const given = {
    name: 'abroad.csv',
    country: 'kz',
    source: { ...aSource(), publisher: 'Somebody abroad', title: 'Abroad' },
  }
  const bytes = new TextEncoder().encode(text)
  const { document } = await importReport(world, { ...given, bytes, asOf: null, language: 'en', by: 'lena' })
  const { rows } = (await (await ask(web, `${home(document)}/list.json`, lena)).json()) as Rows
  const told = rows.map(({ status, likeness, perhaps, met }) => [
    `${status} ${likeness}`,
    perhaps.map((one) => `${one.id}: ${one.why.join(' ')}`),
    met.flatMap((one) => one.records.map((each) => `${each.record} ${each.name}`)),
  ])
  expect(told).toEqual([
    ['new matched', [`${record}: date person place`], []],
    ['new none', [], []],
    ['new doubtful', [], [`${record} Асан Усенов`]],
  ])
  const shown = await page(`${home(document)}/list`)
  expect(shown).toContain('Propose only 1 row that is like nothing on record')
  expect(shown).toMatch(/a record of that day holds the name/)
  expect((await mapped()).some((one) => one.document === document)).toBe(false)
  expect(await page(`${home(document)}/list`)).toMatch(/perhaps on record: <a href="[^"]*kz-2024-05-03/)
})

it('dates that can be read two ways are not guessed', async () => {
  const list = await take(
    'When,Where,Who\n01/02/2024,Almaty,Asan Usenov\n03/04/2024,Oral,Bolat Usenov\n',
    'x.csv',
  )
  const fields = await formOf(list)
  expect(fields.find(([name]) => name === 'order')?.[1]).toBe('')
  const refused = await post(list, change(fields, { do: 'propose' }))
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Say which.')])
  const done = await post(list, change(fields, { do: 'propose', order: 'mdy' }))
  expect(done.status).toBe(303)
})

it('a report in prose is no list, and a partner maps nothing', async () => {
  const prose = await take(
    'On 7 May 2024 police in Almaty detained two activists near the Old Square.',
    'prose.txt',
  )
  expect((await ask(web, `${home(prose)}/list`, lena)).status).toBe(422)
  expect(await page(home(prose))).not.toContain('/list"')
  const oskar = await signedInAs(world, { handle: 'oskar', role: 'partner' })
  const list = (await mapped())[0]?.document ?? ''
  expect([403, 404]).toContain((await ask(web, `${home(list)}/list`, oskar)).status)
})

it('the log makes the same rows again', async () => {
  await refresh(world)
  const copy = await testStore()
  const again = await replay(world, copy)
  expect(again.tables.filter((one) => !one.same)).toEqual([])
  await copy.destroy()
})

it('a long list is shown page by page', async () => {
  const rows = Array.from(
    { length: 230 },
    (_, n) => `${n + 1};0${(n % 9) + 1}.05.2024;Алматы;Асан Усенов${n}`,
  )
  const list = await take(`№;Дата;Город;ФИО\n${rows.join('\n')}\n`, 'long.csv')
  const fields = await formOf(list)
  const rowsIn = (shown: string): number => (shown.match(/<th scope="row">/g) ?? []).length
  expect(rowsIn(await page(`${home(list)}/list`))).toBe(100)
  expect(rowsIn(await (await post(list, change(fields, { page: '3' }))).text())).toBe(30)
  expect((await post(list, change(fields, { do: 'propose' }))).headers.get('Location')).toBe(
    `${home(list)}?list=230-0-0`,
  )
  const passagesIn = (shown: string): number => (shown.match(/<h2 class="name">/g) ?? []).length
  expect(passagesIn(await page(home(list)))).toBe(100)
  expect(passagesIn(await page(`${home(list)}?open=3`))).toBe(30)
  expect(passagesIn(await page(`${home(list)}?open=99999`))).toBe(30)
})

it('cells and names of columns that would run are words on its page', async () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const list = await take(`Дата;${hostile};Город\n03.05.2024;${hostile};${hostile}\n`, 'hostile.csv')
  const fields = await formOf(list)
  const shown = [
    await page(`${home(list)}/list`),
    await (await post(list, meaning(fields, hostile, '"><script>alert(2)</script>'))).text(),
  ].join('')
  expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(shown).not.toMatch(/<img|<script>/)
})

it('what a form says of columns that are not there, or of a sheet, is not taken', async () => {
  const list = await take('Дата;Город\n03.05.2024;Алматы\n', 'small.csv')
  const fields = await formOf(list)
  const { map } = (await (
    await send(
      web,
      `${home(list)}/list`,
      [...fields, ['column', '77'], ['holds', 'person']],
      lena,
      'application/json',
    )
  ).json()) as { map: { columns: readonly { column: number; name: string }[] } }
  expect(map.columns.map((one) => [one.column, one.name])).toEqual([
    [0, 'Дата'],
    [1, 'Город'],
  ])
  expect((await post(list, change(fields, { sheet: '7' }))).status).toBe(404)
  expect((await post(list, [...fields, ['column', '2']])).status).toBe(422)
})

it('what is no list is refused by the command line before anything of it is stored', async () => {
  const stored = async () => (await world.house.selectFrom('documents').select('id').execute()).length
  const before = await stored()
  const given = { name: 'report.txt', country: 'kz', source: aSource(), asOf: null, by: 'operator' }
  const taken = (text: string, sheet: number) =>
    takeList(world, { ...given, bytes: new TextEncoder().encode(text) }, sheet)
  await expect(taken('On 7 May 2024 police in Almaty detained Asan Usenov.', 0)).rejects.toThrow('list.none')
  const rows = 'No,Date,Name\n1,2024-05-07,Asan Usenov\n2,2024-05-08,Dana Usenova\n'
  await expect(
    takeList(world, { ...given, name: 'rows.csv', bytes: new TextEncoder().encode(rows) }, 3),
  ).rejects.toThrow('list.sheet')
  expect(await stored()).toBe(before)
})

it('proposing one sheet, or a log, leaves what was proposed of another and of the prose around it', async () => {
  const report = await take(
    `On 7 May 2024 police in Almaty detained two activists near the Old Square.

03.05.2024, Almaty, Asan Usenov, fine 20 MCI
04.05.2024, Oral, Aigul Serikova, fine 20 MCI
05.05.2024, Astana, Bolat Usenov, fine 20 MCI`,
    'log.txt',
    'en',
  )
  const passages = async (document: string) =>
    (
      (await (await ask(web, `${home(document)}.json`, lena)).json()) as { drafts: { rule: string }[] }
    ).drafts.map((one) => one.rule.startsWith('list-cell@'))
  // The mapping of a report in prose with a log in it is offered, and is not what comes first.
  expect(await page(home(report))).toMatch(/<a class="go" href="[^"]*\/0"[\s\S]*<a href="[^"]*\/list">/)
  expect((await post(report, change(await formOf(report), { do: 'propose' }))).status).toBe(303)
  expect(await passages(report)).toEqual([false, true, true, true])
  const sheet = (name: string, who: string) => ({
    name,
    rows: [
      ['Name', 'Day', 'Place'],
      [who, '2024-07-01', 'Almaty'],
    ],
  })
  const bytes = xlsxOf([sheet('May', 'Asan Usenov'), sheet('June', 'Dinara Bekova')])
  const source = { ...aSource(), publisher: 'Two sheets', title: 'two' }
  const { document } = await importReport(world, {
    bytes,
    name: 'two.xlsx',
    country: 'kz',
    source,
    asOf: null,
    language: 'en',
    by: 'lena',
  })
  for (const number of [0, 1]) {
    const fields = formIn(await page(`${home(document)}/list?sheet=${number}`), 'list')
    expect((await post(document, change(fields, { do: 'propose' }))).status).toBe(303)
  }
  expect(await passages(document)).toEqual([true, true])
})

it('a log that comes in as plain text keeps the numbers of its lines and of its sources', async () => {
  const log = await take(
    `Хроника арестов

1. 03.05.2024, Алматы, Нурлан Ахметов, ст. 488 ч. 6 КоАП РК, 15 суток [1]
2. 04.05.2024, Уральск, Динара Бекова, ст. 488 КоАП РК, штраф 20 МРП [1][2]
3. 05.05.2024, Астана, Ержан Бекетов, предупреждение

Источники:
1. Радио Азаттык, https://example.org/1
2. сообщение семьи`,
    'chronicle.txt',
  )
  const { rows } = (await (await ask(web, `${home(log)}/list.json`, lena)).json()) as {
    rows: { id: string; faults: unknown[]; says: { field: string; value: unknown }[] }[]
  }
  expect(rows.map((one) => [one.id, one.faults])).toEqual([
    ['1', []],
    ['2', []],
    ['3', []],
  ])
  const sources = rows.map((one) =>
    one.says.flatMap(({ field, value }) => (field === 'source' ? [value] : [])),
  )
  expect(sources).toEqual([
    ['Радио Азаттык, https://example.org/1'],
    ['Радио Азаттык, https://example.org/1', 'сообщение семьи'],
    [],
  ])
})
