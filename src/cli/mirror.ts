/** The public site as it stands in, a signed folder out that is read without a server or a network. */

import { copyNumberOf, signerOf } from '../app/keys.ts'
import { openReader } from '../app/logins.ts'
import { type App, openApp } from '../app/open-app.ts'
import { openPainter } from '../app/serving.ts'
import { todayIs } from '../app/today.ts'
import { ROOT } from '../config.ts'
import { refuse } from '../core/faults.ts'
import type { Manifest } from '../core/mirror.ts'
import { nextNumber } from '../core/mirror-age.ts'
import { earlierCopy, numberSeen } from '../usecases/mirror/earlier-copy.ts'
import { layChanges } from '../usecases/mirror/lay-changes.ts'
import { packChanges } from '../usecases/mirror/pack-changes.ts'
import { type Mirror, writeMirror } from '../usecases/mirror/write-mirror.ts'
import { refresh } from '../usecases/refresh.ts'
import { rulesInForce } from '../usecases/rules-in-force.ts'
import { mirrored } from '../web/site/mirror.ts'
import { threadsFor } from '../web/site/mirror-threads.ts'
import { demoConfig, loadExamples } from './demo.ts'
import { bytesAt } from './input-file.ts'
import { writeOver } from './new-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

const USAGE =
  'mirror --out <folder> [--since <folder or manifest.json> --delta <file>], or mirror --out <folder> --lay <file>'

export const mirrorVerb: Verb = {
  name: 'mirror',
  help: 'Write the whole public site as a signed folder that opens without a network.',
  options: [
    {
      flags: '--out <folder>',
      help: 'where it is written; an earlier copy there gives way once the new one is whole',
    },
    { flags: '--demo', help: 'of the example corpus, in the database of the demo' },
    {
      flags: '--since <copy>',
      help: 'an earlier copy, or its manifest.json beside its lists, that --delta starts from',
    },
    { flags: '--delta <file>', help: 'where what changed since is packed (ZIP)' },
    {
      flags: '--lay <file>',
      help: 'bring the copy in --out up to date by such a parcel, which must be newer and signed by the same key; asks no database',
    },
  ],
  run: async (given) => {
    const [out, since, delta] = ['out', 'since', 'delta'].map((name) => textOption(given, name))
    const parcel = textOption(given, 'lay')
    if (out === undefined || (since === undefined) !== (delta === undefined))
      throw refuse('usage', { problem: USAGE })
    if (parcel !== undefined) return lay(given, { out, parcel, isAlone: since === undefined })
    // Read before the copy is made: it may be the very one that gives way.
    const old = since === undefined ? null : earlierCopy(since)
    const isDemo = given.options.demo === true
    const app = await openApp(isDemo ? demoConfig(given.config) : given.config)
    try {
      if (isDemo) await loadExamples(app, given.terminal)
      else await refresh(app)
      const mirror = await copied(given, app, { out, since, isExample: isDemo })
      tell(given, mirror, out)
      if (old && delta !== undefined) pack(given, { old, manifest: mirror.manifest, out, delta })
      return 0
    } finally {
      await app.close()
    }
  },
}

type Copying = { readonly out: string; readonly since: string | undefined; readonly isExample: boolean }

async function copied(
  { terminal }: Given,
  app: App,
  { out: folder, since, isExample }: Copying,
): Promise<Mirror> {
  const [reader, painter] = [await openReader(app), openPainter()]
  const bar = terminal.progress(terminal.words.t('cli.mirror.progress'))
  const { site: origin } = app.config
  const [made, signer] = [todayIs(app.clock), signerOf(app)]
  const seen = numberSeen(signer.key, [folder, ...(since === undefined ? [] : [since])])
  try {
    const rules = rulesInForce(app.knowledge)
    const context = {
      ...{ knowledge: app.knowledge, rules, isExample },
      ...{ paint: painter.paint, contact: app.config.contact },
    }
    // A copy is of one moment: what is published or withdrawn while it is written is in the next.
    const moment = reader.store.transaction().setIsolationLevel('repeatable read')
    return await moment.execute(async (store) => {
      const threads = await threadsFor(store, reader.address)
      return writeMirror({
        files: mirrored({ ...context, store }, { root: ROOT, made, origin, threads, progress: bar.to }),
        number: copyNumberOf(app, (last) => nextNumber(Math.max(last, seen), made)),
        ...{ folder, made, origin, signer },
      })
    })
  } finally {
    bar.end()
    await painter.close()
    await reader.close()
  }
}

function tell(
  { terminal }: Given,
  { manifest: { files, made, number }, fingerprint }: Mirror,
  folder: string,
): void {
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0)
  const megabytes = (bytes / 1_000_000).toFixed(1)
  const told = { files: files.length, megabytes, folder, fingerprint, number: String(number) }
  terminal.say(terminal.words.t('cli.mirror.made', told))
  terminal.data({ folder, made, number, files: files.length, bytes, fingerprint })
}

type Packing = {
  readonly old: Manifest
  readonly manifest: Manifest
  readonly out: string
  readonly delta: string
}
function pack({ terminal }: Given, { old, manifest, out, delta }: Packing): void {
  const { bytes, written, removed } = packChanges(old, manifest, out)
  writeOver(delta, bytes)
  const kilobytes = Math.ceil(bytes.length / 1_000)
  terminal.say(terminal.words.t('cli.mirror.delta', { written, removed, kilobytes, file: delta }))
  terminal.data({ delta, written, removed, bytes: bytes.length })
}

type Laying = { readonly out: string; readonly parcel: string; readonly isAlone: boolean }
async function lay({ terminal, options }: Given, { out, parcel, isAlone }: Laying): Promise<number> {
  if (!isAlone || options.demo === true) throw refuse('usage', { problem: USAGE })
  const { manifest, number, before } = await layChanges(out, bytesAt(parcel), parcel)
  const told = { folder: out, number: String(number), other: String(before) }
  terminal.say(terminal.words.t('cli.mirror.laid', told))
  terminal.data({ folder: out, made: manifest.made, number, before })
  return 0
}
