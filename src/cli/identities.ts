/** Files of age keys in, the keys in them out; the passphrase of one that is under it is asked for here, so that no open key need lie on a disk. */
import { secretsIn } from '../usecases/sealed/offline-keys.ts'
import { bytesAt } from './input-file.ts'
import { askPassphrase } from './passphrase.ts'
import type { Given } from './verb.ts'

/** Asks only where the file needs it; refused when it holds no key that can be read. */
export async function secretsOf({ terminal }: Given, identity: string): Promise<readonly string[]> {
  const file = bytesAt(identity)
  const isOpen = Buffer.from(file).includes('AGE-SECRET-KEY-1')
  return secretsIn(file, isOpen ? '' : await askPassphrase(terminal.words.t('cli.sealed.passphrase')))
}

export async function identitiesIn(given: Given, paths: readonly string[]): Promise<readonly string[]> {
  const all: string[] = []
  for (const path of paths) all.push(...(await secretsOf(given, path)))
  return all
}
