import { describe, expect, it } from 'vitest'
import { checkpointText, readCheckpoint } from './checkpoint.ts'
import { noteText, readNote } from './note.ts'
import { entryProofText, readEntryProof, readWitnessRequest, witnessRequestText } from './proofs.ts'

const SIGNED = 'AAAAAA=='
const NOTE = `aigaq-1\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\u2014 aigaq-1 ${SIGNED}\n`

describe('a note', () => {
  it('is read and written as the same bytes', () => {
    const read = readNote(NOTE)
    expect(read?.signatures).toEqual([{ name: 'aigaq-1', signed: SIGNED }])
    expect(read && noteText(read)).toBe(NOTE)
  })
  it.each([
    ['without signatures', 'text\n\n'],
    ['without an empty line', `text\n\u2014 a ${SIGNED}\n`],
    ['that does not end its last line', NOTE.slice(0, -1)],
    ['with a hyphen for the dash', NOTE.replace('\u2014', '-')],
    ['with a signature that is no base64', NOTE.replace(SIGNED, 'A===')],
    ['with two writings of one signature', NOTE.replace(SIGNED, 'AAAAAB==')],
    ['with a return', NOTE.replace('\n3\n', '\r\n3\n')],
    ['with a plus in a name', NOTE.replace('\u2014 aigaq-1', '\u2014 aigaq+1')],
    ['with a line too many below', `${NOTE}more\n`],
  ])('%s is none', (_what, text) => {
    expect(readNote(text)).toBeNull()
  })
})

describe('a checkpoint', () => {
  it('says whose log, how long, and the root', () => {
    const text = NOTE.slice(0, NOTE.indexOf('\n\n') + 1)
    const read = readCheckpoint(text)
    expect(read).toMatchObject({ origin: 'aigaq-1', size: 3 })
    expect(read && checkpointText(read)).toBe(text)
  })
  it.each([
    'aigaq-1\n03\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'aigaq-1\n3\nCsUY\n',
    '\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'aigaq-1\n-3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
  ])('is not %j', (text) => {
    expect(readCheckpoint(text)).toBeNull()
  })
})

describe('files that carry proofs', () => {
  const hash = new Uint8Array(32).fill(7)
  it('come back as they were written', () => {
    const request = { old: 2, proof: [hash, hash], note: NOTE }
    expect(readWitnessRequest(witnessRequestText(request))).toEqual(request)
    for (const extra of [null, 'YWJj'])
      expect(readEntryProof(entryProofText({ index: 1, proof: [hash], extra, note: NOTE }))).toEqual({
        ...{ index: 1, proof: [hash] },
        extra,
        note: NOTE,
      })
    const empty = { old: 0, proof: [], note: NOTE }
    expect(readWitnessRequest(witnessRequestText(empty))).toEqual(empty)
  })
  it.each([
    ['old two', NOTE],
    ['old 2\nshort', NOTE],
    ['old 2', ''],
  ])('are not %j', (head, note) => {
    expect(readWitnessRequest(note === '' ? `${head}\n` : `${head}\n\n${note}`)).toBeNull()
  })
})
