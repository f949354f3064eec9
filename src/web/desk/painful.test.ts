/** Passages that are painful to read stand folded wherever they stand, opened by choice; others stand open. */
import { expect, it } from 'vitest'
import { ask, deskOf } from '../../../test/desk.ts'
import { emptyWorld, importText, signedInAs } from '../../../test/world.ts'

it('a painful passage stands folded in the list and on its own page, opened by choice; others stand open', async () => {
  const world = await emptyWorld()
  const web = deskOf(world)
  const lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  const text = `On 7 May 2024 police in Almaty detained Asan Usenov and tortured him in a cell.\n\nOn 9 May 2024 a court in Oskemen fined two activists 132,550 tenge.`
  const path = `/en/desk/documents/${(await importText(world, text)).document}`
  const page = async (at: string): Promise<string> => (await ask(web, at, lena)).text()
  const list = await page(path)
  const folded =
    /<details class="painful"><summary>Painful: torture\. Open to read\.<\/summary>[\s\S]*?<\/details>/
  expect(list).toMatch(folded)
  expect(list.replace(folded, '')).not.toContain('tortured')
  expect(list).toContain('fined two activists')
  const key = /#(\d+)/.exec(list.slice(list.indexOf('tortured')))?.[1]
  expect(await page(`${path}/${key}`)).toMatch(/<details class="painful">[\s\S]*tortured[\s\S]*<\/details>/)
  expect(await page(`/kk${path.slice(3)}`)).toContain('Ауыр: азаптау')
  await world.store.destroy()
})
