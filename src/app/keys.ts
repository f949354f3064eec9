/** The house in; the keys that sign its copies and its log, the witnesses and the authorities that sign with it, out. */

import { join } from 'node:path'
import { type Clock, systemClock } from '../adapters/clock.ts'
import { claimNumber } from '../adapters/copy-numbers.ts'
import { makeFolder } from '../adapters/folder.ts'
import { keyOf, noteKeyText } from '../adapters/note-keys.ts'
import { openSigner, type Signer } from '../adapters/signing.ts'
import { believedIn } from '../adapters/time-stamp/believed.ts'
import { witnessFolder } from '../adapters/witness-folder.ts'
import type { Config } from '../config.ts'
import { refuse } from '../core/faults.ts'
import { logKeyOf } from '../usecases/log/sign-checkpoint.ts'
import type { Authorities } from '../usecases/log/stamp-what-waits.ts'
import type { Witness } from '../usecases/log/witness.ts'
import { type App, folderOf } from './open-app.ts'

/** The key that signs copies of the public site. */
export const signerOf = ({ data }: App): Signer => openSigner(data)

/** What the next copy of the public site is numbered; `after`: the greatest until now. */
export const copyNumberOf = ({ data }: App, after: (last: number) => number): number =>
  claimNumber(data, after)

/** The key that signs the log, and backups of it. */
export const logSignerOf = ({ data }: Pick<App, 'data'>): Signer => openSigner(data, 'log')

/** What the signatures of this house's log are checked with. */
export const logKeyTextOf = (app: Pick<App, 'data'>): string => noteKeyText(logKeyOf(logSignerOf(app)))

/** A partner's own key and memory, in the data folder; needs no database. */
export function openWitness(config: Config, name: string | null, clock: Clock = systemClock): Witness {
  const data = folderOf(config)
  makeFolder(data)
  const signer = openSigner(data, 'witness')
  const { named, ...memory } = witnessFolder(join(data, 'witness'))
  const own = named(name ?? keyOf(signer, 'witness').name)
  // A signature under another name would be another witness's.
  if (name !== null && own !== name) throw refuse('witness.name', { name: own })
  return { signer, memory, now: clock.now(), key: keyOf(signer, 'witness', own) }
}

/** Certificates of time-stamp authorities in a file of PEM; of the file that is set, where none is named. */
export const stampsBelieved = ({ stamps }: Pick<Config, 'stamps'>, file?: string): Authorities['believed'] =>
  believedIn(file ?? stamps.certificates)

/** Who is asked when the log stood as it stands. */
export const authoritiesOf = ({ config }: Pick<App, 'config'>): Authorities => ({
  ...{ urls: config.stamps.urls, files: config.stamps.files, believed: stampsBelieved(config) },
})
