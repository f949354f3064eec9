import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aDecision, emptyWorld, importText, knowledge, recordAll } from '../../../test/world.ts'
import { signerWith } from '../../adapters/signing.ts'
import { Refusal } from '../../core/faults.ts'
import { LANGUAGES } from '../../core/language.ts'
import type { Context } from '../context.ts'
import { agreeExport } from '../exports/agree-export.ts'
import { askExport } from '../exports/ask-export.ts'
import { takeExport } from '../exports/take-export.ts'
import { signCheckpoint } from '../log/sign-checkpoint.ts'
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
  it('says when the file is gone, and is not made of what never was', async () => {
    const { sha256 } = await custodySheet(world, 'notebook')
    world.files.destroy(sha256)
    expect(await custodySheet(world, 'notebook')).toMatchObject({ state: 'missing' })
    expect((await checkEvidence(world)).wrong).toEqual([{ kind: 'missing', sha256, seq: 1 }])
    await expect(custodySheet(world, 'nothing')).rejects.toThrow(Refusal)
  })
})
