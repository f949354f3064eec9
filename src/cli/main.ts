/** The command line: `aigaq <verb>`. One file per verb; exit codes are those of sysexits, listed in docs/reference/cli.md. */
import { Command } from 'commander'
import { openWords } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import type { Words } from '../core/words.ts'
import { adminVerb } from './admin.ts'
import { countVerb } from './count.ts'
import { decideVerb } from './decide.ts'
import { demoVerb } from './demo.ts'
import { doctorVerb } from './doctor.ts'
import { dueVerb } from './due.ts'
import { estimateVerb } from './estimate.ts'
import { extractVerb } from './extract.ts'
import { forgetVerb } from './forget.ts'
import { importVerb } from './import.ts'
import { indexVerb } from './indices.ts'
import { inviteVerb } from './invite.ts'
import { lettersVerb } from './letters.ts'
import { linkVerb } from './link.ts'
import { listVerb } from './list.ts'
import { marginsVerb } from './margins.ts'
import { mirrorVerb } from './mirror.ts'
import { moveVerb } from './move.ts'
import { namesVerb } from './names.ts'
import { rateVerb } from './rate.ts'
import { rebuildVerb } from './rebuild.ts'
import { serveVerb } from './serve.ts'
import { openTerminal, tellError } from './terminal.ts'
import type { Verb } from './verb.ts'
import { verifyVerb } from './verify.ts'
import { watchlistVerb } from './watchlist.ts'
import { withdrawVerb } from './withdraw.ts'

export const VERBS: readonly Verb[] = [
  demoVerb,
  serveVerb,
  importVerb,
  extractVerb,
  decideVerb,
  moveVerb,
  rebuildVerb,
  marginsVerb,
  mirrorVerb,
  lettersVerb,
  verifyVerb,
  doctorVerb,
  adminVerb,
  inviteVerb,
  dueVerb,
  countVerb,
  namesVerb,
  linkVerb,
  listVerb,
  estimateVerb,
  indexVerb,
  rateVerb,
  watchlistVerb,
  withdrawVerb,
  forgetVerb,
]

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
  for (const verb of VERBS) {
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
