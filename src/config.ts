/** Every setting: name, default, help, secret or not. The sole reader of the environment. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Fault, Refusal } from './core/faults.ts'
import { LANGUAGES, type Language } from './core/language.ts'

/** The project's own folder, where codebook/, packs/, locales/ and examples/ lie. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

const port = z.coerce.number().int().min(0).max(65_535)

type Setting<T> = {
  readonly default: string
  readonly help: string
  readonly secret: boolean
  readonly type: z.ZodType<T>
}
const setting = <T>(fallback: string, help: string, type: z.ZodType<T>, secret = false): Setting<T> => ({
  default: fallback,
  help,
  secret,
  type,
})

export const SETTINGS = {
  DATABASE_URL: setting(
    '',
    'Address of a PostgreSQL server (postgres://…); of several, joined by commas (postgres://user:password@first:5432,second:5432/aigaq), the one that takes writes is asked. Empty: Aigaq starts and looks after its own, in AIGAQ_DATA.',
    z.string(),
    true,
  ),
  DATABASE_PUBLIC_URL: setting(
    '',
    'Address the public site connects with: a login that may read the public tables only. Empty: Aigaq makes one, where it may.',
    z.string(),
    true,
  ),
  DATABASE_STAFF_URL: setting(
    '',
    'Address the workspace connects with: a login of the group aigaq_staff, held by row-level security. Empty: Aigaq makes one, where it may.',
    z.string(),
    true,
  ),
  AIGAQ_DATA: setting(
    '',
    'Folder for the database and the files as received. Empty: `var` beside the program.',
    z.string(),
  ),
  AIGAQ_HOST: setting(
    '127.0.0.1',
    'Address the public site listens on. 0.0.0.0 opens it to the network.',
    z.string().min(1),
  ),
  AIGAQ_PORT: setting('8420', 'Port of the public site. 0 takes any free one.', port),
  AIGAQ_DESK_HOST: setting(
    '127.0.0.1',
    'Address the workspace and every write route listen on. Anything but loopback exposes unpublished records: put a VPN before it.',
    z.string().min(1),
  ),
  AIGAQ_DESK_PORT: setting('8421', 'Port of the workspace. 0 takes any free one.', port),
  AIGAQ_DESK_ORIGIN: setting(
    '',
    'Address people type to reach the workspace behind TLS (https://desk.example.org); passkeys belong to its name. Empty: http://localhost with the port.',
    z.union([
      z.literal(''),
      z.string().regex(/^https:\/\/[^/\s]+\/?$/, 'write https:// and a name, no path'),
    ]),
  ),
  AIGAQ_SITE: setting(
    '',
    'Public address of the site, used in feeds and where pages are passed on (https://…). Empty: the address of the request.',
    z.string(),
  ),
  AIGAQ_CONTACT: setting(
    '',
    'Where readers write about what is wrong or about them: an e-mail or web address, shown under About the data. Empty: the page says that none is named.',
    z.union([z.literal(''), z.email(), z.url({ protocol: /^https?$/ })]),
  ),
  AIGAQ_PROXY: setting(
    'none',
    'Who is believed about where a request comes from. loopback: a proxy on this machine, by the last entry of X-Forwarded-For.',
    z.enum(['none', 'loopback']),
  ),
  AIGAQ_LANG: setting('en', 'Language of the command line: en, ru or kk.', z.enum(LANGUAGES)),
  AIGAQ_MODEL_URL: setting(
    '',
    'Address of a language model (OpenAI-compatible, https://…/v1/chat/completions, or http:// to a server of one’s own). Empty: there is none, and nothing ever leaves.',
    z.union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'write http:// or https:// and the whole address' }),
    ]),
  ),
  AIGAQ_MODEL: setting('', 'Name of the model, as its server calls it.', z.string().max(100)),
  AIGAQ_MODEL_KEY: setting('', 'Key of the model’s server.', z.string(), true),
  AIGAQ_MAIL_URL: setting(
    '',
    'Mail server that letters are handed to (smtp://user:password@host:587, smtps://…), or a folder (file:///…). Empty: no letters, and the site takes no address.',
    z.union([
      z.literal(''),
      z.url({ protocol: /^(smtps?|file)$/, error: 'write smtp://, smtps:// or file:///' }),
    ]),
    true,
  ),
  AIGAQ_MAIL_FROM: setting(
    '',
    'Sender of letters: an address that names neither the country nor the cause.',
    z.string().max(200),
  ),
  AIGAQ_MAIL_KEY: setting(
    '',
    'Key that seals addresses: 32 bytes in base64, kept off this disk. Empty: the file letters.key in the data folder.',
    z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'write 32 bytes in base64')]),
    true,
  ),
  AIGAQ_CAMPAIGN_KEYS: setting(
    '',
    'Folder with the key files of campaigns, read once at the start: best on a stick that is taken out again. Empty: keys are loaded in the workspace.',
    z.string(),
  ),
  AIGAQ_BACKUP_TO: setting(
    '',
    'Folder that backups are written into, best on another disk. Empty: none is made by itself.',
    z.string(),
  ),
  AIGAQ_BACKUP_RECIPIENTS: setting(
    '',
    'Public age keys (age1…) that open backups, with spaces between them; at least two persons, one of them abroad: abroad:age1….',
    z
      .string()
      .regex(
        /^(\s*(abroad:)?age1[02-9ac-hj-np-z]{50,}(\s+|$))*$/,
        'write age1… keys with spaces between them, abroad: before those of people abroad',
      ),
  ),
  AIGAQ_BACKUP_HOURS: setting(
    '24',
    'Hours between two backups that the served workspace makes by itself; 0.25, a quarter of one, is the least.',
    z.coerce.number().min(0.25).max(720),
  ),
  AIGAQ_TSA: setting(
    '',
    'Addresses of time-stamp authorities (RFC 3161), with spaces between them; each is asked once a day for the log. Empty: none is asked.',
    z
      .string()
      .regex(/^(\s*https?:\/\/\S+)*\s*$/, 'write http:// or https:// addresses with spaces between them'),
  ),
  AIGAQ_TSA_CERTIFICATES: setting(
    '',
    'File (PEM) with the certificates of time-stamp authorities that are believed.',
    z.string(),
  ),
  AIGAQ_TSA_OF: setting(
    'log',
    'What is stamped. log: the log, which covers every file; files: each file by its own hash as well, which the authority then learns.',
    z.enum(['log', 'files']),
  ),
  AIGAQ_SEALING_ROOT: setting(
    '',
    'Public key of the offline key that signs lists of recipients: 32 bytes in base64. Empty: nothing can be sealed.',
    z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'write 32 bytes in base64')]),
  ),
  AIGAQ_INTAKE: setting(
    'off',
    'Who may tell something by the sealed form of the public site. on: anybody; onion: who comes by AIGAQ_ONION alone; off: nobody.',
    z.enum(['off', 'onion', 'on']),
  ),
  AIGAQ_FIELD: setting(
    'off',
    'Whether the site has the page that phones install to record without a network (/field/). on: yes; off: no.',
    z.enum(['off', 'on']),
  ),
  AIGAQ_WORK: setting(
    '10',
    'Work that a browser does for each public form it sends, in bits: each one doubles it, and so does a flood. 0: none is asked, and every form waits its turn.',
    z.coerce.number().int().min(0).max(16),
  ),
  AIGAQ_ONION: setting(
    '',
    'Address of the public site as an onion service (http://….onion), told to Tor Browser with each page. Empty: there is none.',
    z.union([
      z.literal(''),
      z
        .string()
        .regex(
          /^http:\/\/[a-z2-7]{56}\.onion\/?$/,
          'write http:// and the name of a version 3 onion service',
        ),
    ]),
  ),
  AIGAQ_AWAY_AFTER: setting(
    '60',
    'Days after which an account that nobody used is in travel mode, until a colleague lifts it. 0: never.',
    z.coerce.number().int().min(0).max(3_650),
  ),
  AIGAQ_READS_A_DAY: setting(
    '0',
    'Passages and people that one account may be shown in a day, unless a colleague lets it read on for half a day. 0: no bound.',
    z.coerce.number().int().min(0),
  ),
  AIGAQ_MAX_BYTES: setting(
    '20000000',
    'Largest document taken in, in bytes.',
    z.coerce.number().int().min(1),
  ),
} as const

export type Config = {
  readonly databaseUrl: string
  readonly publicDatabaseUrl: string
  readonly staffDatabaseUrl: string
  /** Empty: the program chooses (adapters/data-folder.ts). */
  readonly data: string
  readonly host: string
  readonly port: number
  readonly deskHost: string
  readonly deskPort: number
  /** Empty: http://localhost, with the port of the workspace. */
  readonly deskOrigin: string
  readonly site: string
  readonly proxy: 'none' | 'loopback'
  readonly contact: string
  readonly language: Language
  /** Null: no language model is asked. */
  readonly model: { readonly url: string; readonly name: string; readonly key: string } | null
  /** Null: no letters are sent. */
  readonly mail: { readonly url: string; readonly from: string; readonly key: string } | null
  /** Empty: keys are loaded in the workspace. */
  readonly campaignKeys: string
  readonly backup: Backups
  /** `urls` empty: no time-stamp authority is asked. */
  readonly stamps: {
    readonly urls: readonly string[]
    readonly certificates: string
    readonly files: boolean
  }
  /** Empty: nothing can be sealed. */
  readonly sealingRoot: string
  readonly intake: 'off' | 'onion' | 'on'
  readonly field: boolean
  /** Zero bits that a form without a flood is asked for; 0: none. */
  readonly work: number
  /** Empty: there is no onion service. */
  readonly onion: string
  /** 0: no bound. */
  readonly readsADay: number
  /** 0: never. */
  readonly awayAfter: number
  readonly maxBytes: number
}
/** `to` empty: no backup is made by itself. */
export type Backups = {
  readonly to: string
  readonly recipients: readonly string[]
  /** How many of them are told to be of somebody abroad. */
  readonly abroad: number
  readonly hours: number
}

