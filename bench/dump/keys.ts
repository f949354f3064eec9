/** A folder in; in it a signing key, two people's keys and a signed list, all made by the command line as people would. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../src/config.ts'

export type Keys = {
  readonly root: string
  readonly list: string
  /** Files of identities. */
  readonly identities: readonly string[]
  readonly secrets: readonly string[]
}

export function verb(args: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'bin/aigaq'), [...args, '--json'], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`aigaq ${args.join(' ')}: ${stderr}${stdout}`)
  return stdout
}

export function makeKeys(folder: string): Keys {
  const at = (name: string): string => join(folder, name)
  const { key: root } = JSON.parse(verb(['recipients', '--new-root', at('root.pem')])) as { key: string }
  const people = ['lena', 'bota'].map((who) => {
    const made = JSON.parse(verb(['identity', '--open', '--out', at(`${who}.key`)])) as { key: string }
    return { key: made.key, who, place: who === 'bota' ? 'abroad' : 'inside' }
  })
  const today = new Date().toISOString().slice(0, 10)
  const expires = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  writeFileSync(at('list.json'), JSON.stringify({ seq: 1, issued: today, expires, recipients: people }))
  verb(['recipients', '--sign', at('list.json'), '--with', at('root.pem'), '--out', at('recipients.json')])
  const identities = ['lena', 'bota'].map((who) => at(`${who}.key`))
  const secrets = identities.map((file) => /AGE-SECRET-KEY-1\S+/.exec(readFileSync(file, 'utf8'))?.[0] ?? '')
  return { root, list: at('recipients.json'), identities, secrets }
}
