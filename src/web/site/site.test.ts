import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, crawl } from '../../../test/crawl.ts'
import { readApi } from '../../../test/open/api.ts'
import { openFiles } from '../../../test/open/files.ts'
import { corpusWorld, siteOf } from '../../../test/world.ts'
import { LANGUAGES } from '../../core/language.ts'
import type { Context } from '../../usecases/context.ts'

const BUDGET = 50_000
let world: Context
let answers: readonly Answer[]
beforeAll(async () => {
  world = await corpusWorld()
  answers = await crawl(siteOf(world), ['kz-0000-00-00-z'])
}, 240_000)
afterAll(() => world.store.destroy())

const html = (): readonly Answer[] =>
  answers.filter((one) => /text\/html/.test(one.headers.get('Content-Type') ?? ''))
const bodyOf = (answer: Answer): string => answer.text.slice(answer.text.indexOf('<!'))

describe('the public site of the example corpus', () => {
  it('has every kind of page in three languages, all of them reachable by links', () => {
    for (const language of LANGUAGES)
      for (const path of [
        '',
        'kz',
        'kz/2020-q1',
        'kz/2020-q1/update',
        'kz/2020-q1/incidents',
        'method',
        'data',
      ])
        expect(
          answers.find((one) => one.url === `/${language}/${path}`)?.status,
          `/${language}/${path}`,
        ).toBe(200)
    expect(
      answers.filter((one) => /^\/ru\/i\/[^.]+$/.test(one.url) && one.status === 200).length,
    ).toBeGreaterThan(100)
    expect(
      answers.filter((one) => /^\/kk\/kz\/law\/[^.]+$/.test(one.url) && one.status === 200).length,
    ).toBeGreaterThan(5)
  })

  it('leads nowhere that does not exist', () => {
    const dead = answers.filter((one) => one.status >= 400 && !/desk|kz-0000|%2f/.test(one.url))
    expect(dead.map((one) => one.url)).toEqual([])
  })

  it('keeps every page under 50 KB, without script, without anything from elsewhere', () => {
    expect(
      html()
        .filter((one) => Buffer.byteLength(bodyOf(one)) > BUDGET)
        .map((one) => `${one.url} ${Buffer.byteLength(bodyOf(one))}`),
    ).toEqual([])
    for (const page of html()) {
      expect(bodyOf(page), page.url).not.toMatch(/<script|<iframe|javascript:|\son\w+=|\sstyle=|<style/i)
      const outside = [...bodyOf(page).matchAll(/(?:src|href|action|data)="(https?:)?\/\/[^"]*"/g)].map(
        (match) => match[0],
      )
      // Sources and licences are cited by address; nothing is loaded from there.
      expect(
        outside.filter((one) => /^(src|action|data)=/.test(one)),
        page.url,
      ).toEqual([])
      expect(bodyOf(page), page.url).not.toMatch(/<(link|img)[^>]+(href|src)="https?:/)
    }
  })

  it('sends the headers that let a page do nothing but be read', () => {
    for (const { url, headers } of answers) {
      expect(headers.get('Content-Security-Policy'), url).toMatch(/^default-src 'none'/)
      expect(headers.get('X-Content-Type-Options'), url).toBe('nosniff')
      expect(headers.get('Referrer-Policy'), url).toBe('no-referrer')
      expect(headers.get('Set-Cookie'), url).toBeNull()
    }
  })

  it('announces a JSON twin on every page, and the twin is there', () => {
    for (const page of html().filter((one) => one.status === 200)) {
      const twin = /<link rel="alternate" type="application\/json" href="([^"]+)"/
        .exec(page.text)?.[1]
        ?.replaceAll('&amp;', '&')
      expect(twin, page.url).toBeDefined()
      const found = answers.find((one) => one.url === twin)
      expect(found?.status, twin).toBe(200)
      expect(() => JSON.parse(found?.text.slice(found.text.indexOf('\n{') + 1) ?? ''), twin).not.toThrow()
    }
  })

  it('speaks the language it says, offers the others, and admits what no native speaker has read', () => {
    for (const page of html().filter((one) => one.status === 200)) {
      const language = page.url.split('/')[1]
      expect(page.text, page.url).toContain(`<html lang="${language}"`)
      for (const other of LANGUAGES) expect(page.text, page.url).toContain(`hreflang="${other}"`)
    }
    const note = (language: 'ru' | 'kk') => world.knowledge.words[language].t('language.unreviewed')
    for (const language of ['ru', 'kk'] as const)
      expect(answers.find((one) => one.url === `/${language}/kz/2020-q1`)?.text).toContain(note(language))
  })

  it('opens every number to as many rows as it says', async () => {
    const site = siteOf(world)
    const period = answers.find((one) => one.url === '/en/kz/2020-q1')
    const links = [...(period?.text ?? '').matchAll(/href="(\/en\/kz\/2020-q1\/incidents\?[^"]+)"/g)].map(
      (match) => match[1]?.replaceAll('&amp;', '&') ?? '',
    )
    expect(links.length).toBeGreaterThan(10)
    for (const link of new Set(links)) {
      const answer = await site.request(link.replace('/incidents?', '/incidents.json?'))
      expect(answer.status, link).toBe(200)
    }
  })

  it('answers a failure calmly, in the reader’s language, as JSON where JSON was asked', async () => {
    const site = siteOf(world)
    const page = await site.request('/kk/kz/2050-q1')
    expect(page.status).toBe(404)
    expect(await page.text()).toContain(world.knowledge.words.kk.t('fault.page.not-found'))
    const json = await site.request('/ru/i/nothing-here.json')
    expect(json.status).toBe(404)
    expect(await json.json()).toMatchObject({ status: 404, code: 'page.not-found' })
  })

  it('writes nothing: every other method is refused', async () => {
    const site = siteOf(world)
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await site.request('/en/kz/2020-q1', { method })).status, method).toBe(404)
    expect((await site.request('/en/desk/')).status).toBe(404)
  })

  it('tells a reader who comes back that nothing has changed', async () => {
    const site = siteOf(world)
    const first = await site.request('/en/kz/2020-q1')
    const again = await site.request('/en/kz/2020-q1', {
      headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
    })
    expect(again.status).toBe(304)
  })
})

openFiles(() => world)
readApi(() => world)