function keysOf(text: string): Pick<Backups, 'recipients' | 'abroad'> {
  const told = [...new Set(text.split(/\s+/).filter(Boolean))]
  const recipients = [...new Set(told.map((one) => one.replace(/^abroad:/, '')))]
  return { recipients, abroad: told.filter((one) => one.startsWith('abroad:')).length }
}

const LOOPBACK: ReadonlySet<string> = new Set(['', 'localhost', '127.0.0.1', '[::1]'])
const SAID: ReadonlySet<string> = new Set(['require', 'verify-ca', 'verify-full', 'disable'])
/** Named without a word on TLS a database is asked in the clear, and everything in it goes over the network so. What is no address is told by whoever connects. */
function isClear(url: string): boolean {
  const [, hosts = '', after = ''] = /^postgres(?:ql)?:\/\/(?:[^@/]*@)?([^/?]*)(.*)$/.exec(url) ?? []
  const isHere = hosts
    .split(',')
    .every((one) => one.startsWith('%2F') || LOOPBACK.has(one.replace(/:[^:\]]*$/, '')))
  const asked = new URLSearchParams(after.split('?')[1] ?? '')
  // A path to a socket of this machine, as libpq writes it.
  if (asked.get('host')?.startsWith('/')) return false
  return !isHere && !SAID.has(asked.get('sslmode') ?? '')
}

