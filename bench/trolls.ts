/** Two trolls who sign ten thousand times by script, among a thousand people: how many of either are counted before a person looks, and after. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCampaignKey } from '../src/adapters/campaign-key.ts'
import { stoppedClock } from '../src/adapters/clock.ts'
import { type App, openApp } from '../src/app/open-app.ts'
import { readConfig } from '../src/config.ts'
import { mailboxOf } from '../src/core/act/mailbox.ts'
import { numbers } from '../src/core/seeded.ts'
import { type Actions, codeFor, cohortOf } from '../src/usecases/actions/actions.ts'
import { asking } from '../src/usecases/actions/ask.ts'
import { confirming } from '../src/usecases/actions/confirm.ts'
import { countActions } from '../src/usecases/actions/count-actions.ts'
import { countsOfCampaign } from '../src/usecases/actions/counts-of-campaign.ts'
import { makeActionKey, openActionKeys } from '../src/usecases/actions/keys.ts'
import { parseDecided } from '../src/usecases/decided-schema.ts'
import { replayDecisions } from '../src/usecases/replay-decisions.ts'

const [SCRIPTED, PEOPLE, BOXES] = [10_000, 1_000, 50]
const DAY = '2026-11-23'
const LARGE = ['gmail.com', 'ya.ru', 'outlook.com'] as const

/** Twenty-five mailboxes each, spelt anew for every signature: dots, capitals, labels, the other name of the service. */
const spelt = (n: number): string => {
  const box = n % BOXES
  const domain = ['gmail.com', 'googlemail.com', 'GMAIL.com'][n % 3]
  const name = box % 2 === 0 ? `t.roll.${box}` : `Tr.oll${box}`
  return `${name}+${n}@${domain}`
}
/** A domain each, with a mailbox for every signature; the second also has a name below it for every one. */
const owned = (n: number): string =>
  n % 2 === 0 ? `t${n}@trolls.example` : `t${n}@host${n}.office${n % 9}.farm.kz`
/** Most at large services; a school of sixty and a university of forty sign together; the rest from towns of their own. */
const truly = (n: number): string => {
  if (n < 60) return `pupil${n}@school7.edu.kz`
  if (n < 100) return `d${n}@dept${n % 8}.uni.edu.kz`
  return n < 800 ? `person${n}@${LARGE[n % 3]}` : `person${n}@town${n % 50}.example`
}

type Round = { readonly name: string; readonly troll: (n: number) => string; readonly campaign: string }
const ROUNDS: readonly Round[] = [
  { name: `${BOXES} mailboxes in ${SCRIPTED} spellings`, troll: spelt, campaign: 'cam-boxes00' },
  { name: 'two domains, a mailbox for each signature', troll: owned, campaign: 'cam-domain0' },
]

const actionsOn = (app: App): Actions => ({
  ...{ store: app.house, clock: stoppedClock(`${DAY}T12:00:00.000Z`), keys: openActionKeys(), mails: true },
  ...{
    names: async () => ({ heldIn: () => [] }),
    sealNews: null,
    mailboxes: app.knowledge.codebook.mailboxes,
  },
  hasEnded: async () => false,
  door: async (campaign) => ({
    campaign,
    country: 'kz',
    kinds: ['signature'],
    onlineInCountry: false,
    isClosed: false,
  }),
})

/** Some at a time, as a program that serves does. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += 250) await Promise.all(all.slice(from, from + 250).map(work))
}

async function play(app: App, { name, troll, campaign }: Round): Promise<boolean> {
  const actions = actionsOn(app)
  const file = await makeActionKey(actions, campaign)
  const key = readCampaignKey(file)
  if (!key) throw new Error('no key')
  const began = Date.now()
  const [random, ask, confirm] = [numbers(7), asking(actions), confirming(actions)]
  const mixed = [
    ...Array.from({ length: SCRIPTED }, (_, n) => ({ address: troll(n), country: 'is' })),
    ...Array.from({ length: PEOPLE }, (_, n) => ({ address: truly(n), country: 'de' })),
  ]
    .map((one) => ({ one, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one)
  await each(mixed, ({ address, country }) =>
    ask({
      ...{ campaign, kind: 'signature', address, country, where: 'outside' },
      news: false,
      language: 'en',
    }),
  )
  // A troll answers every letter that comes; so does everybody else.
  const asked = await app.house.selectFrom('action_asks').select('id').execute()
  await each(asked, ({ id }) => confirm(codeFor(key, id)))
  await countActions(actions, { atOnce: true })
  /** Country tells the two apart here, and nothing in the program looks at it. */
  const stand = async () => {
    const [all] = await countsOfCampaign(app.house, campaign)
    const of = (country: string): number => all?.countries.find((one) => one.country === country)?.n ?? 0
    return { trolls: of('is'), people: of('de'), waits: all?.waits ?? 0, invalid: all?.invalid ?? 0 }
  }
  const before = await stand()
  const { domain } = mailboxOf(troll(0), actions.mailboxes)
  const trollish = troll === owned ? ['trolls.example', 'farm.kz'] : []
  const schools = ['school7.edu.kz', 'uni.edu.kz']
  const cohorts = (domains: readonly string[]): readonly string[] =>
    domains.map((one) => cohortOf(key, one, DAY))
  const line = (n: number, kind: 'invalid' | 'release', domains: readonly string[]) => ({
    ...{
      record: 'action-ruling',
      id: `rul-${campaign.slice(4, 8) === 'boxe' ? 'a' : 'b'}0000000000${n}`,
      by: 'lena',
    },
    ...{
      at: `${DAY}T13:00:0${n}Z`,
      why: 'looked at',
      body: { kind, campaign, of: { cohorts: cohorts(domains) } },
    },
  })
  const rulings = [
    line(1, 'release', schools),
    ...(trollish.length > 0 ? [line(2, 'invalid', trollish)] : []),
  ]
  await replayDecisions(
    app,
    rulings.map((one) => parseDecided(one, app.knowledge.codebook, DAY, 'bench')),
  )
  const after = await stand()
  const share = (n: number): string => `${((100 * n) / SCRIPTED).toFixed(2)} %`
  console.log(
    `${name} (${domain} …): ${asked.length} letters; before anybody looks ${before.trolls} trolls counted (${share(before.trolls)}), ${before.people} of ${PEOPLE} people, ${before.waits} wait; after two rulings ${after.trolls} trolls, ${after.people} people, ${after.waits} wait, ${after.invalid} struck out; ${((Date.now() - began) / 1000).toFixed(0)} s, load ${loadavg()[0]?.toFixed(0)}`,
  )
  const held = before.trolls <= SCRIPTED / 100 && after.trolls <= SCRIPTED / 100 && after.people === PEOPLE
  console.log(`  ${held ? 'held' : 'NOT HELD'}: at most 1 % of trolls counted, and nobody true lost`)
  return held
}

const folder = mkdtempSync(join(tmpdir(), 'aigaq-trolls-'))
// The database's own user passes through it.
chmodSync(folder, 0o711)
const app = await openApp(readConfig({ ...process.env, AIGAQ_DATA: join(folder, 'data') }))
try {
  const held: boolean[] = []
  for (const round of ROUNDS) held.push(await play(app, round))
  process.exitCode = held.every(Boolean) ? 0 : 1
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}
