/** Who opened a file as received: a line on its sheet, for whoever may open it, until it is erased. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, type Desk, deskOf } from '../../../../test/desk.ts'
import { type Entered, emptyWorld, importText, signedInAs } from '../../../../test/world.ts'
import type { CustodySheet } from '../../../core/custody.ts'
import type { Context } from '../../../usecases/context.ts'
import { forgetViews } from '../../../usecases/evidence/views.ts'

let world: Context
let web: Desk
let [lena, marat] = [{}, {}] as [Entered, Entered]
let home = ''
beforeAll(async () => {
  world = await emptyWorld()
  web = deskOf(world)
  lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  marat = await signedInAs(world, { handle: 'marat', role: 'editor' })
  home = `/en/desk/documents/${(await importText(world, 'On 7 May 2024 police in Almaty detained a bystander.')).document}`
})
afterAll(() => world.store.destroy())

const views = async () => {
  const sheet = (await (await ask(web, `${home}/custody.json`, lena)).json()) as CustodySheet
  return sheet.views
}

it('nobody is told to have opened a file that was only read as text', async () => {
  await ask(web, home, marat)
  expect(await views()).toEqual([])
  expect(await (await ask(web, `${home}/custody`, lena)).text()).toContain('Nobody is noted to have opened')
})

it('who opened it stands on its sheet with the minute, once however often a browser asks', async () => {
  for (const who of [marat, marat, lena]) expect((await ask(web, `${home}/file`, who)).status).toBe(200)
  const at = '2026-11-23T12:00:00.000Z'
  expect(await views()).toEqual([
    { at, by: 'lena' },
    { at, by: 'marat' },
  ])
  const page = await (await ask(web, `${home}/custody`, lena)).text()
  expect(page).toContain('marat opened the file as received.')
})

it('it is in no entry of the log, and goes when it is erased for one colleague, which the log tells', async () => {
  const told = async () =>
    JSON.stringify(await world.house.selectFrom('events').select(['use_case', 'object', 'input']).execute())
  expect(await told()).not.toContain('file_views')
  expect(await forgetViews(world, { of: 'marat', by: 'operator', why: 'in danger' })).toBe(1)
  expect((await views()).map((one) => one.by)).toEqual(['lena'])
  expect(await told()).toContain('account-forget-views')
  await expect(forgetViews(world, { of: 'nobody', by: 'operator', why: 'x' })).rejects.toThrow()
})
