/** Composition: settings in; store, files, clock and the data of monitors joined into the context every use case is handed. */
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isBackupFolder, openBackupFolder } from './adapters/backup-folder.ts'
import { lastBackup, noteBackup } from './adapters/backup-note.ts'
import { browserScript } from './adapters/browser-script.ts'
import { keyFilesIn } from './adapters/campaign-key.ts'
import { cardPainter, type Painter } from './adapters/card-painter.ts'
import { type Clock, systemClock, today } from './adapters/clock.ts'
import { dataFolder } from './adapters/data-folder.ts'
import { openCluster } from './adapters/embedded/cluster.ts'
import { folderFiles } from './adapters/file-store.ts'
import { type FormGate, formGate } from './adapters/form-gate.ts'
import { loadEstimates } from './adapters/load-estimates.ts'
import { type Knowledge, loadKnowledge } from './adapters/load-knowledge.ts'
import { loadLinkage } from './adapters/load-linkage.ts'
import { loadNames } from './adapters/load-names.ts'
import { ratingFile, ratingFrom } from './adapters/load-rating.ts'
import { type RatingBundleFile, ratingBundle } from './adapters/load-rating-bundle.ts'
import { loadWords } from './adapters/load-words.ts'
import { type Mail, openMail } from './adapters/mail.ts'
import { keyOf, noteKeyText } from './adapters/note-keys.ts'
import { forgetOffers } from './adapters/one-time-codes.ts'
import { markOf } from './adapters/restore-mark.ts'
import { openSealing } from './adapters/sealing.ts'
import { openSigner, type Signer } from './adapters/signing.ts'
import { believedIn } from './adapters/time-stamp/believed.ts'
import { witnessFolder } from './adapters/witness-folder.ts'
import { readYaml } from './adapters/yaml-file.ts'
import { type Config, ROOT, settingsGiven } from './config.ts'
import { type BackupHealth, backupHealth } from './core/backup/health.ts'
import type { EstimateRules } from './core/estimate/rules.ts'
import { type Fault, Refusal, refuse } from './core/faults.ts'
import type { Language } from './core/language.ts'
import type { LinkageRules } from './core/linkage/rules.ts'
import type { NameRules } from './core/names/rules.ts'
import type { RatingMethod } from './core/rating/method.ts'
import type { Words } from './core/words.ts'
import type { Signed } from './store/check-log.ts'
import { checkLocale, connect, type Store } from './store/connect.ts'
import { migrate } from './store/migrate.ts'
import { isWalled, openPublicStore } from './store/public-login.ts'
import { publicationSql, publicTablesSql } from './store/public-tables-sql.ts'
import { houseState } from './store/queries/house.ts'
import { openStaff, type Staff } from './store/wall.ts'
import type { Actions } from './usecases/actions/actions.ts'
import { doorsOf, endedOf } from './usecases/actions/doors.ts'
import { type ActionKeys, loadActionKey, openActionKeys } from './usecases/actions/keys.ts'
import { sealingNews } from './usecases/actions/seal-news.ts'
import { type BackupCheck, checkBackup } from './usecases/backup/check-backup.ts'
import { opening } from './usecases/backup/locks.ts'
import { readBundles } from './usecases/backup/read-bundles.ts'
import { type RestoreAsked, type Restored, restoreBackup } from './usecases/backup/restore-backup.ts'
import { type Backup, writeBackup } from './usecases/backup/write-backup.ts'
import type { Context } from './usecases/context.ts'
import type { Post } from './usecases/letters/post.ts'
import { logKeyOf } from './usecases/log/sign-checkpoint.ts'
import type { Authorities } from './usecases/log/stamp-what-waits.ts'
import type { Witness } from './usecases/log/witness.ts'
import { heldNames } from './usecases/writing/held-names.ts'

/** Everything monitors and lawyers own, validated; needs no database. */
export const openKnowledge = (): Knowledge => loadKnowledge(ROOT)

/** The rules of spelling alone: comparing names needs neither packs nor a database. */
export function openNames(): NameRules {
  const faults: Fault[] = []
  const rules = loadNames(ROOT, faults)
  if (!rules) throw new Refusal(faults)
  return rules
}

/** What columns of a table are taken for. */
export function openLinkage(): LinkageRules {
  const faults: Fault[] = []
  const rules = loadLinkage(ROOT, faults)
  if (!rules) throw new Refusal(faults)
  return rules
}

/** What is said of estimates of the unseen. */
export function openEstimates(): EstimateRules {
  const faults: Fault[] = []
  const rules = loadEstimates(ROOT, faults)
  if (!rules) throw new Refusal(faults)
  return rules
}

/** A rating method of its own file, in place of the one of the codebook. */
export function openRatingMethod(path: string): RatingMethod {
  const faults: Fault[] = []
  const file = readYaml(path, basename(path), ratingFile, faults)
  if (!file) throw new Refusal(faults)
  return ratingFrom(file).method
}

