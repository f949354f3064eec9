/** A guest walks every address of a world that names two hundred protected people; nothing that reaches one of them comes out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, crawl, NOTHING, read } from '../crawl.ts'
import { siteOf } from '../world.ts'
import { ASKED } from './campaigns.ts'
import { CASE_IDS } from './cases.ts'
import { leaksIn } from './finder.ts'
import { HELD_TOWN } from './held.ts'
import { fullName, initialsOf } from './people.ts'
import { LEFT } from './publication.ts'
import { type Crowd, crowdedWorld } from './world.ts'

let crowd: Crowd
let answers: readonly Answer[]
beforeAll(async () => {
  crowd = await crowdedWorld()
  const guesses = crowd.hidden
    .slice(0, 12)
    .flatMap((one) => [one.id, `j-${one.id}`, encodeURIComponent(fullName(one, 'ru'))])
  const drawn: Answer[] = []
  // A picture is output too: what it is drawn from is read in its place.
  const paint = async (svg: string): Promise<Uint8Array<ArrayBuffer>> => {
    drawn.push({ url: `picture ${drawn.length}`, status: 200, headers: new Headers(), text: svg })
    return new Uint8Array(8)
  }
  const site = siteOf(crowd.world, 'https://example.org', paint)
  answers = [...(await crawl(site, ['kz-2024-r9-00', ...guesses], NOTHING)), ...drawn]
})
afterAll(() => crowd?.world.store.destroy())

describe('two hundred protected people', () => {
  it('are fifty of each level, each with names of their own', () => {
    for (const level of ['never', 'pseudonym', 'initials', null])
      expect(crowd.hidden.filter((one) => one.level === level).length).toBe(50)
    expect(new Set(crowd.hidden.map((one) => one.surname.en)).size).toBe(200)
  })

  it('are sought on every page, in data, feeds and errors', () => {
    expect(answers.length).toBeGreaterThan(600)
    for (const ending of ['.json', '.atom'])
      expect(answers.some((one) => one.url.endsWith(ending))).toBe(true)
    expect(answers.filter((one) => one.status === 404).length).toBeGreaterThan(100)
    expect(answers.filter((one) => one.status >= 500)).toEqual([])
    expect(answers.filter((one) => one.text.startsWith('<svg')).length).toBeGreaterThan(100)
  })

  it('leave no name, initial, account, telephone, number or plate anywhere', () => {
    const leaks = leaksIn(answers, [...crowd.hidden, ...crowd.partners]).map(
      ({ url, person, read }) => `${url}: ${person} ${read}`,
    )
    expect([...new Set(leaks)].slice(0, 20)).toEqual([])
  })

  it('stand in no publication that left with their names, in sentences, headings or its reason', () => {
    const page = answers.find((one) => one.url.endsWith(`/en/publication/${LEFT}`))
    expect(page?.text).toContain('Nobody is named here.')
    expect(page?.text).not.toContain('It was')
  })

  it('stand in no campaign whose texts, events, answers and patches named them', () => {
    for (const ending of ['', '.json', '/letter-ombudsman']) {
      const told = answers.find((one) => one.url === `/en/campaign/cam-leaks00${ending}`)
      expect(told?.text, ending).toContain(ASKED)
    }
    expect(answers.some((one) => one.url === '/en/kz/calendar.ics' && one.status === 200)).toBe(true)
  })

  it('are found by no search: their names are answered like letters that mean nothing', async () => {
    const site = siteOf(crowd.world)
    const typed = crowd.hidden
      .filter((_, index) => index % 10 === 0)
      .flatMap((one) => [fullName(one, 'en'), fullName(one, 'ru'), one.surname.kk, one.email, one.phone])
    const asked = async (words: string, path: string): Promise<string> => {
      const q = encodeURIComponent(words)
      const answer = await site.request(`${path}?q=${q}`)
      const escaped = words.replaceAll('&', '&amp;')
      return (await answer.text()).replaceAll(q, '').replaceAll(`"${escaped}"`, '""')
    }
    for (const path of ['/en/search', '/en/kz/search.json']) {
      const nothing = await asked('qwrtzx', path)
      for (const words of typed) expect(await asked(words, path), `${path} ${words}`).toBe(nothing)
    }
    // The same search does find people.
    for (const one of crowd.shown)
      expect((await asked(one.surname.ru, '/en/search.json')).slice(0, 9_999)).not.toContain('"total":0')
  })

  it('are in no case, observation or assistance that a guest learns of', () => {
    const told = CASE_IDS.filter((id) => answers.some((one) => one.text.includes(id)))
    expect(told).toEqual([])
  })

  it('are not joined by a town that its record holds back', () => {
    expect(answers.some((one) => one.url === '/en/i/kz-2024-05-11-a' && one.status === 200)).toBe(true)
    expect(leaksIn(answers, [HELD_TOWN]).map(({ url, read }) => `${url}: ${read}`)).toEqual([])
  })

  it('have no page: an address of theirs is answered, to the byte, like one that means nothing', async () => {
    const site = siteOf(crowd.world)
    const asked = async (id: string, ending: string): Promise<string> => {
      const { text } = await read(id, await site.request(`/ru/p/${id}${ending}`))
      return text
    }
    for (const ending of ['', '.json', '.json?page=2']) {
      const nonsense = await asked('no-such-thing', ending)
      for (const one of [...crowd.hidden, ...crowd.partners])
        expect((await asked(one.id, ending)) === nonsense, one.id).toBe(true)
    }
  })

  it('are not in the way of those who agreed, who have one', () => {
    for (const { id } of crowd.shown)
      for (const path of [`/kk/p/${id}`, `/kk/p/${id}.json`])
        expect(answers.find((one) => one.url === path)?.status, path).toBe(200)
  })

  it('do not hide those who agreed to be named', () => {
    const all = answers.map((one) => one.text).join('\n')
    for (const one of crowd.shown) expect(all).toContain(fullName(one, 'en'))
    const byInitials = crowd.hidden.filter((one) => one.level === 'initials')
    expect(
      byInitials.filter((one) => all.includes(`${initialsOf(one, 'en').join('. ')}.`)).length,
    ).toBeGreaterThan(40)
  })
})
