/** The two scripts of the workspace, from our own address: ours, and the browser half of the passkey package as it is published. */
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'

const island = readFileSync(new URL('../islands/passkey.js', import.meta.url), 'utf8')
const BUNDLE = 'node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js'
const TYPE = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }

export const scripts = (root: string): Hono =>
  new Hono()
    .get('/passkey.js', (c) => c.body(island, 200, TYPE))
    .get('/webauthn.js', (c) => c.body(readFileSync(`${root}/${BUNDLE}`, 'utf8'), 200, TYPE))