/** Reads the settings from an environment; throws a Refusal naming every one that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: Fault[] = []
  const read = <K extends keyof typeof SETTINGS>(name: K): z.infer<(typeof SETTINGS)[K]['type']> => {
    const { type, default: fallback } = SETTINGS[name]
    const parsed = (type as z.ZodType<z.infer<(typeof SETTINGS)[K]['type']>>).safeParse(
      environment[name] || fallback,
    )
    if (parsed.success) return parsed.data
    const problem = parsed.error.issues.map((issue) => issue.message).join('; ')
    faults.push({ code: 'config.invalid', where: name, params: { problem } })
    return type.parse(fallback) as z.infer<(typeof SETTINGS)[K]['type']>
  }
  const [url, name] = [read('AIGAQ_MODEL_URL'), read('AIGAQ_MODEL')]
  if (url !== '' && name === '')
    faults.push({ code: 'config.invalid', where: 'AIGAQ_MODEL', params: { problem: 'name the model' } })
  const mail = { url: read('AIGAQ_MAIL_URL'), from: read('AIGAQ_MAIL_FROM'), key: read('AIGAQ_MAIL_KEY') }
  if (mail.url !== '' && !/@/.test(mail.from))
    faults.push({ code: 'config.invalid', where: 'AIGAQ_MAIL_FROM', params: { problem: 'name the sender' } })
  if (mail.url !== '' && read('AIGAQ_SITE') === '')
    faults.push({ code: 'config.invalid', where: 'AIGAQ_SITE', params: { problem: 'letters lead to it' } })
  const [intake, field] = [read('AIGAQ_INTAKE'), read('AIGAQ_FIELD') === 'on']
  if ((intake !== 'off' || field) && read('AIGAQ_SEALING_ROOT') === '')
    faults.push({
      ...{ code: 'config.invalid', where: 'AIGAQ_SEALING_ROOT' },
      params: { problem: 'forms and phones seal to lists signed by it' },
    })
  if (intake === 'onion' && read('AIGAQ_ONION') === '')
    faults.push({
      code: 'config.invalid',
      where: 'AIGAQ_ONION',
      params: { problem: 'name the onion service' },
    })
  for (const where of ['DATABASE_URL', 'DATABASE_PUBLIC_URL', 'DATABASE_STAFF_URL'] as const)
    if (isClear(read(where)))
      faults.push({
        ...{ code: 'config.invalid', where },
        params: {
          problem:
            'add ?sslmode=verify-full, or names go over the network in the clear (?sslmode=disable where the way there is sealed otherwise)',
        },
      })
  const config: Config = {
    databaseUrl: read('DATABASE_URL'),
    publicDatabaseUrl: read('DATABASE_PUBLIC_URL'),
    staffDatabaseUrl: read('DATABASE_STAFF_URL'),
    data: read('AIGAQ_DATA'),
    host: read('AIGAQ_HOST'),
    port: read('AIGAQ_PORT'),
    deskHost: read('AIGAQ_DESK_HOST'),
    deskPort: read('AIGAQ_DESK_PORT'),
    deskOrigin: read('AIGAQ_DESK_ORIGIN').replace(/\/$/, ''),
    site: read('AIGAQ_SITE').replace(/\/$/, ''),
    proxy: read('AIGAQ_PROXY'),
    contact: read('AIGAQ_CONTACT'),
    language: read('AIGAQ_LANG'),
    model: url === '' ? null : { url, name, key: read('AIGAQ_MODEL_KEY') },
    mail: mail.url === '' ? null : mail,
    campaignKeys: read('AIGAQ_CAMPAIGN_KEYS'),
    backup: {
      to: read('AIGAQ_BACKUP_TO'),
      ...keysOf(read('AIGAQ_BACKUP_RECIPIENTS')),
      hours: read('AIGAQ_BACKUP_HOURS'),
    },
    stamps: {
      urls: read('AIGAQ_TSA').split(/\s+/).filter(Boolean),
      certificates: read('AIGAQ_TSA_CERTIFICATES'),
      files: read('AIGAQ_TSA_OF') === 'files',
    },
    sealingRoot: read('AIGAQ_SEALING_ROOT'),
    intake,
    field,
    work: read('AIGAQ_WORK'),
    onion: read('AIGAQ_ONION').replace(/\/$/, ''),
    readsADay: read('AIGAQ_READS_A_DAY'),
    awayAfter: read('AIGAQ_AWAY_AFTER'),
    maxBytes: read('AIGAQ_MAX_BYTES'),
  }
  if (config.backup.to !== '' && config.backup.recipients.length === 0)
    faults.push({
      code: 'config.invalid',
      where: 'AIGAQ_BACKUP_RECIPIENTS',
      params: { problem: 'name who opens the backups in AIGAQ_BACKUP_TO' },
    })
  if (config.stamps.urls.length > 0 && config.stamps.certificates === '')
    faults.push({
      code: 'config.invalid',
      where: 'AIGAQ_TSA_CERTIFICATES',
      params: { problem: 'name the certificates by which the answers of AIGAQ_TSA are believed' },
    })
  if (faults.length > 0) throw new Refusal(faults)
  return config
}

/** Settings that were given and are no secret: what a house that is set up again needs to know. */
export const settingsGiven = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(SETTINGS).flatMap(([name, { secret }]) => {
      const value = environment[name]
      // Where it lies is the one thing that is another after a restore.
      return value && !secret && name !== 'AIGAQ_DATA' ? [[name, value]] : []
    }),
  )
