/** Names of files in a copy of the site, and how they lead to each other. */
import { expect, test } from 'vitest'
import type { Form, Page } from '../links.ts'
import { copySite, fileOf, relativeTo } from './copy-site.ts'

const short = (name: string): string => `short-${name.length}`
const rows = (filter: object, page = 1): Page => ({
  ...{ kind: 'incidents', country: 'kz', period: '2020-q1' },
  ...{ filter, page },
})

test.each<[Page, Form, string]>([
  [{ kind: 'world' }, 'html', 'ru/index.html'],
  [{ kind: 'world' }, 'json', 'ru/index.json'],
  [{ kind: 'country', country: 'kz' }, 'html', 'ru/kz.html'],
  [{ kind: 'period', country: 'kz', period: '2020-q1' }, 'atom', 'ru/kz/2020-q1.atom'],
  [{ kind: 'incident', id: 'kz-2020-02-17-a' }, 'json', 'ru/i/kz-2020-02-17-a.json'],
  [{ kind: 'rule', id: 'act@1' }, 'html', 'ru/rule/act@1.html'],
  [{ kind: 'calendar-file', country: 'kz' }, 'html', 'ru/kz/calendar.ics'],
  [rows({}), 'html', 'ru/kz/2020-q1/incidents.html'],
  [
    rows({ region: 'KZ-75', act: 'arrest,fine' }, 2),
    'html',
    'ru/kz/2020-q1/incidents~act=arrest,fine~region=KZ-75~page=2.html',
  ],
  [rows({ act: 'a'.repeat(200) }), 'json', 'ru/kz/2020-q1/short-214.json'],
])('%j as %s is %s', (page, form, file) => {
  expect(fileOf('ru', page, form, short)).toBe(file)
})

test.each([
  ['en/index.html', 'en/kz.html', 'kz.html'],
  ['en/kz/2020-q1.html', 'en/i/x.html', '../i/x.html'],
  ['en/kz/2020-q1.html', 'ru/kz/2020-q1.html', '../../ru/kz/2020-q1.html'],
  ['en/i/x.html', 'assets/style.css', '../../assets/style.css'],
  ['en/kz/2020-q1/incidents.html', 'en/kz/2020-q1/incidents~act=fine.html', 'incidents~act%3Dfine.html'],
  ['index.html', 'en/rule/act@1.html', 'en/rule/act%401.html'],
])('from %s to %s it is %s', (from, to, address) => {
  expect(relativeTo(from, to)).toBe(address)
  expect(decodeURIComponent(new URL(address, `file:///copy/${from}`).pathname)).toBe(`/copy/${to}`)
})

test('a page of a copy tells of every page that it leads to', () => {
  const met = new Map<string, unknown>()
  const site = copySite('en/kz.html', {
    meet: (file, one) => void met.set(file, one),
    short,
    origin: '',
  })
  // Data that say the same in every language are there once.
  expect(site.address('kk', { kind: 'method' }, 'json')).toBe('method.json')
  expect(site.address('kk', { kind: 'feeds' }, 'json')).toBe('../kk/feeds.json')
  expect([...met]).toEqual([
    ['en/method.json', { language: 'en', page: { kind: 'method' }, form: 'json' }],
    ['kk/feeds.json', { language: 'kk', page: { kind: 'feeds' }, form: 'json' }],
  ])
  expect(site.asset('style.css')).toBe('../assets/style.css')
})
