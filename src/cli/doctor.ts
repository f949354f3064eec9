/** Looks at everything Aigaq needs; tells in plain words what is wrong and how to mend it. */
import { accessSync, constants, statfsSync } from 'node:fs'
import { backupsOf } from '../app/backups.ts'
import { makeFolder } from '../app/folder.ts'
import { openKnowledge } from '../app/knowledge.ts'
import { openDesk, openReader } from '../app/logins.ts'
import { type App, folderOf, openApp } from '../app/open-app.ts'
import { Refusal } from '../core/faults.ts'
import type { Words } from '../core/words.ts'
import { lastRound } from '../usecases/log/kept-safe.ts'
import { isStale } from '../usecases/refresh.ts'
import { verify } from '../usecases/verify.ts'
import { securityFindings } from './doctor-security.ts'
import { faultText } from './terminal.ts'
import type { Given, Verb } from './verb.ts'

export type Finding = { readonly check: string; readonly ok: boolean; readonly text: string }
const LEAST_FREE_BYTES = 1_000_000_000

export const doctorVerb: Verb = {
  name: 'doctor',
  help: 'Check the installation and say in plain words what to mend.',
  options: [{ flags: '--security', help: 'look also at what a thief or a raid would find' }],
  run: async (given) => {
    const findings = [
      checkNode(given),
      checkData(given),
      checkDisk(given),
      checkDesk(given),
      ...(await checkStore(given)),
      ...(given.options.security === true ? await securityFindings(given) : []),
    ]
    for (const one of findings) given.terminal.say(`${one.ok ? '✓' : '✗'} ${one.text}`)
    given.terminal.data(findings)
    return findings.every((one) => one.ok) ? 0 : 1
  },
}

const found = (check: string, ok: boolean, text: string): Finding => ({ check, ok, text })

function checkNode({ terminal: { words } }: Given): Finding {
  const version = process.versions.node
  const ok = Number(version.split('.')[0]) >= 24
  return found('node', ok, words.t(ok ? 'cli.doctor.node' : 'cli.doctor.node-old', { version }))
}

function checkData({ terminal: { words } }: Given): Finding {
  try {
    const { packs } = openKnowledge()
    return found('data', true, words.t('cli.doctor.data', { packs: [...packs.keys()].join(', ') }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return found('data', false, error.faults.map((fault) => faultText(words, fault)).join('\n  '))
  }
}

function checkDisk({ config, terminal: { words } }: Given): Finding {
  const folder = folderOf(config)
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  } catch {
    return found('disk', false, words.t('cli.doctor.folder', { folder }))
  }
  const { bavail, bsize } = statfsSync(folder)
  const gigabytes = Math.floor((bavail * bsize) / 1e8) / 10
  const ok = bavail * bsize >= LEAST_FREE_BYTES
  return found('disk', ok, words.t(ok ? 'cli.doctor.disk' : 'cli.doctor.disk-full', { gigabytes, folder }))
}

function checkDesk({ config, terminal: { words } }: Given): Finding {
  const ok = ['127.0.0.1', '::1', 'localhost'].includes(config.deskHost)
  return found(
    'desk',
    ok,
    words.t(ok ? 'cli.doctor.desk' : 'cli.doctor.desk-open', { host: config.deskHost }),
  )
}

async function checkWall(app: App, words: Words): Promise<Finding> {
  const reader = await openReader(app)
  await reader.close()
  return found('wall', reader.isWalled, words.t(reader.isWalled ? 'cli.doctor.wall' : 'cli.doctor.no-wall'))
}

async function checkStaff(app: App, words: Words): Promise<Finding> {
  const staff = await openDesk(app)
  await staff.close()
  return found('staff', staff.isWalled, words.t(staff.isWalled ? 'cli.doctor.staff' : 'cli.doctor.no-staff'))
}

async function checkRereading(app: App, words: Words): Promise<Finding> {
  const { at = '', wrong = [], all = 0 } = (await lastRound(app.house)) ?? {}
  const said = at === '' ? 'none' : wrong.length === 0 ? 'whole' : 'wrong'
  const params = { at: at.slice(0, 10), n: wrong.length, all }
  return found('evidence', wrong.length === 0, words.t(`cli.doctor.evidence.${said}`, params))
}

/** None at all is told too: whoever installs this finds out here that nobody keeps a copy. */
function checkBackups(app: App, words: Words): Finding {
  const { state, last } = backupsOf(app)
  const at = last?.at.slice(0, 16).replace('T', ' ') ?? ''
  return found(
    'backup',
    state === 'fresh',
    words.t(`cli.doctor.backup.${state}`, { at, problem: last?.problem ?? '' }),
  )
}

async function checkStore(given: Given): Promise<readonly Finding[]> {
  const { words } = given.terminal
  try {
    const app = await openApp(given.config)
    try {
      const { events, breaks } = await verify(app)
      const stale = await isStale(app.store)
      const first = breaks[0]?.seq ?? 0
      return [
        found('store', true, words.t('cli.doctor.store')),
        await checkWall(app, words),
        await checkStaff(app, words),
        found(
          'log',
          breaks.length === 0,
          words.t(breaks.length === 0 ? 'cli.doctor.log' : 'cli.doctor.log-broken', {
            n: events,
            seq: first,
          }),
        ),
        checkBackups(app, words),
        await checkRereading(app, words),
        found('pages', !stale, words.t(stale ? 'cli.doctor.stale' : 'cli.doctor.fresh')),
      ]
    } finally {
      await app.close()
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [found('store', false, error.faults.map((fault) => faultText(words, fault)).join('\n  '))]
  }
}
