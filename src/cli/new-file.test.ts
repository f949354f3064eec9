import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Refusal, refuse } from '../core/faults.ts'
import { eachFile } from './each-file.ts'
import { folderFor, writeNew, writeOver } from './new-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-new-file-'))
const at = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a file that somebody asks for', () => {
  it('is readable by its owner alone, and is not written over', () => {
    writeNew(at('one'), 'first')
    expect(statSync(at('one')).mode & 0o777).toBe(0o600)
    expect(() => writeNew(at('one'), 'second')).toThrow(expect.objectContaining({ code: 'sealed.there' }))
    expect(readFileSync(at('one'), 'utf8')).toBe('first')
    writeOver(at('one'), 'third')
    expect(readFileSync(at('one'), 'utf8')).toBe('third')
  })
  it.each([
    ['in a folder that is not there', () => writeNew(at('no/such'), 'x')],
    ['below a file', () => writeOver(at('one/two'), 'x')],
    ['in place of a folder', () => writeOver(folder, 'x')],
    ['with a file in place of its folder', () => folderFor(at('one/folder'))],
  ])('%s is refused in words that say where', (_what, put) => {
    writeFileSync(at('one'), 'x')
    expect(put).toThrow(
      expect.objectContaining({
        code: 'output.path',
        faults: [
          expect.objectContaining({
            params: expect.objectContaining({ file: expect.stringContaining(folder) }),
          }),
        ],
      }),
    )
  })
})

it('of several files one that cannot be opened is told by its name, and stops none of the others', async () => {
  const seen: string[] = []
  const found = await eachFile(['a', 'b', 'c'], async (path) => {
    if (path === 'b') throw refuse('sealed.other')
    seen.push(path)
  })
  expect([seen, found]).toEqual([
    ['a', 'c'],
    { done: 2, faults: [{ code: 'sealed.other', params: {}, where: 'b' }] },
  ])
  await expect(eachFile(['a'], () => Promise.reject(new Error('of the program')))).rejects.toThrow(
    'of the program',
  )
})

it('counts files, not what is wrong with them: one with two faults is one that was not done', async () => {
  const fault = { code: 'sealed.other', params: {} } as const
  const found = await eachFile(['a', 'b'], async (path) => {
    if (path === 'a') throw new Refusal([fault, fault])
  })
  expect([found.done, found.faults.length]).toEqual([1, 2])
})
