/**
 * package-lock.json and what the registry says today in, how each library of production stands against the times that SECURITY.md sets out,
 * as JSON: `node scripts/libraries.ts > docs/host/libraries.json`. Ends with 1 where one is past its time, given up, or has a known fault.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const DAY = 86_400_000
/** Two weeks in which others try a version, and a quarter. */
const DAYS_TO_TAKE_UP = 14 + 92
const dayOf = (time: string | number): string => new Date(time).toISOString().slice(0, 10)

/** What the registry tells of a package, of which this much is read. */
export type Told = {
  readonly time?: Readonly<Record<string, string>>
  readonly versions?: Readonly<Record<string, { readonly deprecated?: string }>>
  readonly 'dist-tags'?: { readonly latest?: string }
}
/** Which newer versions count: any, those of the same major, or none, since those who ask for the package allow none. */
export type Line = 'any' | 'same major' | 'none'
export type Standing = {
  readonly published: string | null
  readonly deprecated?: string
  /** The first release that is newer, the day it came out, and the day by which it has to be taken up. */
  readonly newer?: string
  readonly since?: string
  readonly due?: string
}
export type Asked = {
  readonly asked: string
  /** Faults that the registry knows of; null: it did not say. */
  readonly faults:
    | readonly { readonly name: string; readonly severity: string; readonly range: string }[]
    | null
  readonly packages: readonly (Standing & { readonly name: string; readonly version: string })[]
}

/** Of a release; null: a version before its time, which nobody is asked to take. */
const numbers = (version: string): readonly number[] | null =>
  /^\d+\.\d+\.\d+(?:\+.*)?$/.test(version) ? (version.split('+')[0] ?? '').split('.').map(Number) : null
/** A version that was taken before its time counts as the release that it leads to. */
const leadsTo = (version: string): readonly number[] =>
  version
    .replace(/[-+].*$/, '')
    .split('.')
    .map(Number)
const isHigher = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((number, i) => number !== other[i])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}

export function standing(told: Told, version: string, line: Line): Standing {
  const { time = {}, versions = {}, 'dist-tags': tags = {} } = told
  const own = leadsTo(version)
  const isNewer = (one: string): boolean => {
    const at = numbers(one)
    if (!at || versions[one]?.deprecated || !isHigher(at, own)) return false
    return line === 'any' || at[0] === own[0]
  }
  const { latest } = tags
  // Some never call a version finished: what they offer first is their release.
  const offered =
    latest !== undefined && numbers(latest) === null
      ? [latest].filter((one) => one !== version)
      : Object.keys(versions).filter(isNewer)
  const came = (one: string): number => Date.parse(time[one] ?? '')
  const [newer] = line === 'none' ? [] : offered.sort((a, b) => came(a) - came(b))
  const deprecated = versions[version]?.deprecated
  return {
    published: time[version] ? dayOf(time[version]) : null,
    ...(deprecated && { deprecated }),
    ...(newer && { newer, since: dayOf(came(newer)), due: dayOf(came(newer) + DAYS_TO_TAKE_UP * DAY) }),
  }
}

/** What is wrong on the day it was asked, one line each. */
export const pastTheirTime = ({ asked, faults, packages }: Asked): readonly string[] => [
  ...packages.flatMap(({ name, version, deprecated, newer, due }) => [
    ...(deprecated ? [`${name} ${version} was given up: ${deprecated}`] : []),
    ...(due && due < asked ? [`${name} ${version}: ${newer} was due on ${due}`] : []),
  ]),
  ...(faults ?? []).map(({ name, severity, range }) => `${name} ${range}: a known fault, ${severity}`),
]

/** Every package of production in a lock file, with where it lies. */
export const packagesOf = (
  lock: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>,
): readonly { readonly path: string; readonly name: string; readonly version: string }[] =>
  Object.entries(lock).flatMap(([path, { version = '', dev }]) =>
    path === '' || dev ? [] : [{ path, name: path.replace(/^.*node_modules\//, ''), version }],
  )

const npm = (...of: readonly string[]): unknown => {
  const { stdout } = spawnSync('npm', [...of, '--omit=dev', '--json'], { encoding: 'utf8' })
  return JSON.parse(stdout)
}

function knownFaults(): Asked['faults'] {
  const { vulnerabilities } = npm('audit') as {
    vulnerabilities?: Readonly<Record<string, { name: string; severity: string; range: string }>>
  }
  return vulnerabilities
    ? Object.values(vulnerabilities).map(({ name, severity, range }) => ({ name, severity, range }))
    : null
}

/** Packages that something here asks for in a range which holds a newer version. */
function behindTheirRange(): ReadonlySet<string> {
  type Row = { readonly current?: string; readonly wanted: string }
  const told = npm('outdated', '--all') as Readonly<Record<string, Row | readonly Row[]>>
  const isBehind = ({ current, wanted }: Row): boolean => current !== undefined && current !== wanted
  return new Set(Object.entries(told).flatMap(([name, one]) => ([one].flat().some(isBehind) ? [name] : [])))
}

async function askedToday(): Promise<Asked> {
  const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
  const { dependencies, optionalDependencies } = read('package.json')
  const direct = new Set(Object.keys({ ...dependencies, ...optionalDependencies }))
  const behind = behindTheirRange()
  /** The runtime keeps to the line that is cared for longest; a library in another one's folder is that one's. */
  const lineOf = (name: string, path: string): Line => {
    if (name === 'node') return 'same major'
    if (direct.has(name) && path === `node_modules/${name}`) return 'any'
    return behind.has(name) ? 'same major' : 'none'
  }
  const registry = (process.env.npm_config_registry ?? 'https://registry.npmjs.org').replace(/\/$/, '')
  const packages: (Standing & { name: string; version: string })[] = []
  for (const { path, name, version } of packagesOf(read('package-lock.json').packages)) {
    const answer = await fetch(`${registry}/${name.replace('/', '%2f')}`)
    if (!answer.ok) throw new Error(`libraries: the registry answers ${answer.status} for ${name}`)
    packages.push({ name, version, ...standing((await answer.json()) as Told, version, lineOf(name, path)) })
  }
  packages.sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
  return { asked: dayOf(Date.now()), faults: knownFaults(), packages }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const record = await askedToday()
  const rows = record.packages.map((one) => `    ${JSON.stringify(one)}`).join(',\n')
  console.log(
    `{\n  "asked": "${record.asked}",\n  "faults": ${JSON.stringify(record.faults)},\n  "packages": [\n${rows}\n  ]\n}`,
  )
  const wrong = pastTheirTime(record)
  if (record.faults === null)
    console.error(
      'The registry did not say which faults are known: ask from elsewhere (npm audit --omit=dev).',
    )
  for (const one of wrong) console.error(one)
  console.error(`${record.packages.length} packages, ${wrong.length} past their time`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}
