/** A folder of a backup in, every part of it that is not as it was signed told; with a key also the log and evidence inside. */
import { checkBackupIn, isBackup } from '../app/backups.ts'
import { stampsBelieved } from '../app/keys.ts'
import type { BackupCheck, WrongPart } from '../usecases/backup/check-backup.ts'
import { seenCheckpoint } from '../usecases/log/seen-checkpoint.ts'
import { identitiesIn } from './identities.ts'
import { textIn } from './input-file.ts'
import { type Given, textOption, textsOption } from './verb.ts'
import { tellStamps } from './verify-stamps.ts'

export { isBackup }

export async function verifyBackup(given: Given, folder: string): Promise<number> {
  const { terminal } = given
  const key = textOption(given, 'key') ?? null
  const identities = await identitiesIn(given, textsOption(given, 'identity'))
  const believed = stampsBelieved(given.config, textOption(given, 'authority'))
  const bar = terminal.progress(terminal.words.t('cli.backup.checking'))
  const found = await checkBackupIn(folder, {
    ...{ key, identities, progress: bar.to, believed },
    seen: (own) =>
      textsOption(given, 'checkpoint').map((file) => seenCheckpoint(textIn(file), file, key ?? own)),
  })
  bar.end()
  const isStamped = tellStamps(terminal, found.stamps, believed.length > 0)
  const isWhole = tell(given, found) && isStamped
  terminal.data(found)
  return isWhole ? 0 : 1
}

function tell({ terminal: { say, note, words } }: Given, found: BackupCheck): boolean {
  const { made, bundles, parts, entries, root, key, log, wrong, missing, isExpectedKey } = found
  const breaks = log?.breaks ?? []
  if (isExpectedKey === false) say(words.t('cli.backup.other-key', { key }))
  for (const one of wrong) say(words.t(`cli.backup.${wordOf(one)}`, { ...one }))
  for (const { kind, seq } of breaks) say(words.t(`cli.verify.${kind}`, { seq }))
  for (const sha256 of missing) say(words.t('cli.backup.missing', { sha256 }))
  const isWhole = isExpectedKey !== false && wrong.length + breaks.length + missing.length === 0
  if (isWhole) say(words.t('cli.backup.whole', { made, bundles, parts, entries, root: root.slice(0, 16) }))
  if (isWhole && !log) note(words.t('cli.backup.unread'))
  if (isWhole && isExpectedKey === null) note(words.t('cli.backup.unknown-key', { key }))
  return isWhole
}

function wordOf({ kind, from }: WrongPart): string {
  if (kind === 'missing') return 'missing-part'
  return kind === 'altered' && from !== undefined ? 'bytes' : kind
}