/** Rows of a rating, with the method they were made for where the file holds one. */
export function openRatingBundle(path: string): RatingBundleFile {
  const faults: Fault[] = []
  const file = readYaml(path, basename(path), ratingBundle, faults)
  if (!file) throw new Refusal(faults)
  return file
}

/** The words of one language, for telling what went wrong before anything else is open. */
export const openWords = (language: Language): Words | null => loadWords(ROOT, language, [])

/** Draws the pictures by which pages are passed on. */
export const openPainter = (): Painter => cardPainter(ROOT)

export const todayIs = (clock: Clock = systemClock): string => today(clock)

export const folderOf = (config: Config): string => dataFolder(config.data, ROOT)

export type App = Context & {
  readonly config: Config
  readonly data: string
  /** Address of the database, for the few things that need a second connection. */
  readonly databaseUrl: string
  readonly close: () => Promise<void>
}

/** Opens (or starts) the database, brings it to the newest schema and checks that it keeps Cyrillic. */
export async function openApp(config: Config, clock: Clock = systemClock): Promise<App> {
  if (markOf(folderOf(config))) throw refuse('restore.unfinished', { folder: folderOf(config) })
  const app = await openUnmade(config, clock)
  try {
    await reach(app.house)
    await checkLocale(app.house)
  } catch (error) {
    await app.close()
    throw error
  }
  return app
}

/** The same without a table in it yet: what a restore writes into. */
export async function openUnmade(config: Config, clock: Clock = systemClock): Promise<App> {
  const data = folderOf(config)
  const knowledge = openKnowledge()
  const cluster = config.databaseUrl === '' ? await openCluster(data) : null
  const databaseUrl = cluster?.url ?? config.databaseUrl
  const store = connect(databaseUrl)
  const close = async (): Promise<void> => {
    await store.destroy()
    await cluster?.leave()
  }
  return {
    store,
    house: store,
    actor: null,
    files: folderFiles(join(data, 'files')),
    clock,
    knowledge,
    maxBytes: config.maxBytes,
    model: config.model,
    sealingRoot: config.sealingRoot,
    config,
    data,
    databaseUrl,
    close,
  }
}

/**
 * The database alone, with nothing of what monitors and lawyers own, which takes seconds to read: for what must not wait. Its
 * schema is left as it is, unless it is one of before there was a house to shut.
 */
