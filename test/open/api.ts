/** The read API: what it says of itself is valid, its answers are what it says, and its pages of answers hold every record once. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PublicIncident } from '../../src/core/public-record.ts'
import { OPERATIONS } from '../../src/publish/api/openapi.ts'
import { publishedIncidents } from '../../src/store/queries/public.ts'
import type { Context } from '../../src/usecases/context.ts'
import { siteOf } from '../world.ts'

type Listed = { readonly incidents: readonly { readonly id: string }[]; readonly next: string | null }

export function readApi(worldOf: () => Context): void {
  let web: ReturnType<typeof siteOf>
  let incidents: readonly PublicIncident[]
  beforeAll(async () => {
    web = siteOf(worldOf(), 'https://example.org')
    incidents = await publishedIncidents(worldOf().store)
  })
  const json = async <T>(path: string): Promise<T> => (await (await web.request(path)).json()) as T
  const ids = (of: Listed): readonly string[] => of.incidents.map((one) => one.id)

  describe('the read API', () => {
    it('is described in valid OpenAPI 3.1', async () => {
      const found = await new Validator().validate(
        await json<Record<string, unknown>>('/api/v1/openapi.json'),
      )
      expect(found).toMatchObject({ valid: true })
    })

    it('answers every question in the shape that it says, and nothing beside it', async () => {
      const described = await json<{ components: { schemas: Record<string, object> } }>(
        '/api/v1/openapi.json',
      )
      const ajv = new Ajv2020({ strict: false, validateFormats: false })
      ajv.addSchema({ $id: 'api', ...described })
      const proceeding = (await json<{ proceedings: { id: string }[] }>('/api/v1/proceedings')).proceedings[0]
        ?.id
      for (const [path, { answer, id }] of Object.entries(OPERATIONS)) {
        const one = id === 'incident' ? 'kz-2020-02-17-b' : (proceeding ?? '')
        const query = id === 'measures' ? '?country=kz' : ''
        const body = await json<unknown>(`/api/v1${path.replace('{id}', one)}${query}`)
        const fits = ajv.compile({ $ref: `api#/components/schemas/${answer}` })
        expect([path, fits(body), fits.errors]).toEqual([path, true, null])
      }
    })

    it('gives every record once, page after page, whatever comes or goes between them', async () => {
      const seen: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const page: Listed = await json(
          `/api/v1/incidents?limit=7&kind=event,aggregate,policy,background${next === '' ? '' : `&cursor=${next}`}`,
        )
        seen.push(...ids(page))
        next = page.next
      }
      expect(seen).toEqual([...incidents.map((one) => one.id)].sort())
    })

    it.each([
      'act=fine',
      'region=KZ-75',
      'freedom=assembly,association',
      'from=2020-02-01&to=2020-02-29',
      'kind=aggregate',
      'penalty=fine&act=detention',
    ])('finds what the page finds with %s', async (query) => {
      const page = await json<Listed>(`/en/kz/2020-q1/incidents.json?${query}`)
      const found = await json<Listed>(`/api/v1/incidents?country=kz&period=2020-q1&limit=200&${query}`)
      expect(ids(found)).toEqual([...ids(page)].sort())
    })

    it.each([
      ['?colour=red', 'api.parameter', null],
      ['?act=dancing', 'api.value', 'act'],
      ['?limit=0', 'api.value', 'limit'],
      ['?limit=5&limit=6', 'api.value', 'limit'],
      ['?country=xx', 'api.value', 'country'],
      ['?from=yesterday', 'api.value', 'from'],
      ['?cursor=Li4vLi4', 'api.cursor', 'cursor'],
    ])('says in three languages what is wrong with %s, and never repeats it', async (query, code, where) => {
      const answer = await web.request(`/api/v1/incidents${query}`)
      const body = (await answer.json()) as { messages: Record<string, string[]>; faults: unknown }
      expect(answer.status).toBe(400)
      expect(body).toMatchObject({ code, faults: [{ code, where }] })
      expect(new Set(Object.values(body.messages).flat()).size).toBe(3)
      expect(JSON.stringify(body)).not.toMatch(/red|dancing|yesterday|Li4v/)
    })

    it('says nothing anew while nothing changed', async () => {
      const first = await web.request('/api/v1/incidents?limit=3')
      const again = await web.request('/api/v1/incidents?limit=3', {
        headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
      })
      expect([first.status, again.status, await again.text()]).toEqual([200, 304, ''])
    })

    it('may be read by a page of any other site, and takes nothing from it', async () => {
      const answer = await web.request('/api/v1/countries', {
        headers: { Origin: 'https://elsewhere.example' },
      })
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
      expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
      expect((await web.request('/en/kz')).headers.get('Access-Control-Allow-Origin')).toBeNull()
      expect((await web.request('/api/v1/incidents', { method: 'POST' })).status).toBe(404)
    })

    it.each([
      '/api/v1/incidents/kz-1900-01-01-a',
      '/api/v1/proceedings/j-nobody',
      '/api/v1/incidents/%00',
      '/api/v1/proceedings/a%0Ab',
      '/api/v2/incidents',
      '/api/',
    ])('%s is not found, as JSON', async (path) => {
      const answer = await web.request(path)
      expect([answer.status, (await answer.json()) as object]).toMatchObject([
        404,
        { code: 'page.not-found' },
      ])
    })
  })
}
