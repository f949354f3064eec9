/** What a verb of the command line is: a name, its options, and what it does; documented and tested from this table. */
import type { Config } from '../config.ts'
import type { Terminal } from './terminal.ts'

export type Given = {
  readonly config: Config
  readonly terminal: Terminal
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly arguments: readonly string[]
}
export type Verb = {
  readonly name: string
  readonly help: string
  readonly arguments?: readonly { readonly name: string; readonly help: string }[]
  readonly options?: readonly { readonly flags: string; readonly help: string; readonly default?: string }[]
  /** Returns the exit code; throws a Refusal for what a person can mend. */
  readonly run: (given: Given) => Promise<number>
}

/** A text option; undefined when it was not given. */
export const textOption = (given: Given, name: string): string | undefined => {
  const value = given.options[name]
  return typeof value === 'string' ? value : undefined
}
