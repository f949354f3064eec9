/** T9 (Bayanat 025, 014: an export fetched pictures from elsewhere): nothing is asked of the outside, and no page can ask for it. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { type Answer, crawl } from '../crawl.ts'
import { aDecision, aSource, decideAll, emptyWorld, ROOT, siteOf } from '../world.ts'
import { outsideOf } from './outside.ts'

const PAGE = `<html><head><link rel="stylesheet" href="https://elsewhere.example/a.css"><base href="https://elsewhere.example/"></head>
<body><img src="https://elsewhere.example/a.png"><iframe src="//elsewhere.example/"></iframe>
<p>On 7 May 2024 police in Almaty detained an activist. See https://elsewhere.example/report</p></body></html>`

let world: Context
let answers: readonly Answer[]
let asked: readonly string[]
beforeAll(async () => {
  world = await emptyWorld()
  asked = await outsideOf(async () => {
    await importReport(world, {
      bytes: new TextEncoder().encode(PAGE),
      name: 'notebook.html',
      country: 'kz',
      source: aSource({ url: 'https://elsewhere.example/report' }),
      asOf: null,
      by: 'aigerim',
    })
    await decideAll(world, [aDecision({ from: 'On 7 May', to: 'activist' })])
    answers = await crawl(siteOf(world), [], /^\/\w\w\/rule\/[a-m]/)
    const web = desk(world, { root: ROOT, host: '127.0.0.1' })
    const { id } = await world.store.selectFrom('documents').select('id').executeTakeFirstOrThrow()
    for (const path of [
      '',
      '/',
      '/en/desk/',
      `/ru/desk/${id}`,
      '/kk/desk/nothing',
      '/nothing',
      '/assets/style.css',
    ]) {
      const url = `http://127.0.0.1:8421${path}`
      const response = await web.request(url)
      const text = await response.text()
      answers = [...answers, { url, status: response.status, headers: response.headers, text }]
    }
  })
})
afterAll(() => world?.store.destroy())

describe('while reports are taken in and pages are made', () => {
  it('nothing is asked of the outside', () => {
    expect(answers.length).toBeGreaterThan(200)
    expect(asked).toEqual([])
  })

  it('and a connection would have been seen', async () => {
    const seen = await outsideOf(async () => {
      expect(() => connect(9, '192.0.2.1')).toThrow()
      expect(() => fetch('https://elsewhere.example/')).toThrow()
    })
    expect(seen).toHaveLength(2)
  })
})

describe('every answer of site and workspace', () => {
  it('forbids what it does not bring', () => {
    for (const { url, headers } of answers) {
      const policy = headers.get('Content-Security-Policy') ?? ''
      expect(policy, url).toMatch(/^default-src 'none'; /)
      // What is made for frames may be framed by anybody, and takes no form.
      const isEmbed = /^\/\w\w\/embed\//.test(url)
      expect(policy.replace(isEmbed ? 'frame-ancestors *' : '', ''), url).not.toMatch(
        /unsafe|https?:|\*|data:|blob:/,
      )
      if (!isEmbed) expect(policy, url).toContain("frame-ancestors 'none'")
      expect(headers.get('Referrer-Policy'), url).toBe('no-referrer')
      expect(headers.get('X-Content-Type-Options'), url).toBe('nosniff')
    }
  })

  it('sets no cookie on the public site and lets no other site read it, save the files and answers for programs', () => {
    for (const { url, headers } of answers.filter((one) => !one.url.startsWith('http'))) {
      expect(headers.get('Set-Cookie'), url).toBeNull()
      expect(headers.get('Access-Control-Allow-Origin'), url).toBe(/^\/(api|data)\//.test(url) ? '*' : null)
      expect(headers.get('Access-Control-Allow-Credentials'), url).toBeNull()
      expect(headers.get('Server'), url).toBeNull()
      expect(headers.get('X-Powered-By'), url).toBeNull()
    }
  })

  it('loads nothing from elsewhere, though a report asks for it', () => {
    for (const { url, text } of answers)
      expect(text, url).not.toMatch(/(?:src|action|data|url\()\s*=?\s*["'(]?(?:https?:)?\/\/(?!127\.0\.0\.1)/)
  })
})
