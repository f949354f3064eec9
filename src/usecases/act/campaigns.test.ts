/** A campaign goes out when all whom it touches agreed and a second person opened it, tells what came of it both ways, and leaves every page when its ground falls away. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDecision,
  aMove,
  decideAll,
  emptyWorld,
  importText,
  publishAll,
  recordAll,
} from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import { takesOn } from '../../core/act/campaign.ts'
import type { CampaignEntryBody } from '../../core/act/lines.ts'
import type { PublicCampaign } from '../../core/act/public-campaign.ts'
import { publicCampaign } from '../../store/queries/public-campaigns.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { refresh } from '../refresh.ts'
import { wallOf } from '../wall-of.ts'
import { withdrawPerson } from '../withdraw-person.ts'
import { type CampaignInput, listCampaigns, readCampaign, saveCampaign } from './campaigns.ts'
import { newsOf } from './news.ts'

const INCIDENT = 'kz-2024-05-07-a'
const HIDDEN = 'kz-2024-05-07-b'
const ID = 'cam-0000000a'
let world: Context

const as = (
  handle: string,
  role: 'editor' | 'campaigner' | 'lawyer' = 'campaigner',
  organisation = 'home',
): Context => {
  const actor = { account: handle, handle, organisation, role }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const codes = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) =>
      (error as { faults?: readonly { code: string }[] }).faults?.map((one) => one.code).join(' ') ??
      String(error),
  )
const en = (words: string) => ({ en: words, ru: null, kk: null })
const TEXT: Extract<CampaignInput, { record: 'campaign' }> = {
  ...{ record: 'campaign', id: ID, country: 'kz', subject: { kind: 'person', person: 'serikova' } },
  title: { en: 'Aigul Serikova reported on a trial.', ru: 'Айгуль Серикова писала о суде.', kk: null },
  ...{ demand: en('Drop the case.'), story: en('Asan Usenov was there too.'), points: [en('No crime.')] },
  targets: [{ authority: 'prosecutor-general', duty: en('The law on the prosecution'), hostile: true }],
  ...{ kinds: ['signature', 'letter', 'patch', 'lesson'], thresholds: [], incidents: [INCIDENT] },
  ...{ proposedBy: 'A local group', partner: 'group-one' },
}
let entries = 0
const say = (who: Context, body: CampaignEntryBody, why?: string): Promise<string> => {
  entries += 1
  return codes(
    saveCampaign(who, { record: 'campaign-entry', id: ID, entry: `e-${1000 + entries}`, body, why }),
  )
}
const shown = async (): Promise<PublicCampaign> => {
  const found = await publicCampaign(world.house, ID)
  if (!found) throw new Error('not on any page')
  return found
}
const on = (day: string): void => {
  world = { ...world, clock: stoppedClock(`${day}T12:00:00.000Z`) }
}

beforeAll(async () => {
  world = await emptyWorld()
  await importText(
    world,
    'On 7 May 2024 police in Almaty detained Aigul Serikova. On 8 May 2024 police in Almaty detained Asan Usenov.',
  )
  const basis = {
    kind: 'consent',
    level: 'name',
    reason: 'she wants it',
    givenHow: 'a signed paper',
    reviewBy: '2027-12-31',
  }
  await decideAll(world, [
    {
      ...{
        record: 'person',
        id: 'serikova',
        names: { en: 'Aigul Serikova', ru: 'Айгуль Серикова', kk: null },
      },
      ...{ basis, by: 'coder', at: '2026-11-01T08:00:00Z' },
    },
    {
      ...{ record: 'person', id: 'usenov', names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null } },
      ...{ by: 'coder', at: '2026-11-01T08:00:00Z' },
    },
    aDecision({
      ...{ id: INCIDENT, document: 'notebook', by: 'coder', places: ['Almaty'], date: '2024-05-07' },
      ...{ from: 'On 7 May', to: 'Serikova.', people: [{ id: 'serikova', harmed: true }] },
    }),
  ])
  await recordAll(world, [
    aDecision({
      ...{ id: HIDDEN, document: 'notebook', by: 'coder', places: ['Almaty'], date: '2024-05-08' },
      ...{ from: 'On 8 May', to: 'Usenov.', people: [{ id: 'usenov', harmed: true }] },
    }),
  ])
  await refresh(world)
  await saveCampaign(as('lena'), TEXT)
})
afterAll(() => world?.store.destroy())

const RISK: CampaignEntryBody = {
  ...{ kind: 'risk', on: '2026-11-23', onlineInCountry: false, note: 'Family was asked.' },
  levels: { person: 1, family: 1, inside: 3, outside: 0 },
}

describe('a campaign', () => {
  it('is made of what readers may see: nothing hidden can be told apart from what never was', async () => {
    for (const subject of [
      { kind: 'person', person: 'usenov' },
      { kind: 'person', person: 'nobody' },
      { kind: 'incident', incident: HIDDEN },
      { kind: 'incident', incident: 'kz-2024-01-01-z' },
    ] as const)
      expect(await codes(saveCampaign(as('lena'), { ...TEXT, id: 'cam-0000000b', subject }))).toBe(
        'campaign.public',
      )
    expect(await codes(saveCampaign(as('zarina', 'lawyer'), TEXT))).toBe('access.forbidden')
  })

  it('is for its own organisation alone, in the database too', async () => {
    expect((await listCampaigns(as('marat'))).map((one) => one.text.id)).toEqual([ID])
    expect(await listCampaigns(as('oskar', 'campaigner', 'abroad'))).toEqual([])
    expect(await codes(readCampaign(as('oskar', 'campaigner', 'abroad'), ID))).toBe('record.unknown')
    // Nor can words be put in its place: its id stands on a public page.
    const theirs = { ...TEXT, title: en('Something else') }
    expect(await codes(saveCampaign(as('oskar', 'campaigner', 'abroad'), theirs))).toBe('record.unknown')
    expect((await readCampaign(as('aigerim'), ID)).text.title.en).toBe(TEXT.title.en)
  })

  it('opens when partner and person agreed, the risks were looked at, and by another than who wrote it', async () => {
    expect(await say(as('lena'), { kind: 'move', move: 'open' })).toBe(
      'campaign.writer campaign.partner campaign.consent campaign.risk',
    )
    const how = 'by a call'
    expect(await say(as('lena'), { kind: 'partner', word: 'agrees', on: '2026-11-20', how })).toBe('done')
    expect(
      await say(as('lena'), { kind: 'person', word: 'agrees', on: '2026-11-20', how, until: '2027-06-01' }),
    ).toBe('done')
    expect(await say(as('lena'), RISK)).toBe('done')
    expect(await publicCampaign(world.house, ID)).toBeNull()
    expect(await say(as('lena'), { kind: 'move', move: 'open' })).toBe('campaign.writer')
    expect(await say(as('marat'), { kind: 'move', move: 'open' })).toBe('done')
    expect(await shown()).toMatchObject({
      ...{ state: 'open', opened: '2026-11-23', person: 'agrees', reviewed: '2026-11-23' },
      subject: { kind: 'person', person: 'serikova', name: { en: 'Aigul Serikova' } },
      taking: { kinds: ['signature', 'letter', 'patch'], onlineInCountry: false, until: '2027-02-21' },
    })
  })

  it('shows no text in which a withheld name stands, nor what stays inside', async () => {
    const { title, story, demand } = await shown()
    expect([title.en, title.ru]).toEqual([
      'Aigul Serikova reported on a trial.',
      'Айгуль Серикова писала о суде.',
    ])
    expect([story.en, demand.en]).toEqual([null, 'Drop the case.'])
    const text = JSON.stringify(await shown())
    for (const hidden of ['Usenov', 'group-one', 'by a call', 'Family was asked', 'lena', 'marat'])
      expect(text).not.toContain(hidden)
  })

  it('is paused by anybody at once, with a reason, and takes nothing then', async () => {
    expect(await say(as('lena'), { kind: 'move', move: 'pause' })).toBe('campaign.reason')
    expect(await say(as('lena'), { kind: 'move', move: 'pause' }, 'two were called in')).toBe('done')
    const { taking } = await shown()
    expect(takesOn(taking, 'letter', '2026-11-23')).toBe(false)
    expect(await say(as('marat'), { kind: 'move', move: 'open' })).toBe('done')
  })

  it('shows readers no text that one person wrote, until another opened the campaign with it', async () => {
    await saveCampaign(as('lena'), { ...TEXT, demand: en('Let her go.') })
    expect((await shown()).demand.en).toBe('Drop the case.')
    expect(await say(as('lena'), { kind: 'move', move: 'open' })).toBe('campaign.writer')
    expect(await say(as('marat'), { kind: 'move', move: 'open' })).toBe('done')
    const { demand, moves } = await shown()
    expect([demand.en, moves.map((one) => one.move)]).toEqual(['Let her go.', ['open', 'pause', 'open']])
  })

  it('counts a sheet once, whoever finds it in whichever pile, and keeps doubt within its bounds', async () => {
    const tally: Extract<CampaignEntryBody, { kind: 'tally' }> = {
      ...{ kind: 'tally', of: 'letter', low: 110, best: 112, high: 115, method: 'counted' },
      ...{ source: 'partner', on: '2026-11-22', countedBy: 'A library', sheet: 'AIG-0001' },
    }
    expect(await say(as('lena'), tally)).toBe('done')
    expect(await say(as('marat'), tally)).toBe('campaign.sheet')
    expect(await say(as('marat'), { ...tally, sheet: 'AIG-0002', low: 120 })).toBe('input.value')
    expect((await shown()).tallies).toMatchObject([{ of: 'letter', best: 112, countedBy: 'A library' }])
    expect(JSON.stringify(await shown())).not.toContain('AIG-0001')
  })

  it('tells of a hearing once readers can open the journey of the case, and never of one that is kept inside', async () => {
    const hearing: CampaignEntryBody = {
      ...{ kind: 'event', event: 'hearing', on: '2026-12-03', place: 'Almaty', host: 'City court' },
      ...{ isPublic: true, briefed: false },
    }
    expect(await say(as('lena'), hearing)).toBe('done')
    expect(await say(as('lena'), { ...hearing, on: '2026-12-04', isPublic: false })).toBe('done')
    expect((await shown()).events).toEqual([])
    await decideAll(world, [
      {
        ...{ record: 'proceeding', id: 'case-serikova', person: 'serikova', charges: [] },
        stages: [{ stage: 'detained', date: '2024-05-07', incident: INCIDENT }],
        ...{ by: 'coder', at: '2026-11-23T08:00:00Z' },
      },
    ])
    await refresh(world)
    expect((await shown()).events).toMatchObject([
      { event: 'hearing', on: '2026-12-03', place: 'Almaty', host: 'City court' },
    ])
    // A court that somebody withheld is named in: the hearing stands, the words do not.
    expect(await say(as('lena'), { ...hearing, on: '2026-12-05', host: 'the court, as to Usenov' })).toBe(
      'done',
    )
    expect((await shown()).events.map((one) => one.host)).toEqual(['City court', ''])
  })

  it('is won only by an outcome with a source, and reversed by one that takes it back', async () => {
    expect(await say(as('marat'), { kind: 'move', move: 'win' })).toBe('campaign.outcome')
    const closed: CampaignEntryBody = {
      ...{ kind: 'outcome', outcome: 'case-closed', on: '2026-11-21', words: en('The case was closed.') },
      ...{ source: { kind: 'elsewhere', title: 'A newspaper' }, contribution: 'timing' },
    }
    await codes(
      saveCampaign(as('lena'), { record: 'campaign-entry', id: ID, entry: 'e-closed', body: closed }),
    )
    expect(await say(as('marat'), { kind: 'move', move: 'win' })).toBe('done')
    expect(await say(as('marat'), { kind: 'move', move: 'reverse' })).toBe('campaign.turned')
    await say(as('lena'), {
      ...closed,
      outcome: 'arrested-again',
      on: '2026-11-22',
      reverses: 'e-closed',
      source: { kind: 'incident', incident: INCIDENT },
    })
    expect(await say(as('marat'), { kind: 'move', move: 'reverse' })).toBe('done')
    const { state, outcomes, moves } = await shown()
    expect([state, moves.map((one) => one.move)]).toEqual([
      'reversed',
      ['open', 'pause', 'open', 'win', 'reverse'],
    ])
    expect(outcomes).toMatchObject([
      { outcome: 'case-closed', source: { kind: 'elsewhere', title: 'A newspaper', url: null } },
      { outcome: 'arrested-again', reverses: 'e-closed', source: { kind: 'incident', incident: INCIDENT } },
    ])
  })

  it('hands sealed addresses to whoever may run it, with a letter that names neither it nor anybody', async () => {
    const sealed = Buffer.from('age-encryption.org/v1').toString('base64')
    await world.house
      .insertInto('action_news')
      .values({ id: 'f'.repeat(32), campaign: ID, list: 1, sealed })
      .execute()
    const { addresses, zip } = await newsOf(as('marat'), ID)
    const parts = unzipSync(zip)
    expect([addresses, Object.keys(parts).sort()]).toEqual([
      1,
      [`${'f'.repeat(32)}.age`, 'letter-en.txt', 'letter-kk.txt', 'letter-ru.txt'],
    ])
    const letters = ['en', 'ru', 'kk'].map((one) => new TextDecoder().decode(parts[`letter-${one}.txt`]))
    expect(letters.join()).not.toMatch(/cam-|Serikova|Серикова|Drop the case/)
    expect(await codes(newsOf(as('zarina', 'lawyer'), ID))).toBe('access.forbidden')
    expect(await codes(newsOf(as('oskar', 'campaigner', 'abroad'), ID))).toBe('record.unknown')
  })

  it('leaves every page when the consent ends, and when the person may not be named any more', async () => {
    on('2027-06-02')
    await refresh(world)
    expect(await publicCampaign(world.house, ID)).toBeNull()
    on('2026-11-24')
    await refresh(world)
    expect((await shown()).state).toBe('reversed')
    // Who agreed, agreed to a campaign for her: it does not become one that needs nobody.
    const onALaw = { ...TEXT, subject: { kind: 'law', law: 'AOC-488' } } as const
    expect(await codes(saveCampaign(as('lena'), onALaw))).toBe('campaign.state')
    await recordAll(world, [aMove('withdraw', [INCIDENT])])
    expect(await publicCampaign(world.house, ID)).toBeNull()
    await recordAll(world, [aMove('reopen', [INCIDENT])])
    await publishAll(world, [INCIDENT])
    expect((await shown()).state).toBe('reversed')
    await withdrawPerson(world, { person: 'serikova', by: 'lena', why: 'she asked' })
    expect(await publicCampaign(world.house, ID)).toBeNull()
  })
})
