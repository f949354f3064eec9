/** Marat goes through names that may be people on record by single keys, takes one back, and does the same with script off on a phone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldOf, type Incident } from '../../src/core/record.ts'
import { aDecision, importText, recordAll } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { browserOf, type Served, STAFF, servedWorld } from './desk-world.ts'

const IDS = ['kz-2024-06-07-a', 'kz-2024-06-08-a'] as const
let served: Served
let browser: Browser

describe.skipIf(!CHROMIUM)('Marat', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
    const world = { ...served.world, actor: { account: 'lena', ...STAFF.lena } }
    await importText(
      world,
      'On 7 June 2024 police in Oral held А. Усенов. On 8 June 2024 police in Oral held Асан Усенов.',
      'june.txt',
    )
    const told = (id: string, day: number, name: string) =>
      aDecision({
        id,
        document: 'june',
        date: `2024-06-0${day}`,
        from: `On ${day} June`,
        to: 'Усенов.',
        people: [{ name, harmed: true }],
        places: ['Oral'],
        by: 'lena',
      })
    await recordAll(world, [told(IDS[0], 7, 'А. Усенов'), told(IDS[1], 8, 'Асан Усенов')])
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  const personIn = async (id: string): Promise<string | null | undefined> => {
    const row = await served.world.house
      .selectFrom('incidents')
      .select('body')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return heldOf(row.body as unknown as Incident, 'person')[0]?.person
  }
  const heading = (page: Page): Promise<string> => page.locator('h1').innerText()

  it('judges by single keys, and takes the last one back', async () => {
    const { page, context } = await browserOf(served, browser, 'marat', { javaScriptEnabled: true })
    await page.goto(`${served.deskUrl}/en/desk/links`)
    expect(await heading(page)).toBe('2 pairs wait')
    expect(await page.locator('.pair').innerText()).toMatch(/Асан Усенов[\s\S]*Asan Usenov/)
    expect(await violations(page)).toEqual([])
    // In a field it is a letter.
    await page.locator('#judge [name=why]').press('s')
    expect(await page.locator('#judge [name=why]').inputValue()).toBe('s')
    await page.locator('h1').click()
    await page.keyboard.press('s')
    await page.waitForURL(/done=/)
    expect([await heading(page), await personIn(IDS[1])]).toEqual(['1 pair waits', 'usenov'])
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('z')
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === '2 pairs wait')
    expect(await personIn(IDS[1])).toBe(null)
    await page.keyboard.press('n')
    await page.waitForURL(/at=1/)
    await page.keyboard.press('d')
    await page.waitForURL(/done=/)
    expect([await heading(page), await personIn(IDS[0])]).toEqual(['1 pair waits', null])
    await context.close()
  })

  it.each(['en', 'ru', 'kk'])('does the same by a form on a phone (%s)', async (language) => {
    const { page, context } = await browserOf(served, browser, 'marat', {
      viewport: { width: 360, height: 740 },
    })
    await page.goto(`${served.deskUrl}/${language}/desk/links`)
    const shots = process.env.SHOTS
    if (shots) await page.screenshot({ path: `${shots}/links-${language}-360.png`, fullPage: true })
    served.later(1)
    await page.locator('#judge button[value=same]').click()
    await page.waitForURL(/done=/)
    expect(await personIn(IDS[1])).toBe('usenov')
    served.later(1)
    await page.locator('[role=status] button[value=none]').click()
    await page.waitForURL((url) => !url.search.includes('done'))
    expect(await personIn(IDS[1])).toBe(null)
    await context.close()
  })
})
