/** What somebody who takes or reaches this machine would find, in plain words: modes of files, addresses, keys, people, age of copies. */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupsOf } from '../app/backups.ts'
import { folderOf, openApp } from '../app/open-app.ts'
import { todayIs } from '../app/today.ts'
import { whoOpens } from '../core/backup/who-opens.ts'
import { addDays } from '../core/partial-date.ts'
import { houseSafety } from '../usecases/accounts/safety.ts'
import { recipientsNow } from '../usecases/sealed/recipients.ts'
import type { Finding } from './doctor.ts'
import type { Given } from './verb.ts'

/** Files whose reading opens something. */
const SECRETS = ['letters.key', 'mirror-key.pem']
/** Left of a list of recipients, in days, when it is time to sign the next. */
const SOON = 14
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

export async function securityFindings(given: Given): Promise<readonly Finding[]> {
  const { config, terminal } = given
  const { t } = terminal.words
  const found = (check: string, ok: boolean, params: Record<string, string | number> = {}): Finding => ({
    check: `security.${check}`,
    ok,
    text: t(`cli.security.${check}.${ok ? 'ok' : 'bad'}`, params),
  })
  const folder = folderOf(config)
  const open = openToOthers(folder)
  const isRoot = process.getuid?.() === 0
  const isPublic = !LOOPBACK.has(config.host)
  const app = await openApp(config)
  try {
    const { kind, list } = await recipientsNow(app, config.sealingRoot)
    const soon = list !== null && list.expires < addDays(todayIs(app.clock), SOON)
    const { administrators, lifters, oldInvitations, shut } = await houseSafety(app)
    const { recipients, abroad } = config.backup
    const backups = whoOpens({ set: recipients.length, abroad }, backupsOf(app).last)
    return [
      found('root', !isRoot),
      found('files', open.length === 0, { files: open.join(', ') }),
      found('swap', !hasSwap()),
      found('site-host', !isPublic, { host: config.host }),
      found('desk-tls', LOOPBACK.has(config.deskHost) || config.deskOrigin !== '', { host: config.deskHost }),
      found(
        'site-tls',
        config.site === '' || config.site.startsWith('https://') || /\.onion$/.test(config.site),
      ),
      found('proxy', config.site === '' || config.proxy === 'loopback'),
      found('onion', config.onion !== ''),
      found('mail-key', config.mail === null || config.mail.key !== ''),
      found('sealing', kind === 'holds' && !soon, { kind: t(`cli.security.list.${soon ? 'soon' : kind}`) }),
      found('intake', config.intake === 'off' || kind === 'holds'),
      found('field', !config.field || kind === 'holds'),
      found('administrators', administrators >= 2, { n: administrators }),
      found('lifters', lifters >= 2, { n: lifters }),
      found('reading', config.readsADay > 0, { n: config.readsADay }),
      found('unseen', config.awayAfter > 0, { n: config.awayAfter }),
      found('invitations', oldInvitations === 0, { n: oldInvitations }),
      found('backup-keys', !backups.isLone),
      found('backup-sealed', !backups.isOpen),
      found('backup-abroad', !backups.isAllHere),
      found('open', !shut),
    ]
  } finally {
    await app.close()
  }
}

/** Paths in the data folder that others than their owner may read or enter. */
function openToOthers(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const loose = (path: string): boolean => (statSync(path).mode & 0o077) !== 0
  const inside = readdirSync(folder)
    .filter((name) => SECRETS.includes(name) || name === 'files' || /password|\.key$|\.pem$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => !lstatSync(path).isSymbolicLink() && loose(path))
  return [...((statSync(folder).mode & 0o006) === 0 ? [] : [folder]), ...inside]
}

/** What was in memory may then lie on a disk. Linux alone tells. */
function hasSwap(): boolean {
  try {
    return readFileSync('/proc/swaps', 'utf8').trim().split('\n').length > 1
  } catch {
    return false
  }
}
