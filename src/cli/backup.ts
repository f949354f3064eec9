/** Everything that cannot be made again in, one more sealed and signed bundle in a folder out. */
import { backUp } from '../app/backups.ts'
import { type App, openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import type { Backup } from '../usecases/backup/write-backup.ts'
import { folderFor } from './new-file.ts'
import { type Given, textOption, textsOption, type Verb } from './verb.ts'

export const backupVerb: Verb = {
  name: 'backup',
  help: 'Write what is new into a backup: sealed to people’s keys, signed, and checked by verify without a database.',
  options: [
    { flags: '--to <folder>', help: 'where the backup lies; left out, AIGAQ_BACKUP_TO' },
    {
      flags: '--recipient <key>',
      help: 'an age key (age1…) that opens it; left out, AIGAQ_BACKUP_RECIPIENTS',
      repeated: true,
    },
    { flags: '--base', help: 'write the whole log again, so that it stands without earlier bundles' },
    {
      flags: '--open-because <reason>',
      help: 'write it so that anybody who finds it can read it, and say why',
    },
  ],
  run: async (given) => {
    const folder = textOption(given, 'to') ?? given.config.backup.to
    if (folder === '') throw refuse('usage', { problem: 'backup --to <folder>' })
    folderFor(folder)
    const app = await openApp(given.config)
    try {
      return tell(given, await written(given, app, folder), folder)
    } finally {
      await app.close()
    }
  },
}

async function written(given: Given, app: App, folder: string): Promise<Backup> {
  const { terminal } = given
  const bar = terminal.progress(terminal.words.t('cli.backup.progress'))
  const open = textOption(given, 'openBecause') ?? null
  const named = textsOption(given, 'recipient')
  const recipients = named.length > 0 || open !== null ? named : given.config.backup.recipients
  try {
    const isBase = given.options.base === true
    return await backUp(app, { folder, recipients, open, isBase, progress: bar.to })
  } finally {
    bar.end()
  }
}

function tell({ terminal }: Given, { bundle, added, missing, breaks }: Backup, folder: string): number {
  const { words, say } = terminal
  const { number, base, entries, after, recipients } = bundle
  const megabytes = (added / 1_000_000).toFixed(1)
  const n = entries - after
  say(words.t('cli.backup.done', { number, n, megabytes, folder }))
  if (base === number && number > 1) say(words.t('cli.backup.base'))
  say(words.t('cli.backup.key', { key: bundle.key }))
  if (recipients === 0) say(words.t('cli.backup.open'))
  if (recipients === 1) say(words.t('cli.backup.one'))
  for (const sha256 of missing) say(words.t('cli.backup.missing', { sha256 }))
  if (breaks > 0) say(words.t('cli.backup.broken'))
  terminal.data({ number, base, entries, root: bundle.root, key: bundle.key, added, missing, breaks, folder })
  return missing.length + breaks > 0 ? 1 : 0
}
