import { createHash, generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { authority } from '../../../test/time-stamp/authority.ts'
import { aDecision, emptyWorld, importText, knowledge, recordAll } from '../../../test/world.ts'
import { signerWith } from '../../adapters/signing.ts'
import { NotStamped, requestFor, tokenIn } from '../../adapters/time-stamp/ask.ts'
import { checkStamp } from '../../adapters/time-stamp/check.ts'
import { Refusal } from '../../core/faults.ts'
import { LANGUAGES } from '../../core/language.ts'
import type { Context } from '../context.ts'
import { agreeExport } from '../exports/agree-export.ts'
import { askExport } from '../exports/ask-export.ts'
import { takeExport } from '../exports/take-export.ts'
import { houseStamps } from '../log/house-stamps.ts'
import { signCheckpoint } from '../log/sign-checkpoint.ts'
import { stampWhatWaits } from '../log/stamp-what-waits.ts'
import { checkEvidence } from './check-evidence.ts'
import { custodySheet } from './custody-sheet.ts'
import { paperOfSheet } from './paper-of-sheet.ts'

const TEXT = 'On 7 May 2024 police in Almaty detained two bystanders.'
let world: Context
const as = (handle: string): Context => ({
  ...world,
  actor: { account: handle, handle, organisation: 'home', role: 'editor' },
})
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await recordAll(world, [aDecision({ from: 'On 7 May', to: 'bystanders' })])
})

describe('the custody sheet of a file', () => {
  it('tells from whom it came, what was read out of it, and that nothing was signed yet', async () => {
    const sheet = await custodySheet(world, 'notebook')
    expect(sheet).toMatchObject({
      ...{ name: 'notebook.txt', state: 'whole', bytes: TEXT.length, signed: null, taken: [] },
      received: { entry: 1, by: 'aigerim' },
      from: [{ title: 'Monitor’s notebook', publisher: 'An invented monitor' }],
      derived: [{ language: 'en', isErasedIn: false }],
    })
    expect(await custodySheet(world, sheet.sha256)).toEqual(sheet)
  })
  it('tells which copies left and who signed the log, in every language and on paper', async () => {
    const id = await askExport(as('lena'), {
      ids: ['kz-2024-05-07-a'],
      audience: 'team',
      reason: 'for a court',
    })
    await agreeExport(as('zarina'), id)
    await takeExport(as('lena'), id, 'json')
    const { privateKey } = generateKeyPairSync('ed25519')
    await signCheckpoint(world, signerWith(privateKey))
    const sheet = await custodySheet(world, 'notebook')
    expect(sheet.taken).toMatchObject([{ by: 'lena', format: 'json', audience: 'team' }])
    expect(sheet.signed).toMatchObject({ witnesses: [] })
    for (const language of LANGUAGES) {
      const text = Buffer.from(await paperOfSheet(sheet, 'txt', knowledge.words[language])).toString('utf8')
      for (const said of [sheet.sha256, 'lena', 'aigerim', 'notebook']) expect(text, language).toContain(said)
    }
    const pdf = await paperOfSheet(sheet, 'pdf', knowledge.words.kk)
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  })
  it('is stamped by an authority elsewhere once a day, and waits for one that does not answer', async () => {
    const tsa = await authority()
    const asked: string[] = []
    const ask = async (url: string, sha256: string): Promise<Uint8Array> => {
      asked.push(`${url} ${sha256}`)
      if (url === 'off') throw new NotStamped('not reached')
      const nonce = Uint8Array.from(Buffer.alloc(16, 65))
      return tokenIn(tsa.answer(requestFor(sha256, nonce), new Date(world.clock.now())), nonce)
    }
    const who = { urls: ['on', 'off'], believed: [tsa.root], files: true }
    expect((await custodySheet(world, 'notebook')).stamps).toEqual([])
    expect(await stampWhatWaits(world, who, { ask })).toEqual({
      ...{ stamped: 2, waiting: 2, problems: [{ authority: 'off', problem: 'not reached' }] },
    })
    // The log was stamped today; of the other authority all still waits.
    expect(await stampWhatWaits(world, who, { ask })).toMatchObject({ stamped: 0, waiting: 2 })
    expect(asked.length).toBe(4)
    const unknown = { ...who, urls: ['other'], believed: [] }
    expect(await stampWhatWaits(world, unknown, { ask })).toMatchObject({
      stamped: 0,
      problems: [{ problem: 'unknown' }],
    })
    const { stamps, signed } = await custodySheet(world, 'notebook')
    expect(stamps.map((one) => [one.stamped, one.authority])).toEqual(
      [
        ['checkpoint', 'on'],
        ['file', 'on'],
      ].sort(),
    )
    const token = Buffer.from(stamps.find((one) => one.stamped === 'checkpoint')?.token ?? '', 'base64')
    const sha256 = createHash('sha256')
      .update(signed?.checkpoint ?? '')
      .digest('hex')
    const now = world.clock.now()
    expect(checkStamp({ token, sha256, believed: [tsa.root], now })).toMatchObject({ kind: 'holds' })
    for (const language of LANGUAGES) {
      const { t } = knowledge.words[language]
      const text = Buffer.from(
        await paperOfSheet(await custodySheet(world, 'notebook'), 'txt', knowledge.words[language]),
      )
      expect(text.toString('utf8')).not.toContain(t('custody.unstamped'))
    }
    const kinds = async (believed: (typeof who)['believed']) =>
      (await houseStamps(world, believed)).map((one) => one.found.kind)
    expect(await kinds([tsa.root])).toEqual(['holds', 'holds'])
    expect(await kinds([(await authority()).root])).toEqual(['unknown', 'unknown'])
    // Not even the owner of the tables changes one by a slip.
    await expect(world.house.deleteFrom('time_stamps').execute()).rejects.toThrow()
    const row = {
      stamped: 'file' as const,
      imprint: 'a'.repeat(64),
      authority: 'on',
      token: stamps[0]?.token ?? '',
      at: now,
    }
    await world.house.insertInto('time_stamps').values(row).execute()
    expect((await kinds([tsa.root])).sort()).toEqual(['holds', 'holds', 'stray'])
  })
  it('says when the file is gone, and is not made of what never was', async () => {
    const { sha256 } = await custodySheet(world, 'notebook')
    world.files.destroy(sha256)
    expect(await custodySheet(world, 'notebook')).toMatchObject({ state: 'missing' })
    expect((await checkEvidence(world)).wrong).toEqual([{ kind: 'missing', sha256, seq: 1 }])
    await expect(custodySheet(world, 'nothing')).rejects.toThrow(Refusal)
  })
})
