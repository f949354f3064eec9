/** Lena leaves for a border on the 28th: she sees beforehand what will be hidden, is reminded, and on that day her account shows nothing until a colleague lifts it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RECORDS, type Served, STAFF, servedWorld } from '../journeys/desk-world.ts'
import { type Entered, signedInAs } from '../world.ts'

const AT = 'http://127.0.0.1'
const DAY = 24 * 60
let served: Served
let lena: Entered
beforeAll(async () => {
  served = await servedWorld()
  await signedInAs(served.world, STAFF.aigerim)
  lena = await signedInAs(served.world, STAFF.lena)
})
afterAll(() => served?.close())

const ask = (path: string, who: Entered) =>
  served.app.request(`${AT}${path}`, { headers: { Cookie: who.cookie } })
const post = (path: string, who: Entered, fields: Record<string, string> = {}) =>
  served.app.request(`${AT}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ 'form-token': who.formToken, ...fields }),
    headers: { Origin: AT, Cookie: who.cookie },
  })
const awayOf = async (handle: string): Promise<object | undefined> =>
  served.world.house
    .selectFrom('accounts')
    .select(['away', 'away_from'])
    .where('handle', '=', handle)
    .executeTakeFirst()

describe('a journey', () => {
  it('is prepared: what shows now, how many could lift it, and never who', async () => {
    const page = await (await ask('/en/desk/me/journey', lena)).text()
    expect(page).toContain('4 records')
    expect(page).toContain('1 report')
    expect(page).toContain('1 colleague may lift it')
    expect(page).not.toContain('aigerim')
    expect(await (await ask('/en/desk/me/journey.json', lena)).json()).toMatchObject({
      ...{ records: 4, reports: 1, sessions: 1, lifters: 1, from: null },
    })
  })

  it('is planned for a day, refused for none, and recalled on every page', async () => {
    const refused = await post('/en/desk/me/journey', lena, { from: 'soon' })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('value="soon"')])
    // The year of last time, mistyped, locks nobody out.
    const slip = await post('/en/desk/me/journey', lena, { from: '2025-11-28' })
    expect([slip.status, await awayOf('lena')]).toEqual([422, { away: false, away_from: null }])
    expect(await slip.text()).toContain('The day 2025-11-28 is over')
    expect((await post('/en/desk/me/journey', lena, { from: '2026-11-28' })).status).toBe(303)
    for (const [language, words] of [
      ['en', 'Travel mode begins on 28 November 2026'],
      ['ru', 'Режим поездки начнётся 28 ноября 2026'],
      ['kk', 'Сапар режимі'],
    ])
      expect(await (await ask(`/${language}/desk/records`, lena)).text()).toContain(words)
    expect((await post('/en/desk/me/journey/drop', lena)).status).toBe(303)
    expect(await (await ask('/en/desk/records', lena)).text()).not.toContain('Travel mode begins')
    expect((await post('/en/desk/me/journey', lena, { from: '2026-11-28' })).status).toBe(303)
  })

  it('begins by itself on that day and not before, whether she is signed in or not', async () => {
    served.later(4 * DAY)
    const before = await signedInAs(served.world, STAFF.lena)
    expect((await ask('/en/desk/records', before)).status).toBe(200)
    served.later(12 * 60)
    const aigerim = await signedInAs(served.world, STAFF.aigerim)
    // Nobody asked in her name since the day began: her colleague sees it nevertheless.
    expect(await (await ask('/en/desk/away', aigerim)).text()).toContain('lena')
    expect(await awayOf('lena')).toEqual({ away: true, away_from: null })
    expect((await ask('/en/desk/records', before)).status).toBe(303)
    const again = await signedInAs(served.world, STAFF.lena)
    expect((await ask('/en/desk/records', again)).status).toBe(403)
    expect((await post('/en/desk/me/journey/drop', again)).status).toBe(403)
    expect((await post('/en/desk/away/lift', aigerim, { handle: 'lena' })).status).toBe(303)
    const back = await signedInAs(served.world, STAFF.lena)
    expect((await ask('/en/desk/records', back)).status).toBe(200)
    lena = back
  })
})

describe('a person', () => {
  it('stands in a record with who may be told the name and until when; one without a ground as never shown', async () => {
    const page = await (await ask(`/en/desk/records/${RECORDS.published}`, lena)).text()
    expect(page.match(/Name: [^<]*by name, to everybody: [^<]*review by 1 October 2027/g)).toHaveLength(2)
    served.later(400 * DAY)
    const later = await signedInAs(served.world, STAFF.lena)
    const then = await (await ask(`/en/desk/records/${RECORDS.published}`, later)).text()
    expect(then).toContain('not shown until somebody looks again')
    expect(then).not.toContain('by name, to everybody')
  })
})
