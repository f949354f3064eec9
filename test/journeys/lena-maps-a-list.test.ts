/** Lena takes a list in, says what its columns hold, sees what becomes of each row, and decides on the first, with script off. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, openBrowser } from './browser.ts'
import { browserOf, type Served, servedWorld } from './desk-world.ts'

const LIST = `Задержания в мае 2024;;;;;
№;Дата;Город;ФИО;Наказание;Заметка
1;03.05.2024;г. Алматы;Асан Усенов;15 суток;увезли
2;04.05.2024;Уральск;Айгуль Серикова;штраф 20 МРП;увезли`

let served: Served
let browser: Browser
describe.skipIf(!CHROMIUM)('Lena', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it('maps a list and makes its first row a record', async () => {
    const { page } = await browserOf(served, browser, 'lena')
    await page.goto(`${served.deskUrl}/ru/desk/documents`)
    await page.setInputFiles('[name=file]', {
      name: 'may.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(LIST),
    })
    await page.fill('[name=publisher]', 'Uralsk Monitors')
    await page.click('#take-in button[type=submit]')
    await page.getByRole('link', { name: 'Что в столбцах' }).click()
    const note = page.getByLabel('Заметка')
    expect(await page.getByLabel('ФИО').inputValue()).toBe('person')
    await note.selectOption('act')
    await page.getByRole('button', { name: 'Показать строки' }).first().click()
    await page.getByLabel(/^увезли/).fill('задержание')
    await page.getByRole('button', { name: 'Показать строки' }).first().click()
    expect(await page.locator('tr.differs').count()).toBe(0)
    await page.getByRole('button', { name: 'Предложить 2 строки на проверку' }).click()
    expect(await page.locator('[role=status]').innerText()).toContain('Предложены 2 строки')
    await page.locator('a.go').click()
    // Behind the words of each value stands the number of its line.
    const marked = (await page.locator('mark').allInnerTexts()).map((words) => words.replace(/\d$/, ''))
    expect(marked).toEqual(
      expect.arrayContaining(['03.05.2024', 'г. Алматы', 'Асан Усенов', '15 суток', 'увезли']),
    )
    await page.locator('#review button[name=do][value=save]').first().click()
    await page.waitForURL(/done=/)
    const saved = await served.world.house
      .selectFrom('incidents')
      .select('id')
      .where('id', 'like', 'kz-2024-05-03%')
      .execute()
    expect(saved).toHaveLength(1)
  })
})
