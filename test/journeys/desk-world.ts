/** A workspace with two organisations, records on every step of their way and somebody of each role, served for a browser. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { newIdentity } from '../../src/adapters/sealed/age.ts'
import { newRoot, signList } from '../../src/adapters/sealed/signed-list.ts'
import { type Actor, HOME } from '../../src/core/access.ts'
import { testStaff } from '../../src/store/test-stores.ts'
import { changeAccounts } from '../../src/usecases/accounts/change.ts'
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { rulesInForce } from '../../src/usecases/rules-in-force.ts'
import { adoptRecipients } from '../../src/usecases/sealed/recipients.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { site } from '../../src/web/site/site.ts'
import { aDecision, aMove, aSource, emptyWorld, NOW, ROOT, recordAll, signedInAs } from '../world.ts'
import { sessionCookie } from './browser.ts'

/** Time goes on when a test says so. */
export type Served = {
  /** An age identity that the list of recipients names. */
  readonly key: string
  readonly world: Context
  readonly app: ReturnType<typeof desk>
  readonly deskUrl: string
  readonly siteUrl: string
  readonly later: (minutes: number) => void
  readonly close: () => Promise<void>
}

export const PARTNER = 'abroad'
const COURTS = ['Almaty', 'Oskemen', 'Shymkent', 'Aktobe'] as const
/** Told in one report, one sentence a record: who was fined in May. */
export const RECORDS = {
  waiting: 'kz-2024-05-07-a',
  verified: 'kz-2024-05-08-a',
  published: 'kz-2024-05-09-a',
  shared: 'kz-2024-05-10-a',
} as const
const SENTENCES = Object.values(RECORDS).map(
  (id, index) =>
    `On ${Number(id.slice(11, 13))} May 2024 police in ${COURTS[index]} detained two activists, and a court fined Asan Usenov 132,550 tenge.`,
)

const who = (handle: string, role: Actor['role'], organisation = HOME) => ({ handle, role, organisation })
/** Everybody who signs in here, by pseudonym. */
export const STAFF = {
  lena: who('lena', 'monitor'),
  marat: who('marat', 'monitor'),
  aigerim: who('aigerim', 'editor'),
  zarina: who('zarina', 'editor'),
  daniyar: who('daniyar', 'lawyer'),
  oskar: who('oskar', 'partner', PARTNER),
  root: who('root', 'administrator'),
  bota: who('bota', 'auditor'),
} as const
export type Name = keyof typeof STAFF

export async function servedWorld(): Promise<Served> {
  let minutes = 0
  const now = (): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
  const root = newRoot()
  const world: Context = { ...(await emptyWorld()), clock: { now }, sealingRoot: root.key }
  await fill(world)
  const key = await sealedTo(world, root)
  const closing: (() => void)[] = []
  const open = (web: {
    readonly fetch: (request: Request) => Response | Promise<Response>
  }): Promise<string> =>
    new Promise((resolve) => {
      const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
        resolve(`http://127.0.0.1:${info.port}`),
      )
      closing.push(() => server.close())
    })
  const staff = { behind: (wall: Parameters<typeof testStaff>[1]) => testStaff(world.house, wall) }
  const app = desk(world, { root: ROOT, host: '127.0.0.1', staff })
  return {
    world,
    app,
    key,
    siteUrl: await open(publicSite(world, root.key)),
    deskUrl: await open(app),
    later: (more) => {
      minutes += more
    },
    close: async () => {
      for (const close of closing) close()
      await world.store.destroy()
    },
  }
}

/** With everything that it may take from anybody: what is told by the sealed form, what phones send, and an answer at a link to sign. */
const publicSite = (world: Context, sealingRoot: string) =>
  site(
    { store: world.store, knowledge: world.knowledge, rules: rulesInForce(world.knowledge) },
    {
      ...{ root: ROOT, origin: '', signing: { context: world } },
      intake: {
        intake: { house: world.house, clock: world.clock, sealingRoot },
        ...{ onionOnly: false, onion: '', maxBytes: 1_000_000 },
      },
      field: { field: { ...world, sealingRoot } },
    },
  )

