/** The scripts of the workspace, from our own address: our islands, and the browser half of the passkey package as it is published. */
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { scriptFor } from '../../app/serving.ts'

const islandOf = (name: string): string =>
  readFileSync(new URL(`../islands/${name}.js`, import.meta.url), 'utf8')
const ISLANDS = ['passkey', 'review', 'pick', 'inbox', 'links', 'leave'].map(
  (name) => [name, islandOf(name)] as const,
)
const BUNDLE = 'node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js'
const TYPE = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }

export function scripts(root: string): Hono {
  const app = new Hono()
  for (const [name, script] of ISLANDS) app.get(`/${name}.js`, (c) => c.body(script, 200, TYPE))
  app.get('/sealed.js', async (c) => c.body(await scriptFor('web/islands/sealed/desk.ts'), 200, TYPE))
  app.get('/field.js', async (c) => c.body(await scriptFor('web/islands/field/desk.ts'), 200, TYPE))
  return app.get('/webauthn.js', (c) => c.body(readFileSync(`${root}/${BUNDLE}`, 'utf8'), 200, TYPE))
}
