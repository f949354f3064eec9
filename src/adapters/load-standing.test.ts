/** What lawyers wrote of replies and of how long records stand, and what a broken file of it is told. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { INCIDENT_KINDS } from '../core/values.ts'
import { standingFile } from './load-standing.ts'

const text = readFileSync(new URL('../../codebook/standing.yaml', import.meta.url), 'utf8')
type File = { reply: { [key: string]: unknown }[]; retention: { [key: string]: unknown }[] }
const problems = (change: (file: File) => unknown): string => {
  const file = parse(text) as File
  change(file)
  const checked = standingFile.safeParse(parse(stringify(file)))
  return checked.success
    ? ''
    : checked.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('\n')
}

describe('the file of standing', () => {
  it('is sound, with seven days to answer and a time for every kind', () => {
    const file = standingFile.parse(parse(text))
    expect(file.reply.map((one) => one.days)).toEqual([7])
    expect(file.retention.map((one) => one.kind).sort()).toEqual([...INCIDENT_KINDS].sort())
    for (const { reason } of [...file.reply, ...file.retention])
      expect(new Set(Object.values(reason)).size).toBe(3)
  })

  it.each([
    ['asks nobody', (file: File) => file.reply.pop(), /who must be asked/],
    ['says nothing of events', (file: File) => file.retention.shift(), /"event"/],
    [
      'has two times for one kind',
      (file: File) => Object.assign(file.retention[1] ?? {}, { kind: 'event' }),
      /twice/,
    ],
    ['gives no day to answer', (file: File) => Object.assign(file.reply[0] ?? {}, { days: 0 }), /days/],
    [
      'has a rule without a version',
      (file: File) => Object.assign(file.reply[0] ?? {}, { id: 'reply.x' }),
      /written/,
    ],
  ] as const)('is told that it %s', (_what, change, told) => expect(problems(change)).toMatch(told))
})
