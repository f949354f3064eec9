/** Checks the log, the rows it covers and the evidence; or a copy of the site, a backup or a proof, without a database. Names each place where something was altered. */
import { existsSync, statSync } from 'node:fs'
import { logKeyTextOf, stampsBelieved } from '../app/keys.ts'
import { type App, openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { isEntryProof } from '../core/log/proofs.ts'
import { checkEvidence } from '../usecases/evidence/check-evidence.ts'
import { checkTold } from '../usecases/intake/check-told.ts'
import { houseStamps } from '../usecases/log/house-stamps.ts'
import { checkEntryProof } from '../usecases/log/prove-entry.ts'
import { seenCheckpoint } from '../usecases/log/seen-checkpoint.ts'
import { verify } from '../usecases/verify.ts'
import { textIn } from './input-file.ts'
import { type Given, textOption, textsOption, type Verb } from './verb.ts'
import { isBackup, verifyBackup } from './verify-backup.ts'
import { verifyCopy } from './verify-copy.ts'
import { tellStamps } from './verify-stamps.ts'

export const verifyVerb: Verb = {
  name: 'verify',
  help: 'Recompute the log, the rows it covers and the evidence, and find whatever was altered, removed or added; or check a copy of the site, a backup or a proof, without a database.',
  arguments: [
    { name: '[copy]', help: 'what mirror, backup or prove wrote; without it the house itself is checked' },
  ],
  options: [
    {
      flags: '--fingerprint <key>',
      help: 'of the key that must have signed a copy of the site, as printed or told',
    },
    {
      flags: '--seen <copy>',
      help: 'number of the newest copy of the site that you have seen, or that copy or its manifest.json: this one must not be older',
    },
    {
      flags: '--key <key>',
      help: 'key of the log that must have signed a backup, proof or checkpoint, as told',
    },
    {
      flags: '--checkpoint <file>',
      help: 'a checkpoint that was kept elsewhere: the log must continue it',
      repeated: true,
    },
    {
      flags: '--authority <file>',
      help: 'certificates (PEM) of time-stamp authorities that are believed, in place of those that are set',
    },
    {
      flags: '--identity <file>',
      help: 'file with an age key: the log inside a backup is checked too',
      repeated: true,
    },
  ],
  run: (given) => {
    const [copy] = given.arguments
    if (copy === undefined) return verifyHouse(given)
    if (!existsSync(copy)) throw refuse('input.not-found', { name: copy })
    if (isBackup(copy)) return verifyBackup(given, copy)
    return Promise.resolve(statSync(copy).isFile() ? verifyProof(given, copy) : verifyCopy(given, copy))
  },
}

async function verifyHouse(given: Given): Promise<number> {
  const { config, terminal } = given
  const app = await openApp(config)
  try {
    const key = textOption(given, 'key') ?? logKeyTextOf(app)
    const seen = textsOption(given, 'checkpoint').map((file) => seenCheckpoint(textIn(file), file, key))
    const bar = terminal.progress(terminal.words.t('cli.verify.progress'))
    const found = await verify(app, bar.to, seen)
    bar.end()
    const isWhole = found.breaks.length === 0
    for (const { kind, seq } of found.breaks) terminal.say(terminal.words.t(`cli.verify.${kind}`, { seq }))
    if (isWhole)
      terminal.say(
        terminal.words.t('cli.verify.whole', {
          ...{ n: found.events, rows: found.rows },
          ...{ head: found.head.slice(0, 16), root: found.root.slice(0, 16) },
        }),
      )
    const evidence = await verifyEvidence(given, app)
    const told = await checkTold(app)
    for (const { day, kind } of told.wrong) terminal.say(terminal.words.t(`cli.verify.told.${kind}`, { day }))
    const believed = stampsBelieved(config, textOption(given, 'authority'))
    const stamps = await houseStamps(app, believed)
    const isStamped = tellStamps(terminal, stamps, believed.length > 0)
    terminal.data({ ...found, evidence, told, stamps })
    return isWhole && isStamped && told.wrong.length === 0 && evidence.wrong.length === 0 ? 0 : 1
  } finally {
    await app.close()
  }
}

async function verifyEvidence(
  { terminal }: Given,
  app: App,
): Promise<Awaited<ReturnType<typeof checkEvidence>>> {
  const bar = terminal.progress(terminal.words.t('cli.verify.evidence'))
  const found = await checkEvidence(app, bar.to)
  bar.end()
  for (const { kind, sha256, seq } of found.wrong)
    terminal.say(terminal.words.t(`cli.verify.file.${kind}`, { sha256, seq }))
  if (found.wrong.length === 0 && found.files > 0)
    terminal.say(terminal.words.t('cli.verify.files', { n: found.files }))
  return found
}

function verifyProof(given: Given, file: string): number {
  const { say, data, note, words } = given.terminal
  const text = textIn(file)
  if (!isEntryProof(text)) throw refuse('log.note', { file })
  const found = checkEntryProof(text, file, textOption(given, 'key') ?? null)
  const { seq, size, origin, isIncluded, isSigned } = found
  if (!isIncluded) say(words.t('cli.prove.not-in', { seq }))
  if (isSigned === false) say(words.t('cli.prove.unsigned', { origin }))
  const isProven = isIncluded && isSigned !== false
  if (isProven) say(words.t('cli.prove.holds', { seq, size, origin }))
  if (isProven) say(found.entry)
  if (isSigned === null) note(words.t('cli.prove.unknown-key'))
  data(found)
  return isProven ? 0 : 1
}
