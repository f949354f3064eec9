/** The command line: `aigaq <verb>`. One file per verb; exit codes are those of sysexits, listed in docs/reference/cli.md. */
import { Command } from 'commander'
import { openWords } from '../app/knowledge.ts'
import { type Config, readConfig } from '../config.ts'
import type { Words } from '../core/words.ts'
import { openTerminal, tellError } from './terminal.ts'
import { VERBS } from './verbs.ts'

/** Reads the settings and the words first, so that even their faults can be told. */
function start(): { config: Config | null; words: Words | null; error: unknown } {
  try {
    const config = readConfig()
    return { config, words: openWords(config.language), error: null }
  } catch (error) {
    return { config: null, words: openWords('en'), error }
  }
}

async function main(args: readonly string[]): Promise<number> {
  const { config, words, error } = start()
  const isJson = args.includes('--json')
  if (!config || !words) return tellError(error ?? new Error('locales/ cannot be read'), words, isJson)
  let exit = 0
  const program = new Command('aigaq')
    .description('From a monitor’s notebook to action, with its sources.')
    .exitOverride()
  const asked = VERBS[args[0] ?? '']
  for (const read of asked ? [asked] : Object.values(VERBS)) {
    const verb = await read()
    const command = program.command(verb.name).description(verb.help)
    for (const argument of verb.arguments ?? []) command.argument(argument.name, argument.help)
    for (const { flags, help, repeated, default: usual } of verb.options ?? [])
      if (repeated) command.option(flags, help, (value: string, all: string[] = []) => [...all, value])
      else command.option(flags, help, usual)
    command.option('--json', 'print results as JSON')
    command.exitOverride()
    command.action(async (...given: unknown[]) => {
      const options = command.opts<Record<string, string | boolean | string[] | undefined>>()
      const positional = given.slice(0, verb.arguments?.length ?? 0).flat() as string[]
      exit = await verb.run({ config, terminal: openTerminal(words, isJson), options, arguments: positional })
    })
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('commander.'))
      return ['commander.helpDisplayed', 'commander.help', 'commander.version'].includes(String(thrown.code))
        ? 0
        : 64
    return tellError(thrown, words, isJson)
  }
  return exit
}

// Whoever reads the results may have seen enough: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2))
