/** How a verb speaks: results to standard output, everything else to standard error, in the person's language. */
import { SingleBar } from 'cli-progress'
import { expected, type Fault } from '../core/faults.ts'
import type { Words } from '../core/words.ts'

export type Terminal = {
  readonly words: Words
  /** A result for people; left out when `--json` is asked for. */
  readonly say: (text: string) => void
  /** A result for programs; printed only with `--json`. */
  readonly data: (value: unknown) => void
  /** A remark that is no result. */
  readonly note: (text: string) => void
  /** A bar on terminals, nothing in pipes. */
  readonly progress: (label: string) => {
    readonly to: (done: number, all: number) => void
    readonly end: () => void
  }
}

export function openTerminal(words: Words, json: boolean): Terminal {
  return {
    words,
    say: (text) => {
      if (!json) process.stdout.write(`${text}\n`)
    },
    data: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`)
    },
    note: (text) => process.stderr.write(`${text}\n`),
    progress: (label) => {
      if (!process.stderr.isTTY) return { to: () => {}, end: () => {} }
      const bar = new SingleBar({
        format: `${label} [{bar}] {value}/{total}`,
        stream: process.stderr,
        clearOnComplete: true,
        hideCursor: true,
      })
      bar.start(1, 0)
      return {
        to: (done, all) => {
          bar.setTotal(all)
          bar.update(done)
        },
        end: () => bar.stop(),
      }
    },
  }
}

export const faultText = (words: Words, fault: Fault): string =>
  `${fault.where === undefined ? '' : `${fault.where}: `}${words.t(`fault.${fault.code}`, fault.params)}`

/** Expected errors: every fault in the person's language. Unexpected ones: whole, for a report. Returns the exit code. */
export function tellError(error: unknown, words: Words | null, json: boolean): number {
  const refusal = expected(error)
  if (!refusal) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 70
  }
  const text = (fault: Fault): string =>
    words ? faultText(words, fault) : `${fault.where ?? ''}: ${fault.code} ${JSON.stringify(fault.params)}`
  if (json)
    process.stdout.write(
      `${JSON.stringify({ faults: refusal.faults.map((fault) => ({ ...fault, text: text(fault) })) })}\n`,
    )
  else for (const fault of refusal.faults) process.stderr.write(`${text(fault)}\n`)
  return refusal.exit
}
