/** Russian and Kazakh reports name people nobody recorded, in every case and manner; the rules read them, and no form of a name comes out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { project } from '../../src/core/withholding/project.ts'
import { loadIncidents } from '../../src/store/queries/incidents.ts'
import type { Context } from '../../src/usecases/context.ts'
import { proposeRecords } from '../../src/usecases/propose-records.ts'
import { withholdingFor } from '../../src/usecases/withholding-for.ts'
import { crawl } from '../crawl.ts'
import { aDecision, decideAll, emptyWorld, importText, siteOf } from '../world.ts'

const RUSSIAN =
  '3 мая 2024 года в Алматы полиция задержала активиста Асана Кусенбекова. Кусенбекову не дали позвонить; с Кусенбековым были А.Кусенбеков, КУСЕНБЕКОВА и «Кусенбековы». Сам кусенбеков молчал. О Кусенбекове рассказала его сестра Жанель Кусенбекова. Суд оштрафовал его на 50 МРП.'
const KAZAKH =
  '2024 жылғы 5 мамырда Оралда полиция белсенді Асан Құсенбековті ұстады. Құсенбековтің анасы мен Құсенбековке келген Ә.Құсенбеков, ҚҰСЕНБЕКОВА және «құсенбековтер» күтті. Құсенбековтан жауап алды. Сот оған 50 АЕК айыппұл салды.'
/** What all forms of the two names share, in any of their scripts. */
const NAMES = /[кқ][уұ]сенбек|[kq]usenbek|жанел|zhanel/iu

let world: Context
const ids = ['kz-2024-05-03-r', 'kz-2024-05-05-k']
beforeAll(async () => {
  world = await emptyWorld()
  for (const [index, text] of [RUSSIAN, KAZAKH].entries()) {
    const name = `report-${index}`
    await importText(world, text, `${name}.txt`)
    const { records } = await proposeRecords(world.knowledge, {
      bytes: new TextEncoder().encode(text),
      sha256: 'ab'.repeat(32),
      name: `${name}.txt`,
      country: 'kz',
      asOf: null,
    })
    const told = records[0]?.record
    if (!told) throw new Error('nothing was proposed')
    // A hurried coder takes all that was proposed as it stands.
    await decideAll(world, [
      aDecision({
        id: ids[index],
        document: name,
        from: text.slice(0, 12),
        to: text.slice(-12),
        date: told.date.from,
        places: told.places.map((one) => one.canonical),
        people: told.people.map(({ name: called, role, harmed }) => ({ name: called, role, harmed })),
        groups: told.groups,
        acts: told.acts,
        actors: told.actors,
        offences: told.offences,
        sources: told.sources,
        outcome: told.outcome,
      }),
    ])
  }
})
afterAll(() => world?.store.destroy())

describe('a report whose names inflect', () => {
  it('is read: its people are proposed in their base form', async () => {
    const claimed = (await loadIncidents(world.store)).map((one) => JSON.stringify(one))
    expect(claimed.some((one) => one.includes('Асан Кусенбеков"'))).toBe(true)
    expect(claimed.some((one) => one.includes('Асан Құсенбеков"'))).toBe(true)
  })

  it.each(['public', 'partner'] as const)(
    'shows %s readers no form of a name and no word of its passage',
    async (to) => {
      const incidents = await loadIncidents(world.store)
      const given = await withholdingFor(world, world.store, incidents, new Map(), to)
      const pack = world.knowledge.packs.get('kz')
      if (!pack) throw new Error('no pack')
      const shown = incidents.flatMap((one) =>
        to === 'public' ? (project(one, given(pack)) ?? []) : (project(one, given(pack), 'partner') ?? []),
      )
      expect(shown.map((one) => one.id).sort()).toEqual(ids)
      for (const one of shown) {
        expect(JSON.stringify(one)).not.toMatch(NAMES)
        expect(one.sources.map((source) => source.passage)).toEqual([[{ kind: 'withheld' }]])
      }
    },
  )

  it('leaves no form of a name on any page, feed or answer of the site', async () => {
    const answers = await crawl(siteOf(world, 'https://example.org'), [])
    expect(answers.some((one) => one.url.includes(ids[0] ?? '') && one.status === 200)).toBe(true)
    expect(answers.filter((one) => NAMES.test(one.text)).map((one) => one.url)).toEqual([])
  })
})
