import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { test } from 'vitest'
import { violations } from './journeys/axe.ts'
import { openBrowser } from './journeys/browser.ts'
import { corpusWorld, siteOf } from './world.ts'

test('s', async () => {
  const w = await corpusWorld()
  const site = siteOf(w)
  const s = createServer(getRequestListener(site.fetch))
  await new Promise<void>((r) => s.listen(0, '127.0.0.1', r))
  const u = `http://127.0.0.1:${(s.address() as any).port}`
  const b = await openBrowser()
  for (const [l, wd, path] of [
    ['en', 1280, 'kit/kz/satire'],
    ['kk', 390, 'kit/kz/quilt'],
    ['ru', 1280, 'kz/kits'],
  ] as const) {
    const p = await (
      await b.newContext({ viewport: { width: wd, height: 900 }, deviceScaleFactor: 1 })
    ).newPage()
    await p.goto(`${u}/${l}/${path}`)
    console.log(await violations(p))
    await p.screenshot({ path: `/tmp/h/kit-${l}.png`, fullPage: true })
  }
  for (const [l, id] of [
    ['en', 'satire'],
    ['kk', 'observers'],
    ['ru', 'online'],
  ])
    for (const r of ['', '/learner'])
      for (const e of ['pdf', 'docx', 'txt']) {
        const a = await site.request(`/${l}/kit/kz/${id}${r}/kit.${e}`)
        console.log(l, id, r, e, a.status)
        writeFileSync(`/tmp/h/kit-${l}${r.slice(1)}.${e}`, new Uint8Array(await a.arrayBuffer()))
      }
  await b.close()
  s.close()
}, 120000)