export async function openBare(
  config: Config,
): Promise<Pick<Context, 'house' | 'clock'> & { readonly close: () => Promise<void> }> {
  const cluster = config.databaseUrl === '' ? await openCluster(folderOf(config)) : null
  const house = connect(cluster?.url ?? config.databaseUrl)
  const close = async (): Promise<void> => {
    await house.destroy()
    await cluster?.leave()
  }
  try {
    await houseState(house).catch(() => reach(house))
    return { house, clock: systemClock, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What the public site reads through: its own login, where there can be one. */
export const openReader = (app: App): ReturnType<typeof openPublicStore> =>
  openPublicStore(app.store, app.databaseUrl, app.config.publicDatabaseUrl)

/** For a machine that serves the public site and holds nothing else: refused where its login can read any other table. */
export async function openPublicAlone(
  config: Config,
): Promise<Pick<App, 'knowledge' | 'store'> & { readonly close: () => Promise<void> }> {
  const wrong = (problem: string): Refusal => refuse('config.invalid', { problem }, 'DATABASE_PUBLIC_URL')
  if (config.publicDatabaseUrl === '') throw wrong('name the database of the public tables')
  const knowledge = openKnowledge()
  const store = connect(config.publicDatabaseUrl)
  const isWall = await isWalled(store).catch(async (error: unknown) => {
    await store.destroy()
    throw refuse('store.unreachable', { problem: String(error) })
  })
  if (isWall) return { knowledge, store, close: () => store.destroy() }
  await store.destroy()
  throw wrong('this login can read more than the public tables, or less')
}

/** What the workspace reads and writes through: a login held by row-level security, where there can be one. */
export const openDesk = (app: App): Promise<Staff> =>
  openStaff(app.house, app.databaseUrl, app.config.staffDatabaseUrl)

/** What another machine is set up with that serves the public site from a database of its own. */
export const publicDatabaseSql = async (
  { house }: App,
  on: 'primary' | 'public',
): Promise<readonly string[]> => (on === 'primary' ? [publicationSql()] : publicTablesSql(house))

/** What taking part needs, with the keys that lie in the folder which somebody named for the start; a wrong one stops it. */
export async function openActions(app: App): Promise<Actions> {
  const { house: store, clock, knowledge, config } = app
  const keys = openActionKeys()
  for (const file of keyFilesIn(config.campaignKeys)) await loadActionKey({ store, keys }, file)
  return {
    ...{ store, clock, keys, mailboxes: knowledge.codebook.mailboxes, mails: config.mail !== null },
    door: doorsOf({ store, clock, moves: knowledge.codebook.campaigns.moves }),
    hasEnded: endedOf({ store, clock, moves: knowledge.codebook.campaigns.moves }),
    names: (from) => heldNames({ knowledge }, from),
    sealNews: sealingNews(app),
  }
}

/** What letters need, and whoever carries them; null where no mail server is set. */
export function openPost(app: App, keys?: ActionKeys): { readonly post: Post; readonly mail: Mail } | null {
  const { mail, site } = app.config
  if (mail === null) return null
  const { house: store, clock, knowledge } = app
  return {
    post: {
      store,
      clock,
      knowledge,
      sealing: openSealing(mail.key, app.data),
      origin: site,
      ...(keys && { keys }),
    },
    mail: openMail(mail.url, mail.from),
  }
}

/** Secrets that were offered and not taken up: nobody can take them up now. */
export const forgetSecrets = (): unknown => forgetOffers()

/** A script of an island with the packages it needs, as a browser runs it. */
export const scriptFor = (entry: `web/islands/${string}.ts`): Promise<string> => browserScript(entry)

export type { FormGate }

/** What stands before a public form; `perMinute`: how many are usual. */
export const openGate = ({ work }: Pick<Config, 'work'>, form: string, perMinute: number): FormGate =>
  formGate({ form, bits: work, perMinute })

/** The key that signs copies of the public site. */
export const signerOf = ({ data }: App): Signer => openSigner(data)

/** The key that signs the log, and backups of it. */
export const logSignerOf = ({ data }: Pick<App, 'data'>): Signer => openSigner(data, 'log')

async function reach(store: Store): Promise<void> {
  try {
    await migrate(store)
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(ECONN|ENOTFOUND|EAI|28|3D)/.test(String(error.code)))
      throw refuse('store.unreachable', { problem: error.message || String(error.code) })
    throw error
  }
}

export type BackupOrder = {
  readonly folder: string
  readonly recipients: readonly string[]
  /** Why it is not sealed; null: it is. */
  readonly open: string | null
  readonly isBase?: boolean
  readonly progress?: (done: number, all: number) => void
}

/** One more bundle; how it went is noted for whoever looks after the house. */
export async function backUp(app: App, order: BackupOrder): Promise<Backup> {
  const tried = { at: app.clock.now(), folder: order.folder }
  try {
    const asked = { ...order, data: app.data, signer: logSignerOf(app), settings: settingsGiven() }
    const done = await writeBackup(app, asked)
    const problem = done.breaks > 0 ? 'log' : done.missing.length > 0 ? 'missing' : null
    noteBackup(app.data, { ...tried, problem, number: done.bundle.number })
    return done
  } catch (error) {
    const problem = error instanceof Refusal ? (error.faults[0]?.code ?? '') : String(error)
    noteBackup(app.data, { ...tried, problem, number: null })
    throw error
  }
}

export const backupsOf = ({ data, config, clock }: Pick<App, 'data' | 'config' | 'clock'>): BackupHealth =>
  backupHealth(lastBackup(data), config.backup, clock.now())

/** Where a backup lies, whose keys open it, and what must have signed it. */
export const restoreFrom = (
  app: App,
  {
    folder,
    identities,
    ...asked
  }: Pick<RestoreAsked, 'key' | 'progress'> & {
    readonly folder: string
    readonly identities: readonly string[]
  },
): Promise<Restored> =>
  restoreBackup(app, {
    ...asked,
    data: app.data,
    folder: openBackupFolder(folder, false),
    open: opening(identities.length > 0, identities),
  })

/** A partner's own key and memory, in the data folder; needs no database. */
export function openWitness(config: Config, name: string | null, clock: Clock = systemClock): Witness {
  const data = folderOf(config)
  mkdirSync(data, { recursive: true })
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

/** What the signatures of this house's log are checked with. */
export const logKeyTextOf = (app: Pick<App, 'data'>): string => noteKeyText(logKeyOf(logSignerOf(app)))

export const isBackup = (path: string): boolean => isBackupFolder(path)

/** `seen` is asked for the trees that somebody kept, once the key of the backup is known. */
export function checkBackupIn(
  path: string,
  {
    key,
    identities,
    seen,
    progress,
    believed,
  }: {
    readonly key: string | null
    readonly identities: readonly string[]
    readonly seen: (own: string) => readonly Signed[]
    readonly progress: (done: number, all: number) => void
    readonly believed: Authorities['believed']
  },
): Promise<BackupCheck> {
  const folder = openBackupFolder(path, false)
  const last = readBundles(folder).bundles.at(-1)?.bundle
  const isOpen = last?.recipients === 0
  return checkBackup(folder, {
    ...{ key, progress, believed, now: systemClock.now() },
    seen: seen(last?.key ?? ''),
    open: isOpen || identities.length > 0 ? opening(!isOpen, identities) : null,
  })
}
