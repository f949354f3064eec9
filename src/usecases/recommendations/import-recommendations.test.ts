/** A table of recommendations comes in whole or not at all; each row is what somebody would have written by hand, and nothing of it is public. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyWorld, importText } from '../../../test/world.ts'
import type { Refusal } from '../../core/faults.ts'
import { xlsxOf } from '../../document/files.fixture.ts'
import { publicRecommendations } from '../../store/queries/public-recommendations.ts'
import type { Context } from '../context.ts'
import { rebuild } from '../rebuild.ts'
import { importRecommendations } from './import-recommendations.ts'
import { listRecommendations, readRecommendation } from './save-recommendation.ts'

let world: Context
let document = ''
beforeAll(async () => {
  world = await emptyWorld()
  const text = 'To the authorities: repeal Article 274 of the Criminal Code.'
  document = (await importText(world, text, 'briefing.md')).document
})
afterAll(() => world?.store.destroy())

const HEAD = 'words,language,source,place,body,on,addressees,ask-en,laws,same-as,same-why'
const csv = (...rows: readonly string[]): Uint8Array => new TextEncoder().encode(rows.join('\n'))
const give = (bytes: Uint8Array, name = 'demands.csv') =>
  importRecommendations(world, { bytes, name, country: 'kz', by: 'aigerim' })
const faults = async (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error) => (error as Refusal).faults.map((one) => `${one.where} ${one.params.problem ?? one.code}`),
  )
const register = async () => (await listRecommendations(world)).map((one) => one.id)

describe('a table of recommendations', () => {
  it('tells every fault at once with line and column, and writes nothing', async () => {
    const told = await faults(
      give(
        csv(
          HEAD,
          '"Repeal',
          'it.",en,Views,,amnesty,2016,authorities,Repeal it,CC-274,,',
          ',en,Views,,amnesty,2016,authorities,Repeal it,,,',
          'Let them go.,xx,,,nobody,2099,martians,,CC-9999,rec-none,',
          'Let them go.,en,Views,,nobody,2016,authorities,Let them go,CC-9999,rec-none,',
        ),
      ),
    )
    expect(told.map((one) => one.split(':').slice(0, 3).join(':').split(' ')[0])).toEqual([
      'demands.csv:4:words',
      ...['language', 'source', 'addressees', 'ask-en'].map((one) => `demands.csv:5:${one}`),
      ...['laws', 'body'].map((one) => `demands.csv:6:${one}`),
      ...['same-why', 'same-as'].map((one) => `demands.csv:5:${one}`),
      ...['same-why', 'same-as'].map((one) => `demands.csv:6:${one}`),
    ])
    expect(await faults(give(csv('words,language,sourse', 'Repeal it.,en,Views')))).toHaveLength(5)
    expect(await register()).toEqual([])
  })

  it('takes nothing at all when the last of it is refused by the database', async () => {
    await sql`create function no_judgement() returns trigger language plpgsql as $$ begin raise exception 'no judgement'; end $$`.execute(
      world.house,
    )
    await sql`create trigger no_judgement before insert on judgements execute function no_judgement()`.execute(
      world.house,
    )
    const rows = csv(
      `id,${HEAD}`,
      'rec-one,Repeal it.,en,Views,,amnesty,2016,authorities,Repeal it,,,',
      'rec-two,Repeal it all.,en,Views,,amnesty,2016,authorities,Repeal it,,rec-one,one demand',
    )
    await expect(give(rows)).rejects.toThrow('no judgement')
    await sql`drop trigger no_judgement on judgements`.execute(world.house)
    expect(await register()).toEqual([])
  })

  it('records words, source and law as by hand, joins with a reason, and lets nothing out', async () => {
    const rows = csv(
      `id,${HEAD}`,
      'rec-one,"Repeal article 274, at once.",en,Views,chapter 2,amnesty,2016-08,authorities; parliament,Repeal it,CC-274,,',
      'rec-two,Take it out.,en,Briefing,,amnesty,2017,authorities,Take it out,CC-274,rec-one,the same article',
    )
    expect(await give(rows)).toEqual({ recorded: ['rec-one', 'rec-two'], known: [], joined: 1 })
    const { one, pairs } = await readRecommendation(world, 'rec-one')
    expect(one).toMatchObject({
      ...{ isPublic: false, by: 'aigerim' },
      demand: {
        ...{
          words: 'Repeal article 274, at once.',
          laws: ['CC-274'],
          addressees: ['authorities', 'parliament'],
        },
        source: { kind: 'hand', title: 'Views', place: 'chapter 2', url: null },
      },
    })
    expect(pairs.map((each) => [each.left, each.right, each.verdict, each.first.why])).toEqual([
      ['rec-one', 'rec-two', 'same', 'the same article'],
    ])
    expect(await publicRecommendations(world.store)).toEqual([])
    const before = await listRecommendations(world)
    await rebuild(world)
    expect(await listRecommendations(world)).toEqual(before)
    // The same file again changes nothing, and a file never writes over what stands.
    expect(await give(rows)).toEqual({ recorded: [], known: ['rec-one', 'rec-two'], joined: 0 })
    expect(
      await faults(give(csv(`id,${HEAD}`, 'rec-one,Keep it.,en,Views,,amnesty,2016,authorities,Keep it,,,'))),
    ).toEqual(['demands.csv:2:id id: rec-one is on record otherwise: change it there'])
  })

  it('reads a spreadsheet under the numbers that it shows, and finds words in a report of the house', async () => {
    const head = ['Words', 'Document', 'Body', 'Addressees', 'Ask EN']
    const row = (cells: readonly string[], r: number) => ({ cells, attributes: `r="${r}"` })
    const sheet = (...rows: readonly ReturnType<typeof row>[]) =>
      xlsxOf([{ name: 'Demands', rows: [row(head, 1), ...rows] }])
    const good = row(['repeal Article 274', document, 'amnesty', 'authorities', 'Repeal it'], 7)
    const bad = row(['repeal Article 275', document, 'amnesty', 'authorities', 'Repeal it'], 9)
    expect(await faults(give(sheet(good, bad), 'demands.xlsx'))).toEqual([
      'demands.xlsx:9:words words: they do not stand so in the report',
    ])
    const { recorded } = await give(sheet(good), 'demands.xlsx')
    expect((await readRecommendation(world, recorded[0] ?? '')).one.demand).toMatchObject({
      ...{ words: 'repeal Article 274', language: 'en', source: { kind: 'document', start: 20 } },
    })
  })
})
