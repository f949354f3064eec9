/** Two coders on one passage, and on one report by turns: nothing is lost, and every conflict is shown. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { change, type Field, formIn, rowOf } from '../../../../test/desk.ts'
import { emptyWorld, importText, signedInAs } from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'
import { NO_ANSWERS } from '../../../usecases/review/answers.ts'
import { readPassage } from '../../../usecases/review/read-passage.ts'
import { savePassage } from '../../../usecases/review/save-passage.ts'
import { colleagues } from '../colleagues.fixture.ts'
import { aReport, type Report, recordsMade } from './report.fixture.ts'

let world: Context
let on: Report
beforeAll(async () => {
  world = await emptyWorld()
})
afterAll(() => world?.store.destroy())
beforeEach(async () => {
  on = await aReport(world)
})

describe('two coders on one passage', () => {
  it('are shown both versions, and the second loses nothing and chooses', async () => {
    const daniyar = await signedInAs(world, { handle: 'daniyar', role: 'monitor' })
    const old = await on.fieldsOf('0', daniyar)
    await on.save('0', { [`${rowOf(old, 'place', 'Almaty')}.value`]: 'Astana' })
    const made = await recordsMade(world)
    const typed = change(old, { why: 'his own reading' })
    const clash = await on.post(`${on.home}/0`, typed, daniyar)
    const text = await clash.text()
    expect(clash.status).toBe(409)
    expect(text).toContain('lena decided this passage while you worked on it')
    expect(text).toMatch(
      /<tr class="differs"><th scope="row">Place<\/th><td>[\s\S]*Astana[\s\S]*<td>[\s\S]*Almaty/,
    )
    expect(text).toContain('value="his own reading"')
    expect((await recordsMade(world)).length).toBe(made.length)
    expect((await on.post(`${on.home}/0`, formIn(text), daniyar)).status).toBe(303)
    expect((await recordsMade(world)).length).toBe(made.length)
    const mine = (await recordsMade(world)).find((one) => one.coders.includes('daniyar'))
    expect(mine?.coders).toEqual(['daniyar', 'lena'])
  })

  it('cannot slip past each other behind the page: the log refuses the second', async () => {
    const own = { ...world, actor: on.lena.visitor.actor }
    const view = await readPassage(own, on.document, '0', 'en')
    const form = { ...NO_ANSWERS, rows: view.rows, disputed: [], seen: 0, record: '' }
    const saved = await Promise.all([savePassage(own, view, form), savePassage(own, view, form)])
    expect(saved.map((one) => one.kind).sort()).toEqual(['between', 'saved'])
  })
})

describe('two coders at one report at once', () => {
  it('decide twenty passages by turns, some the same: nothing is lost and every conflict is shown', async () => {
    const both = await colleagues()
    const sentence = (n: number) =>
      `On ${n + 1} June 2024 police in Almaty detained ${n + 2} activists near the statiboth.`
    const many = (
      await importText(both.world, Array.from({ length: 20 }, (_, n) => sentence(n)).join('\n\n'), 'june.txt')
    ).document
    const at = (key: number) => `documents/${many}/${key}`
    // Lena goes down from the top, Marat up from the eighth before last; both have opened what they will decide.
    const turns = Array.from({ length: 12 }, (_, turn) => [
      ['lena', turn] as const,
      ['marat', 19 - turn] as const,
    ]).flat()
    const opened = new Map<string, readonly Field[]>()
    for (const [name, key] of turns)
      opened.set(`${name} ${key}`, formIn((await both.get(name, at(key))).text))
    const met: string[] = []
    for (const [name, key] of turns) {
      const answer = await both.post(name, at(key), opened.get(`${name} ${key}`) ?? [])
      met.push(`${name} ${key} ${answer.status}`)
      if (answer.status === 409) expect(answer.text).toContain('decided this passage')
    }
    const conflicts = met.filter((one) => one.endsWith('409'))
    expect(conflicts).toHaveLength(4)
    expect(met.filter((one) => one.endsWith('303'))).toHaveLength(20)
    const { passages } = await both.json('lena', `documents/${many}.json`)
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
    await both.world.store.destroy()
  })
})
