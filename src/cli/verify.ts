/** Checks the whole log and every row it covers, or a copy of the public site; names each place where something was altered. */
import { openApp } from '../app.ts'
import { verifyMirror } from '../usecases/mirror/verify-mirror.ts'
import { verify } from '../usecases/verify.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const verifyVerb: Verb = {
  name: 'verify',
  help: 'Recompute the hash chain of the log and find any altered, removed or added row; or check a copy of the site, without a database.',
  arguments: [{ name: '[copy]', help: 'a folder written by mirror; without it the log is checked' }],
  options: [
    { flags: '--fingerprint <key>', help: 'of the key that must have signed the copy, as printed or told' },
  ],
  run: (given) => {
    const [folder] = given.arguments
    return folder === undefined ? verifyLogOf(given) : Promise.resolve(verifyCopy(given, folder))
  },
}

async function verifyLogOf({ config, terminal }: Given): Promise<number> {
  const app = await openApp(config)
  try {
    const bar = terminal.progress(terminal.words.t('cli.verify.progress'))
    const found = await verify(app, bar.to)
    bar.end()
    for (const one of found.breaks) terminal.say(terminal.words.t(`cli.verify.${one.kind}`, { seq: one.seq }))
    if (found.breaks.length === 0)
      terminal.say(
        terminal.words.t('cli.verify.whole', {
          n: found.events,
          rows: found.rows,
          head: found.head.slice(0, 16),
        }),
      )
    terminal.data(found)
    return found.breaks.length === 0 ? 0 : 1
  } finally {
    await app.close()
  }
}

function verifyCopy(given: Given, folder: string): number {
  const { say, data, note, words } = given.terminal
  const found = verifyMirror(folder, textOption(given, 'fingerprint') ?? null)
  const { files, made, fingerprint, isSigned, isExpectedKey, wrong } = found
  if (!isSigned) say(words.t('cli.mirror.signature'))
  if (isExpectedKey === false) say(words.t('cli.mirror.key', { fingerprint }))
  for (const { kind, path } of wrong) say(words.t(`cli.mirror.${kind}`, { path }))
  const isWhole = isSigned && isExpectedKey !== false && wrong.length === 0
  if (isWhole) say(words.t('cli.mirror.whole', { files, made, fingerprint }))
  if (isWhole && isExpectedKey === null) note(words.t('cli.mirror.unknown-key'))
  data(found)
  return isWhole ? 0 : 1
}
