import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyWorld } from '../../../test/world.ts'
import { keyOf, noteKeyText, readNoteKey, signatureBy, signedNote } from '../../adapters/note-keys.ts'
import { type Signer, signerWith } from '../../adapters/signing.ts'
import { Refusal } from '../../core/faults.ts'
import { checkpointText } from '../../core/log/checkpoint.ts'
import { noteText, readNote } from '../../core/log/note.ts'
import { witnessRequestText } from '../../core/log/proofs.ts'
import { consistencyProof, EMPTY, grown, type Hash, rootOf } from '../../core/log/tree.ts'
import { record } from '../../store/append.ts'
import { hasher, leafOfEntry, sha256 } from '../../store/leaf.ts'
import { verifyLog } from '../../store/verify.ts'
import type { Context } from '../context.ts'
import { askWitness, seenBy } from './ask-witness.ts'
import { knowWitness } from './know-witness.ts'
import { checkEntryProof, proveEntry } from './prove-entry.ts'
import { seenCheckpoint } from './seen-checkpoint.ts'
import { logKeyOf, signCheckpoint } from './sign-checkpoint.ts'
import { takeCosignatures } from './take-cosignatures.ts'
import { type Memory, type Witness, witness } from './witness.ts'

const newSigner = (): Signer => signerWith(generateKeyPairSync('ed25519').privateKey)
const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof Refusal ? (error.faults[0]?.code ?? '') : String(error)
  }
  return 'nothing'
}
const rejection = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Refusal ? (error.faults[0]?.code ?? '') : String(error)),
  )

function newWitness(): Witness & { readonly alarms: string[] } {
  const kept = new Map<string, { key: string; note: string | null }>()
  const alarms: string[] = []
  const memory: Memory = {
    recall: (origin) => kept.get(origin) ?? null,
    keep: (origin, key, note) => void kept.set(origin, { key, note }),
    alarm: (_origin, notes) => {
      alarms.push(...notes)
      return 'alarm'
    },
  }
  const signer = newSigner()
  return {
    signer,
    key: keyOf(signer, 'witness', 'partner-abroad'),
    memory,
    now: '2026-11-26T12:00:00.000Z',
    alarms,
  }
}

describe('a key', () => {
  const key = keyOf(newSigner(), 'witness', 'partner-abroad')
  const text = noteKeyText(key)
  it('is handed over as one line, and a slip in it is found', () => {
    expect(readNoteKey(text)).toEqual(key)
    for (let at = 0; at < text.length - 1; at += 3) {
      const slip = `${text.slice(0, at)}${text[at] === 'b' ? 'c' : 'b'}${text.slice(at + 1)}`
      expect(readNoteKey(slip), slip).toBeNull()
    }
  })
  it('of a witness is never taken for one of a log', () => {
    const signer = newSigner()
    const log = keyOf(signer, 'log', 'same-name')
    const note = signedNote(signer, log, 'a\n1\nx\n')
    expect(signatureBy(note, log)).toEqual({ at: null })
    expect(signatureBy(note, keyOf(signer, 'witness', 'same-name'))).toBeNull()
  })
})

describe('a witness', () => {
  const log = newSigner()
  const logKey = noteKeyText(logKeyOf(log))
  const entries = (words: readonly string[]): readonly Hash[] => words.map((one) => leafOfEntry(sha256(one)))
  const noteOf = (leaves: readonly Hash[], signer = log): string => {
    const root = rootOf(
      hasher,
      leaves.reduce((all, one) => grown(hasher, all, one), EMPTY),
    )
    const key = logKeyOf(signer)
    return noteText(signedNote(signer, key, checkpointText({ origin: key.name, size: leaves.length, root })))
  }
  const ask = (words: readonly string[], old: number, signer = log): string => {
    const leaves = entries(words)
    return witnessRequestText({
      old,
      proof: consistencyProof(hasher, leaves, old),
      note: noteOf(leaves, signer),
    })
  }
  const [three, five] = [
    ['a', 'b', 'c'],
    ['a', 'b', 'c', 'd', 'e'],
  ]

  it('signs a log once it was told its key, and again when it grew', () => {
    const own = newWitness()
    expect(refusal(() => witness(own, ask(three, 0), 'f', null))).toBe('witness.first')
    expect(witness(own, ask(three, 0), 'f', logKey)).toMatchObject({ size: 3, before: 0 })
    const grew = witness(own, ask(five, 3), 'f', null)
    expect(grew).toMatchObject({ size: 5, before: 3 })
    const note = readNote(grew.note)
    expect(note && signatureBy(note, own.key)).toEqual({ at: '2026-11-26T12:00:00.000Z' })
    expect(note && signatureBy(note, logKeyOf(log))).toEqual({ at: null })
  })
  it.each([
    ['a log that was cut off and went on otherwise', ['a', 'b', 'x', 'y', 'z'], 3, 'witness.forked'],
    ['a log that was rewritten at the same length', ['a', 'x', 'c'], 3, 'witness.forked'],
    ['an older checkpoint', ['a', 'b'], 0, 'witness.older'],
    ['a file that does not begin where it signed', five, 2, 'witness.since'],
  ] as const)('does not sign %s', (_what, words, old, expected) => {
    const own = newWitness()
    const before = witness(own, ask(three, 0), 'f', logKey)
    expect(refusal(() => witness(own, ask(words, old), 'f', null))).toBe(expected)
    expect(own.alarms.includes(before.note)).toBe(expected === 'witness.forked')
    expect(own.memory.recall(before.origin)?.note).toBe(before.note)
  })
  it('does not sign what another key signed, nor a file that was altered', () => {
    const own = newWitness()
    const other = newSigner()
    expect(refusal(() => witness(own, ask(three, 0, other), 'f', logKey))).toBe('log.key')
    const asked = ask(three, 0)
    expect(refusal(() => witness(own, asked.replace('\n3\n', '\n4\n'), 'f', logKey))).toBe('log.signature')
    expect(refusal(() => witness(own, 'nothing', 'f', logKey))).toBe('log.note')
  })
})

