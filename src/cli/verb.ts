/** What a verb of the command line is: a name, its options, and what it does; documented and tested from this table. */
import type { Config } from '../config.ts'
import type { Terminal } from './terminal.ts'

export type Given = {
  readonly config: Config
  readonly terminal: Terminal
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly arguments: readonly string[]
}
export type Verb = {
  readonly name: string
  readonly help: string
  readonly arguments?: readonly { readonly name: string; readonly help: string }[]
  readonly options?: readonly {
    readonly flags: string
    readonly help: string
    readonly default?: string
    /** May be given several times, with one value each. */
    readonly repeated?: true
  }[]
  /** Returns the exit code; throws a Refusal for what a person can mend. */
  readonly run: (given: Given) => Promise<number>
}

/** Every value of an option that may be given several times. */
export const textsOption = (given: Given, name: string): readonly string[] => {
  const value = given.options[name]
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
}

/** A text option; undefined when it was not given. */
export const textOption = (given: Given, name: string): string | undefined => {
  const value = given.options[name]
  return typeof value === 'string' ? value : undefined
}
