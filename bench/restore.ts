/** Two gigabytes of files as received: how long a backup and its restore take, and whether the root is the same. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newIdentity } from '../src/adapters/sealed/age.ts'
import { backUp, restoreFrom } from '../src/app/backups.ts'
import { type App, openApp, openUnmade } from '../src/app/open-app.ts'
import { readConfig } from '../src/config.ts'
import { record } from '../src/store/append.ts'

const MEGABYTES = Number(process.argv[2] ?? 2_000)
const EACH = 10
const LIMIT_S = 600

const folder = mkdtempSync(join(tmpdir(), 'aigaq-restore-'))
// As root the database runs under a user of its own, who passes through here.
chmodSync(folder, 0o711)
const configOf = (name: string) => readConfig({ AIGAQ_DATA: join(folder, name) })

async function fill(app: App): Promise<void> {
  for (let n = 0; n < MEGABYTES / EACH; n += 1) {
    const bytes = new Uint8Array(randomBytes(EACH * 1_000_000))
    const sha256 = app.files.put(bytes)
    const happening = { actor: 'bench', at: app.clock.now(), useCase: 'bench', object: sha256, input: {} }
    await record(app.store, happening, (writer) =>
      writer.append('files', [{ sha256, bytes: bytes.length, name: `${n}.bin`, media_type: 'text/plain' }]),
    )
  }
}

async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly wall: number; readonly cpu: number }> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, wall: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 }
}

const reader = await newIdentity()
const house = await openApp(configOf('house'))
await fill(house)
const order = { folder: join(folder, 'backup'), recipients: [reader.key], open: null }
const whole = await timed(() => backUp(house, order))
const nothing = await timed(() => backUp(house, order))
await house.close()
const other = await openUnmade(configOf('other'))
const back = await timed(() =>
  restoreFrom(other, { folder: order.folder, identities: [reader.secret], key: whole.result.bundle.key }),
)
await other.close()
rmSync(folder, { recursive: true, force: true })
const isSame = back.result.root === nothing.result.bundle.root
const told = ({ wall, cpu }: { readonly wall: number; readonly cpu: number }): string =>
  `${wall.toFixed(0)} s (CPU ${cpu.toFixed(0)} s)`
console.log(
  `backup of ${MEGABYTES} MB: ${told(whole)}; with nothing new ${told(nothing)}; restore ${told(back)}, ${isSame ? 'the same root' : 'ANOTHER ROOT'}; bar ${LIMIT_S} s`,
)
process.exitCode = isSame && back.wall <= LIMIT_S ? 0 : 1
