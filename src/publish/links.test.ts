/** Where pages stand. */
import { expect, test } from 'vitest'
import { href, jsonHref, type Page, servedAt } from './links.ts'

const site = servedAt('')
const rows = (filter: object, page = 1): Page => ({
  kind: 'incidents',
  country: 'kz',
  period: '2020-q1',
  filter,
  page,
})

test.each<[Page, string, string]>([
  [{ kind: 'world' }, '/ru/', '/ru/index.json'],
  [{ kind: 'country', country: 'kz' }, '/ru/kz', '/ru/kz.json'],
  [{ kind: 'period', country: 'kz', period: '2020-q1' }, '/ru/kz/2020-q1', '/ru/kz/2020-q1.json'],
  [
    { kind: 'update', country: 'kz', period: '2020-q1' },
    '/ru/kz/2020-q1/update',
    '/ru/kz/2020-q1/update.json',
  ],
  [{ kind: 'incident', id: 'kz-2020-02-17-a' }, '/ru/i/kz-2020-02-17-a', '/ru/i/kz-2020-02-17-a.json'],
  [{ kind: 'law', country: 'kz', provision: 'CC-405' }, '/ru/kz/law/CC-405', '/ru/kz/law/CC-405.json'],
  [
    { kind: 'law', country: 'kz', provision: 'CC-405', page: 2 },
    '/ru/kz/law/CC-405?page=2',
    '/ru/kz/law/CC-405.json?page=2',
  ],
  [
    { kind: 'place', country: 'kz', id: 'almaty', page: 1 },
    '/ru/kz/place/almaty',
    '/ru/kz/place/almaty.json',
  ],
  [{ kind: 'body', country: 'kz', id: 'police' }, '/ru/kz/body/police', '/ru/kz/body/police.json'],
  [{ kind: 'publication', id: 'pub-b1' }, '/ru/publication/pub-b1', '/ru/publication/pub-b1.json'],
  [{ kind: 'publications', country: 'kz' }, '/ru/kz/publications', '/ru/kz/publications.json'],
  [{ kind: 'bills', country: 'kz' }, '/ru/kz/bills', '/ru/kz/bills.json'],
  [
    { kind: 'bill', country: 'kz', id: 'media-2030' },
    '/ru/kz/bill/media-2030',
    '/ru/kz/bill/media-2030.json',
  ],
  [{ kind: 'person', id: 'aigul' }, '/ru/p/aigul', '/ru/p/aigul.json'],
  [rows({}), '/ru/kz/2020-q1/incidents', '/ru/kz/2020-q1/incidents.json'],
  [
    rows({ region: 'KZ-75', act: 'arrest,fine' }, 2),
    '/ru/kz/2020-q1/incidents?act=arrest,fine&region=KZ-75&page=2',
    '/ru/kz/2020-q1/incidents.json?act=arrest,fine&region=KZ-75&page=2',
  ],
  [
    rows({ act: '"><script>' }),
    '/ru/kz/2020-q1/incidents?act=%22%3E%3Cscript%3E',
    '/ru/kz/2020-q1/incidents.json?act=%22%3E%3Cscript%3E',
  ],
])('%j', (page, html, json) => {
  expect(href(site, 'ru', page)).toBe(html)
  expect(jsonHref(site, 'ru', page)).toBe(json)
})

test('a site says its origin where links leave it', () => {
  expect(href(servedAt('http://mirror.example'), 'kk', { kind: 'method' })).toBe(
    'http://mirror.example/kk/method',
  )
})
