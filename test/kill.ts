/** Kills Aigaq with -9 in the middle of recording, once with its database and once without; says what was acknowledged and what is there after. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './world.ts'

export const aigaq = (
  data: string,
  args: readonly string[],
): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(join(ROOT, 'bin/aigaq'), args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: environment(data),
    maxBuffer: 1e8,
  })

const environment = (data: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  AIGAQ_DATA: data,
  NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/aigaq'),
  TZ: 'UTC',
})

/** Ids acknowledged on standard output before the process died. */
export const decideAndKill = async (
  data: string,
  file: string,
  afterAcknowledged: number,
  withDatabase: boolean,
): Promise<readonly string[]> =>
  (
    await decide(data, file, (child, acknowledged) => {
      if (acknowledged >= afterAcknowledged) kill(child, data, withDatabase)
    })
  ).acknowledged

/** The same, left alone: it ends by itself, well or not. */
export const decideUntilItEnds = (data: string, file: string): Promise<Decided> =>
  decide(data, file, () => {})

type Decided = { readonly acknowledged: readonly string[]; readonly status: number | null }
async function decide(
  data: string,
  file: string,
  heard: (child: ChildProcess, acknowledged: number) => void,
): Promise<Decided> {
  const child = spawn(
    join(ROOT, 'node_modules/.bin/node'),
    [join(ROOT, 'src/cli/main.ts'), 'decide', file, '--json'],
    {
      cwd: ROOT,
      env: environment(data),
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const acknowledged: string[] = []
  let rest = ''
  const status = await new Promise<number | null>((resolve) => {
    child.on('exit', (code) => resolve(code))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = `${rest}${text}`.split('\n')
      rest = lines.pop() ?? ''
      // A line that tells what stopped it acknowledges nothing.
      for (const line of lines) {
        const { decided } = JSON.parse(line) as { readonly decided?: string }
        if (decided !== undefined) acknowledged.push(decided)
      }
      heard(child, acknowledged.length)
    })
  })
  return { acknowledged, status }
}

function kill(child: ChildProcess, data: string, withDatabase: boolean): void {
  if (withDatabase) killDatabase(data)
  child.kill('SIGKILL')
}

/** The postmaster and everything it started, at once, as a power cut of the process table would. */
function killDatabase(data: string): void {
  const file = join(data, 'pg', 'postmaster.pid')
  if (!existsSync(file)) return
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0])
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' })
    .stdout.split('\n')
    .map(Number)
    .filter((pid) => pid > 0)
  for (const pid of [postmaster, ...children]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
  }
}
