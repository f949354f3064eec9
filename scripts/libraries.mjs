/**
 * package-lock.json and what the registry says today in, how each library of production stands against the times that SECURITY.md sets out,
 * as JSON: `node scripts/libraries.mjs > docs/host/libraries.json`. Ends with 1 where one is past its time, deprecated or has a known fault.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const DAY = 86_400_000
/** Two weeks in which others try a version, and a quarter. */
const DAYS_TO_TAKE_UP = 14 + 92
const dayOf = (time) => new Date(time).toISOString().slice(0, 10)
/** Numbers of a version; null: a version before its time, which nobody is asked to take. */
const numbers = (version) =>
  /^\d+\.\d+\.\d+(?:\+.*)?$/.test(version) ? version.split('+')[0].split('.').map(Number) : null
const isHigher = (one, other) => {
  const at = one.findIndex((number, i) => number !== other[i])
  return at >= 0 && one[at] > other[at]
}
/** A version that was taken before its time counts as the release that it leads to. */
const pinned = (version) =>
  version
    .replace(/[-+].*$/, '')
    .split('.')
    .map(Number)

/**
 * What the registry tells of a package, and the version here → when it was published, whether its makers gave it up, and the first release
 * that is newer, with the day by which it has to be taken up. `line`: 'any' release, of the 'same major', or 'none' (those who ask for it allow no newer one).
 */
export function standing({ time = {}, versions = {}, 'dist-tags': tags = {} }, version, line) {
  const own = pinned(version)
  const isNewer = (one) => {
    const at = numbers(one)
    return at && !versions[one].deprecated && isHigher(at, own) && (line === 'any' || at[0] === own[0])
  }
  // Some never call a version finished: what they offer first is their release.
  const isUnfinished = tags.latest !== undefined && numbers(tags.latest) === null
  const newer = isUnfinished
    ? [tags.latest].filter((one) => one !== version)
    : Object.keys(versions).filter(isNewer)
  const [first] = line === 'none' ? [] : newer.sort((a, b) => (time[a] < time[b] ? -1 : 1))
  const { deprecated } = versions[version] ?? {}
  return {
    published: time[version] ? dayOf(time[version]) : null,
    ...(deprecated && { deprecated }),
    ...(first && {
      newer: first,
      since: dayOf(time[first]),
      due: dayOf(Date.parse(time[first]) + DAYS_TO_TAKE_UP * DAY),
    }),
  }
}

const npm = (...of) => {
  const { stdout } = spawnSync('npm', [...of, '--omit=dev', '--json'], { encoding: 'utf8' })
  try {
    return JSON.parse(stdout)
  } catch {
    return null
  }
}

/** Faults that the registry knows of; null: it did not answer. */
function knownFaults() {
  const { auditReportVersion, vulnerabilities } = npm('audit') ?? {}
  if (auditReportVersion === undefined) return null
  return Object.values(vulnerabilities).map(({ name, severity, range }) => ({ name, severity, range }))
}

/** Packages that something here asks for in a range which holds a newer version. */
function behindTheirRange() {
  const told = npm('outdated', '--all')
  if (told === null) throw new Error('libraries: npm outdated did not answer')
  return new Set(
    Object.entries(told).flatMap(([name, one]) =>
      [one].flat().some(({ current, wanted }) => current && current !== wanted) ? [name] : [],
    ),
  )
}

async function asked() {
  const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
  const { dependencies, optionalDependencies } = read('package.json')
  const direct = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies ?? {})])
  const behind = behindTheirRange()
  const registry = (process.env.npm_config_registry ?? 'https://registry.npmjs.org/').replace(/\/?$/, '/')
  /** The runtime keeps to the line that is cared for longest; a library below another one's folder is that one's. */
  const lineOf = (name, path) => {
    if (name === 'node') return 'same major'
    if (direct.has(name) && path === `node_modules/${name}`) return 'any'
    return behind.has(name) ? 'same major' : 'none'
  }
  const here = Object.entries(read('package-lock.json').packages).filter(
    ([path, one]) => path !== '' && !one.dev,
  )
  const packages = []
  for (const [path, { version }] of here) {
    const name = path.replace(/^.*node_modules\//, '')
    const answer = await fetch(`${registry}${name.replace('/', '%2f')}`)
    if (!answer.ok) throw new Error(`libraries: the registry answers ${answer.status} for ${name}`)
    packages.push({ name, version, ...standing(await answer.json(), version, lineOf(name, path)) })
  }
  packages.sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
  return { asked: dayOf(Date.now()), faults: knownFaults(), packages }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const record = await asked()
  const rows = record.packages.map((one) => `    ${JSON.stringify(one)}`)
  console.log(
    `{\n  "asked": ${JSON.stringify(record.asked)},\n  "faults": ${JSON.stringify(record.faults)},\n  "packages": [\n${rows.join(',\n')}\n  ]\n}`,
  )
  const wrong = [
    ...record.packages.flatMap(({ name, version, deprecated, due, newer }) => [
      ...(deprecated ? [`${name} ${version} was given up: ${deprecated}`] : []),
      ...(due && due < record.asked ? [`${name} ${version}: ${newer} was due on ${due}`] : []),
    ]),
    ...(record.faults ?? []).map(({ name, severity, range }) => `${name} ${range}: a fault, ${severity}`),
  ]
  if (record.faults === null)
    console.error(
      'The registry did not answer which faults are known: ask it from elsewhere (npm audit --omit=dev).',
    )
  for (const one of wrong) console.error(one)
  console.error(`${record.packages.length} packages, ${wrong.length} past their time`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}
