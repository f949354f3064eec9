/** The scripts of the workspace, from our own address: our three islands, and the browser half of the passkey package as it is published. */
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'

const islandOf = (name: string): string =>
  readFileSync(new URL(`../islands/${name}.js`, import.meta.url), 'utf8')
const [passkey, review, pick] = [islandOf('passkey'), islandOf('review'), islandOf('pick')]
const BUNDLE = 'node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js'
const TYPE = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }

export const scripts = (root: string): Hono =>
  new Hono()
    .get('/passkey.js', (c) => c.body(passkey, 200, TYPE))
    .get('/review.js', (c) => c.body(review, 200, TYPE))
    .get('/pick.js', (c) => c.body(pick, 200, TYPE))
    .get('/webauthn.js', (c) => c.body(readFileSync(`${root}/${BUNDLE}`, 'utf8'), 200, TYPE))
