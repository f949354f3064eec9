/** What teaches and what calls to act follow the records: a new arrest is in the lesson, a record that is gone takes its lesson and its papers with it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { aMove, corpusWorld, recordAll, siteOf } from '../world.ts'

let world: Context
beforeAll(async () => {
  world = await corpusWorld()
})
afterAll(() => world?.store.destroy())
const status = async (path: string): Promise<number> => (await siteOf(world).request(path)).status
const text = async (path: string): Promise<string> => (await siteOf(world).request(path)).text()

it('tells today how the case stands, in the page, the data and the paper', async () => {
  for (const path of ['/en/kit/kz/satire', '/en/kit/kz/satire.json', '/en/kit/kz/satire/kit.txt'])
    expect(await text(path), path).toMatch(/Temirlan Ensebek[\s\S]{0,40}Sentence/)
})

it('is not there while one of its records is not public, in any form and for no reader', async () => {
  await recordAll(world, [aMove('withdraw', ['kz-2025-04-11-a'])])
  for (const path of ['', '.json', '/learner', '/kit.txt', '/kit.pdf', '/learner/kit.docx'])
    expect(await status(`/ru/kit/kz/satire${path}`), path).toBe(404)
  const list = await text('/ru/kz/kits')
  expect(list).not.toContain('satire')
  expect(list).toContain('quilt')
})

it('has no paper of a campaign that readers may not see any more, though it was made before', async () => {
  const files = ['', '.json', '/kit.pdf', '/quilt.pdf'].map((one) => `/en/campaign/cam-assemblies${one}`)
  for (const path of files) expect(await status(path), path).toBe(200)
  const body = { kind: 'move', move: 'withdraw' }
  await recordAll(world, [
    {
      ...{ record: 'campaign-entry', id: 'cam-assemblies', entry: 'e-gone', body, why: 'the partner asked' },
      ...{ by: 'lena', at: '2026-11-23T11:00:00Z' },
    },
  ])
  for (const path of files) expect(await status(path), path).toBe(404)
})
