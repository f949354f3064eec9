/** The few files a page needs besides itself: one style sheet and our own copies of two typefaces. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { FONTS } from '../../publish/fonts.ts'

export const styleSheet = readFileSync(new URL('../ui/style.css', import.meta.url), 'utf8')
const styleTag = `"${createHash('sha256').update(styleSheet).digest('hex').slice(0, 16)}"`

export const assets = (root: string): Hono =>
  new Hono()
    .get('/style.css', (c) => {
      if (c.req.header('If-None-Match') === styleTag) return c.body(null, 304, { ETag: styleTag })
      return c.body(styleSheet, 200, {
        'Content-Type': 'text/css; charset=utf-8',
        ETag: styleTag,
        'Cache-Control': 'public, max-age=300',
      })
    })
    .get('/fonts/:name', (c) => {
      const name = c.req.param('name')
      const file = FONTS[name]
      // `__proto__` and its like are in every object, and are no typefaces.
      if (!file || !Object.hasOwn(FONTS, name)) return c.notFound()
      const bytes = new Uint8Array(readFileSync(`${root}/node_modules/${file}`))
      return c.body(bytes, 200, {
        'Content-Type': 'font/woff2',
        'Cache-Control': 'public, max-age=31536000, immutable',
      })
    })
