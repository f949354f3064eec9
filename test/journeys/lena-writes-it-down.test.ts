/** Lena writes an incident down in Kazakh words without any document, adds a second source that says another number, and sees both. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { browserOf, RECORDS, type Served, servedWorld } from './desk-world.ts'

let served: Served
let browser: Browser

/** The first part of the row of a field in the form. */
const part = (page: Page, field: string, name: string) =>
  page.locator(`li:has(input[name$=".field"][value="${field}"]) [name$=".${name}"]`).first()

describe.skipIf(!CHROMIUM)('Lena', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it.each([
    [true, 1280],
    [false, 360],
  ])(
    'writes it down in Kazakh and adds who says otherwise, script %s, at %i pixels',
    async (script, width) => {
      const wide = { viewport: { width, height: 900 }, javaScriptEnabled: script }
      const { context, page } = await browserOf(served, browser, 'lena', wide)
      const refused: string[] = []
      context.on('console', (message) => {
        if (/Content.Security.Policy|Refused to/i.test(message.text())) refused.push(message.text())
      })
      await page.goto(`${served.deskUrl}/kk/desk/records`)
      await page.getByRole('link', { name: 'Жаңа жазбаны қолмен енгізу' }).click()
      const words = `2024 жылғы 7 мамырда Оралда полиция үш белсендіні ұстады (${width}).`
      await page.fill('textarea[name=words]', words)
      await part(page, 'place', 'value').fill('Орал')
      await part(page, 'date', 'value').fill('7.5.2024')
      await part(page, 'act', 'value').fill('мұндай әрекет жоқ')
      await part(page, 'group', 'number').fill('3')
      await part(page, 'group', 'words').fill('үш белсендіні')
      await page.click('button[value=save]')
      // Nothing is lost by a fault, and all of them are said.
      expect(await page.locator('.wrong').first().innerText()).toContain('Қалай айтылғанын таңдаңыз')
      expect(await page.inputValue('textarea[name=words]')).toBe(words)
      expect(await page.locator('li.bad').innerText()).toContain('мұндай әрекет жоқ')
      await page.selectOption('select[name=way]', 'telephone')
      await part(page, 'act', 'value').fill('ұстау')
      await page.click('button[value=save]')
      expect(page.url()).toMatch(/records\/kz-2024-05-07-[a-z0-9]+$/)
      expect(await page.locator('.passage').innerText()).toContain('үш белсендіні')

      await page.getByRole('link', { name: 'Басқа дереккөздің айтқанын қосу' }).click()
      await page.fill('textarea[name=words]', `В Уральске задержали пятерых (${width}).`)
      await page.selectOption('select[name=way]', 'publication')
      await page.fill('input[name=title]', 'Вечерняя газета')
      await part(page, 'group', 'number').fill('5')
      await part(page, 'group', 'words').fill('пятерых')
      await page.fill('input[name=why]', 'екеуі де тексеріледі')
      await page.click('button[value=save]')
      await page.waitForURL(/#sayings$/)
      const table = page.locator('table.sayings')
      for (const said of [
        'үш белсендіні',
        'пятерых',
        'Вечерняя газета',
        'Телефон әңгімесі',
        'даулы',
        'екеуі де тексеріледі',
      ])
        expect(await table.innerText()).toContain(said)
      if (script) {
        expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBe(width)
        expect(await violations(page)).toEqual([])
      }
      // One is preferred, and the other stays in view.
      const ruling = page.locator('details:has(input[name=field][value=group])')
      if (!(await ruling.evaluate((one) => (one as HTMLDetailsElement).open)))
        await ruling.locator('summary').click()
      await ruling.locator('input[name=stands]').first().uncheck()
      await ruling.locator('input[name=disputed]').uncheck()
      await ruling.locator('input[name=why]').fill('газет тізімін көрсетті')
      await ruling.locator('button').click()
      expect(await table.innerText()).toContain('айтылды, қабылданбады')
      expect(await table.innerText()).toContain('үш белсендіні')
      expect(refused).toEqual([])
      await context.close()
    },
  )

  it('takes words that the rules missed by selecting them, or by writing the first and the last', async () => {
    const row = await served.world.house
      .selectFrom('tellings')
      .select('document')
      .where('record', '=', RECORDS.waiting)
      .executeTakeFirstOrThrow()
    const { context, page } = await browserOf(served, browser, 'lena', { javaScriptEnabled: true })
    await page.goto(`${served.deskUrl}/en/desk/documents/${row.document}/new`)
    const chosen = await page.evaluate(() => {
      const text = globalThis.document.querySelector('.picked mark')?.firstChild
      const range = globalThis.document.createRange()
      if (text) range.setStart(text, 0)
      if (text) range.setEnd(text, 40)
      globalThis.document.getSelection()?.removeAllRanges()
      globalThis.document.getSelection()?.addRange(range)
      return range.toString()
    })
    await expect.poll(() => page.inputValue('input[name=from]')).toBe(chosen.trim())
    await page.locator('#pick button').click()
    expect(page.url()).toMatch(/\/0-\d+$/)
    await part(page, 'outcome', 'value').fill('released')
    await page.click('button[value=save]')
    await page.waitForURL(/done=/)
    await context.close()
  })
})
