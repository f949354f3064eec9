/** Composition: settings in; store, files, clock and the data of monitors joined into the context every use case is handed. */
import { basename, join } from 'node:path'
import { cardPainter, type Painter } from './adapters/card-painter.ts'
import { type Clock, systemClock, today } from './adapters/clock.ts'
import { dataFolder } from './adapters/data-folder.ts'
import { openCluster } from './adapters/embedded/cluster.ts'
import { folderFiles } from './adapters/file-store.ts'
import { loadEstimates } from './adapters/load-estimates.ts'
import { type Knowledge, loadKnowledge } from './adapters/load-knowledge.ts'
import { loadLinkage } from './adapters/load-linkage.ts'
import { loadNames } from './adapters/load-names.ts'
import { ratingFile, ratingFrom } from './adapters/load-rating.ts'
import { type RatingBundleFile, ratingBundle } from './adapters/load-rating-bundle.ts'
import { loadWords } from './adapters/load-words.ts'
import { type Mail, openMail } from './adapters/mail.ts'
import { openSealing } from './adapters/sealing.ts'
import { openSigner, type Signer } from './adapters/signing.ts'
import { readYaml } from './adapters/yaml-file.ts'
import { type Config, ROOT } from './config.ts'
import type { EstimateRules } from './core/estimate/rules.ts'
import { type Fault, Refusal, refuse } from './core/faults.ts'
import type { Language } from './core/language.ts'
import type { LinkageRules } from './core/linkage/rules.ts'
import type { NameRules } from './core/names/rules.ts'
import type { RatingMethod } from './core/rating/method.ts'
import type { Words } from './core/words.ts'
import { checkLocale, connect, type Store } from './store/connect.ts'
import { migrate } from './store/migrate.ts'
import { isWalled, openPublicStore } from './store/public-login.ts'
import { publicationSql, publicTablesSql } from './store/public-tables-sql.ts'
import { openStaff, type Staff } from './store/wall.ts'
import type { Context } from './usecases/context.ts'
import type { Post } from './usecases/letters/post.ts'

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
  const data = folderOf(config)
  const knowledge = openKnowledge()
  const cluster = config.databaseUrl === '' ? await openCluster(data) : null
  const databaseUrl = cluster?.url ?? config.databaseUrl
  const store = connect(databaseUrl)
  const close = async (): Promise<void> => {
    await store.destroy()
    await cluster?.leave()
  }
  try {
    await reach(store)
    await checkLocale(store)
  } catch (error) {
    await close()
    throw error
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
    config,
    data,
    databaseUrl,
    close,
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

/** What letters need, and whoever carries them; null where no mail server is set. */
export function openPost(app: App): { readonly post: Post; readonly mail: Mail } | null {
  const { mail, site } = app.config
  if (mail === null) return null
  const { house: store, clock, knowledge } = app
  return {
    post: { store, clock, knowledge, sealing: openSealing(mail.key, app.data), origin: site },
    mail: openMail(mail.url, mail.from),
  }
}

/** The key that signs copies of the public site. */
export const signerOf = ({ data }: App): Signer => openSigner(data)

async function reach(store: Store): Promise<void> {
  try {
    await migrate(store)
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(ECONN|ENOTFOUND|EAI|28|3D)/.test(String(error.code)))
      throw refuse('store.unreachable', { problem: error.message || String(error.code) })
    throw error
  }
}
