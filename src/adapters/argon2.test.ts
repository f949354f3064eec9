import { describe, expect, it } from 'vitest'
import { hashPassphrase, isPassphrase } from './argon2.ts'

const LONG = `${'seven otters mend a kettle '.repeat(4)}`.slice(0, 100)

describe('a passphrase that is kept', () => {
  it('is taken letter by letter, to the last of a hundred', async () => {
    const hash = await hashPassphrase(LONG)
    const all = [LONG, LONG.toUpperCase(), LONG.slice(0, -1), `${LONG} `]
    expect(await Promise.all(all.map((one) => isPassphrase(one, hash)))).toEqual([true, false, false, false])
  })

  it('is kept as Argon2id of 64 MiB and three passes, under a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassphrase(LONG), hashPassphrase(LONG)])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
  })
})