describe('the log of a house', () => {
  const log = newSigner()
  const logKey = noteKeyText(logKeyOf(log))
  let world: Context
  const enter = (object: string) =>
    record(
      world.store,
      { actor: 'aigerim', at: world.clock.now(), useCase: 'test', object, input: {} },
      async () => {},
    )
  beforeAll(async () => {
    world = await emptyWorld()
    for (const object of ['one', 'two', 'three']) await enter(object)
  })

  it('is signed, witnessed, and each entry can be proved to anybody', async () => {
    const partner = newWitness()
    await knowWitness(world, { key: noteKeyText(partner.key), ended: false }, 'aigerim')
    const signed = await signCheckpoint(world, log)
    if (!signed) throw new Error('nothing was signed')
    expect(await seenBy(world.store, 'partner-abroad')).toBe(0)
    const done = witness(partner, await askWitness(world.store, signed, 0), 'f', logKey)
    expect((await takeCosignatures(world.store, log, done.note, 'f')).by).toMatchObject([
      { name: 'partner-abroad' },
    ])
    expect(await seenBy(world.store, 'partner-abroad')).toBe(4)
    const stranger = newWitness()
    const theirs = witness(
      { ...stranger, key: keyOf(stranger.signer, 'witness', 'stranger') },
      await askWitness(world.store, signed, 0),
      'f',
      logKey,
    )
    const alone = readNote(theirs.note)
    const lines = alone?.signatures.filter((one) => one.name !== 'partner-abroad') ?? []
    expect(
      await rejection(
        takeCosignatures(world.store, log, noteText({ text: alone?.text ?? '', signatures: lines }), 'f'),
      ),
    ).toBe('log.no-witness')

    const proof = await proveEntry(world.store, signed, 2)
    expect(checkEntryProof(proof, 'f', logKey)).toMatchObject({
      seq: 2,
      size: 4,
      isIncluded: true,
      isSigned: true,
      witnesses: ['partner-abroad'],
    })
    expect(checkEntryProof(proof.replace('index 1', 'index 2'), 'f', logKey).isIncluded).toBe(false)
    expect(checkEntryProof(proof, 'f', noteKeyText(keyOf(newSigner(), 'log'))).isSigned).toBe(false)
  })

  it('that was cut off, though nothing in what is left is wrong, is found by what was signed', async () => {
    await enter('four')
    const signed = await signCheckpoint(world, log)
    const kept = seenCheckpoint(signed?.note ?? '', 'f', logKey)
    const trx = async (statement: string) => {
      await sql.raw('alter table events disable trigger append_only').execute(world.store)
      await sql.raw(statement).execute(world.store)
      await sql.raw('alter table events enable trigger append_only').execute(world.store)
    }
    await trx('delete from events where seq = 5')
    const found = await verifyLog(world.store)
    expect(found.breaks).toEqual([{ seq: 5, kind: 'checkpoint' }])
    expect(await rejection(signCheckpoint(world, log))).toBe('log.forked')
    // Another fourth entry is as whole in itself as the first.
    await enter('another')
    expect((await verifyLog(world.store)).breaks).toEqual([{ seq: 5, kind: 'checkpoint' }])
    expect(await rejection(signCheckpoint(world, log))).toBe('log.forked')
    // And where the thief took the checkpoints as well, whoever kept one still knows.
    await sql.raw('alter table checkpoints disable trigger append_only').execute(world.store)
    await sql.raw('delete from checkpoints where size = 5').execute(world.store)
    await sql.raw('alter table checkpoints enable trigger append_only').execute(world.store)
    expect((await verifyLog(world.store)).breaks).toEqual([])
    expect((await verifyLog(world.store, () => {}, [kept])).breaks).toEqual([{ seq: 5, kind: 'checkpoint' }])
  })
})
