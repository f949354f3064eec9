/**
 * What nobody caught in, a line that tells it whole out. A promise that failed unheard belongs to one request: it is told, and
 * others are served on. After an error that was thrown nothing is known of what it left: the program ends, and whoever looks
 * after it (systemd, a person) starts it again.
 */
import type { EventEmitter } from 'node:events'

/** sysexits: an error inside the program. */
const INSIDE = 70

type Program = Pick<EventEmitter, 'on'> & { readonly exit: (code: number) => unknown }

export function catchTheRest(
  program: Program = process,
  write: (line: string) => unknown = (line) => process.stderr.write(line),
): void {
  const tell = (error: unknown): unknown =>
    write(
      `${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}\n`,
    )
  program.on('unhandledRejection', tell)
  program.on('uncaughtException', (error: unknown) => {
    tell(error)
    program.exit(INSIDE)
  })
}