/** A list with one who is abroad, taken on; the secret half of the other's key out. */
async function sealedTo(world: Context, root: ReturnType<typeof newRoot>): Promise<string> {
  const [lena, bota] = [await newIdentity(), await newIdentity()]
  const recipients = [
    { key: lena.key, who: 'lena', place: 'inside' },
    { key: bota.key, who: 'bota', place: 'abroad' },
  ] as const
  const list = { seq: 1, issued: '2026-11-01', expires: '2027-01-31', recipients }
  const file = JSON.stringify(signList(list, root.secret))
  await adoptRecipients(world, { root: root.key, file, by: 'operator' })
  return lena.secret
}

async function fill(world: Context): Promise<void> {
  await changeAccounts(world, { actor: 'operator', did: 'organisation', to: PARTNER }, async (trx) => {
    const abroad = { id: PARTNER, name: 'The office abroad', since: '2026-11-01' }
    await trx.insertInto('organisations').values(abroad).execute()
  })
  const actor: Actor = { account: 'lena', ...STAFF.lena }
  const inside: Context = { ...world, actor }
  await importReport(inside, {
    bytes: new TextEncoder().encode(SENTENCES.join('\n\n')),
    name: 'may.txt',
    country: 'kz',
    source: aSource({ title: 'Notebook of May' }),
    asOf: null,
    language: 'en',
    by: 'lena',
  })
  const { waiting, ...others } = RECORDS
  await recordAll(inside, [
    person('usenov', { en: 'Asan Usenov', ru: 'Асан Усенов', kk: 'Асан Үсенов' }),
    person('namesake', { en: 'Bolat Usenov', ru: null, kk: null }),
    ...Object.values(RECORDS).map((id, index) =>
      aDecision({
        ...{ id, document: 'may', date: id.slice(3, 13), by: id === waiting ? 'lena' : 'marat' },
        ...{ from: `On ${Number(id.slice(11, 13))} May 2024`, to: '132,550 tenge.' },
        places: [COURTS[index]],
        // A namesake, whom nobody asked to be taken out.
        people: ['usenov', ...(id === RECORDS.published ? ['namesake'] : [])].map((one) => ({
          id: one,
          harmed: true,
        })),
        penalties: [{ type: 'fine', amount: 132_550, currency: 'KZT' }],
        acts: ['detention', 'fine'],
        actors: ['police'],
      }),
    ),
    ...Object.values(others).map((id) => ({
      ...{ record: 'reply', id, notAsked: 'the witness lives next door' },
      ...{ by: 'lena', at: '2026-11-09T09:00:00Z' },
    })),
    aMove('verify', Object.values(others)),
    aMove('clear', [RECORDS.published, RECORDS.shared]),
    aMove('publish', [RECORDS.published]),
    share(RECORDS.shared, { organisation: PARTNER }),
    share(RECORDS.published, { account: 'daniyar' }),
  ])
}

const person = (id: string, names: Readonly<Record<string, string | null>>): Record<string, unknown> => ({
  ...{ record: 'person', id, names, by: 'lena', at: '2026-11-01T08:00:00Z' },
  basis: {
    ...{ kind: 'consent', level: 'name', reason: 'asked for it', givenHow: 'by letter' },
    reviewBy: '2027-10-01',
  },
})

const share = (id: string, whom: Readonly<Record<string, string>>): Record<string, unknown> => ({
  ...{ record: 'share', ids: [id], with: whom },
  ...{ by: 'aigerim', at: '2026-11-13T09:00:00Z', why: 'the appeal begins on Friday' },
})

/** A browser in which somebody has just signed in, so that what they do within five minutes needs no second proof. */
export async function browserOf(
  { world }: Served,
  browser: Browser,
  name: Name,
  more: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    ...more,
  })
  const { token } = await signedInAs(world, STAFF[name])
  await context.addCookies([sessionCookie(token)])
  return { context, page: await context.newPage() }
}
