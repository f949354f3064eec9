/** The crowd of two hundred in records of every standing, some shared with another organisation that has a report of its own. */
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { aDecision, aMove, aSource, recordAll } from '../world.ts'
import { campaignThatNames } from './campaigns.ts'
import { recordOf } from './decisions.ts'
import { anOrganisation } from './organisation.ts'
import { fullName, type Invented } from './people.ts'
import { type TakenIn, takenIn } from './world.ts'

const ORGANISATIONS = ['abroad', 'third'] as const
type Standing = {
  readonly state: 'coded' | 'cleared' | 'published' | 'withdrawn'
  readonly tier: 'public' | 'partner' | 'team' | 'sealed'
  /** The one organisation it is shared with. */
  readonly to: 'abroad' | 'third' | null
}
/** In turn: each meets people of every level, and follows from the one before. */
const STANDINGS: readonly Standing[] = [
  { state: 'published', tier: 'public', to: null },
  { state: 'published', tier: 'public', to: 'abroad' },
  { state: 'cleared', tier: 'public', to: 'third' },
  { state: 'cleared', tier: 'public', to: 'abroad' },
  { state: 'coded', tier: 'public', to: 'abroad' },
  { state: 'withdrawn', tier: 'public', to: 'abroad' },
  { state: 'published', tier: 'partner', to: 'abroad' },
  { state: 'cleared', tier: 'team', to: 'abroad' },
  { state: 'published', tier: 'sealed', to: 'abroad' },
]
export type Kept = Standing & {
  readonly id: string
  /** In the passage, in a field, or in what the source is called. */
  readonly people: readonly Invented[]
}
export type Staffed = Omit<TakenIn, 'people' | 'told' | 'journeys' | 'cases'> & {
  readonly kept: readonly Kept[]
  readonly foreignRecord: string
  /** Handed to the lawyer of this handle, and to nobody else. */
  readonly handed: Kept
  /** What colleagues asked about each record, by its id, and what one of them wrote down by hand about a sealed one. */
  readonly questions: ReadonlyMap<string, string>
  readonly sealedWords: string
}
export const HANDED_TO = 'handed'

export async function staffedWorld(): Promise<Staffed> {
  const { people, told, journeys, cases, ...crowd } = await takenIn()
  const { world } = crowd
  const named = [...crowd.shown, ...crowd.partners]
  let turn = 0
  const kept = told.flatMap(({ report, lines }) =>
    lines.map((line, index): Kept & { readonly line: Record<string, unknown> } => {
      const standing = STANDINGS[turn++ % STANDINGS.length] as Standing
      const inSource = report.paragraphs.flatMap((one) => one.people).filter((one) => one.level !== null)
      const others = named[index % named.length]
      const own = [...(report.paragraphs[index]?.people ?? []), ...inSource.slice(0, 2)]
      return {
        ...standing,
        id: String(line.id),
        people: others ? [...own, others] : own,
        line: { ...line, tier: { value: standing.tier, why: 'as the test says' } },
      }
    }),
  )
  const ids = (...states: readonly string[]) =>
    kept.filter((one) => states.includes(one.state)).map((one) => one.id)
  const handed = kept.find((one) => one.state === 'coded' && one.tier === 'public') as Kept
  for (const organisation of ORGANISATIONS) await anOrganisation(world, organisation)
  await recordAll(world, [
    ...people,
    ...kept.map((one) => one.line),
    ...journeys,
    ...cases,
    ...ids('cleared', 'published').map((id) => ({
      ...{ record: 'reply', id, notAsked: 'as the test says', by: 'second-reader', at: SOON },
    })),
    aMove('verify', ids('cleared', 'published')),
    aMove('clear', ids('cleared', 'published')),
    aMove('publish', ids('published')),
    aMove('withdraw', ids('withdrawn')),
    ...ORGANISATIONS.map((organisation) => {
      const shared = kept.filter((one) => one.to === organisation)
      return aShare(
        shared.map((one) => one.id),
        { organisation },
      )
    }),
    aShare([handed.id], { account: HANDED_TO }),
  ])
  const questions = new Map(kept.map((one, index) => [one.id, `q-${String(index).padStart(16, '0')}`]))
  const by = { by: 'second-reader', at: SOON }
  await recordAll(world, [
    ...kept.flatMap(({ id, people: [one] }) => {
      const asked = { record: 'question', id: questions.get(id), about: { incident: id }, ...by }
      const said = { record: 'answer', id: questions.get(id), verdict: 'answered', ...by }
      const [words, answer] = one ? [fullName(one, 'ru'), fullName(one, 'en')] : ['who', 'nobody']
      return [
        { ...asked, words: `Is it ${words}?` },
        { ...said, words: `It is ${answer}.` },
      ]
    }),
  ])
  const onRecord = crowd.hidden.filter((one) => one.level !== null)
  await recordAll(
    world,
    campaignThatNames('cam-leaks00', { kind: 'law', law: 'AOC-488' }, onRecord.slice(40, 60), null),
  )
  const sealedWords = await writtenByHand(world, kept.find((one) => one.tier === 'sealed') as Kept)
  const foreignRecord = 'kz-2024-f0'
  await fillAbroad(world, crowd.foreign, foreignRecord)
  return { ...crowd, kept, handed, foreignRecord, questions, sealedWords }
}

const SOON = '2026-11-13T09:00:00Z'
export const aShare = (ids: readonly string[], whom: Record<string, string>): Record<string, unknown> => ({
  ...{ record: 'share', ids, with: whom, by: 'second-reader', at: SOON },
})

/** What somebody told of a sealed record, under a promise: its words are a document of their own. */
async function writtenByHand(world: Context, { id, people }: Kept): Promise<string> {
  const names = people.map((one) => fullName(one, 'en')).join(', ')
  const text = `On 7 May 2024 police in Almaty detained ${names}.`
  const { document } = await importReport(world, {
    bytes: new TextEncoder().encode(text),
    name: 'by-hand-0123456789.txt',
    country: 'kz',
    source: { ...aSource({ title: `Told of ${names}`, publisher: `kin of ${names}` }), way: 'interview' },
    asOf: null,
    language: 'en',
    by: 'aigerim',
  })
  const said = { record: 'saying', id, document, from: 'On 7 May 2024', to: text.slice(-20) }
  await recordAll(world, [{ ...said, says: { outcome: names }, by: 'aigerim', at: SOON }])
  return document
}

/** One report and one record of the other organisation: what leaks the other way would be read in the house. */
async function fillAbroad(world: Context, people: readonly Invented[], id: string): Promise<void> {
  const inside: Context = {
    ...world,
    actor: { account: 'coder', handle: 'coder-abroad', organisation: 'abroad', role: 'monitor' },
  }
  const text = `On 7 May 2024 police in Almaty detained ${people.map((one) => fullName(one, 'en')).join(', ')}.`
  await importReport(inside, {
    bytes: new TextEncoder().encode(text),
    name: 'abroad.txt',
    country: 'kz',
    source: aSource({ title: 'Notes from abroad' }),
    asOf: null,
    language: 'en',
    by: 'coder-abroad',
  })
  await recordAll(inside, [
    ...people.flatMap((one) => recordOf({ ...one, level: 'never' })),
    aDecision({
      ...{ id, document: 'abroad', from: 'On 7 May 2024', to: text.slice(-20), by: 'coder-abroad' },
      people: people.map((one) => ({ id: one.id, harmed: true })),
    }),
  ])
}
