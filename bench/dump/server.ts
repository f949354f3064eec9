/** A verb that serves in; where it listens, its process, and how to stop it out. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../src/config.ts'
import { familyOf } from './memory.ts'

export type Running = {
  readonly site: string
  readonly desk: string
  readonly links: readonly { readonly handle: string; readonly url: string }[]
  readonly processes: () => readonly number[]
  readonly stop: () => Promise<void>
}

/** The database is started apart from the program, so that it outlives a crash: its own folder says which process it is. */
function databaseIn(data: string): number {
  const [name = ''] = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('postmaster.pid'),
  )
  return Number.parseInt(readFileSync(join(data, name), 'utf8'), 10)
}

export function serving(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(join(ROOT, 'bin/aigaq'), [...args, '--json'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let out = ''
    child.on('exit', () => reject(new Error(`aigaq ${args.join(' ')} ended`)))
    child.stdout.on('data', (bytes) => {
      out += String(bytes)
      const line = out.split('\n').find((one) => one.startsWith('{"site"'))
      if (line === undefined) return
      const told = JSON.parse(line) as { site: string; desk: string; links?: Running['links'] }
      resolve({
        site: told.site.replace(/\/$/, ''),
        desk: told.desk.replace(/\/desk\/$/, ''),
        links: told.links ?? [],
        processes: () => [child.pid ?? 0, databaseIn(environment.AIGAQ_DATA ?? '')].flatMap(familyOf),
        stop: () =>
          new Promise((done) => {
            child.removeAllListeners('exit')
            child.on('exit', () => done())
            child.kill('SIGTERM')
          }),
      })
    })
  })
}
