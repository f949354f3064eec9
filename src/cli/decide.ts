/** Recorded decisions (JSON lines), or one proposed draft taken as it stands, in; standing values and fresh public pages out. */
import { type App, openApp } from '../app/open-app.ts'
import { todayIs } from '../app/today.ts'
import { objectsOf } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import { acceptDraft } from '../usecases/accept-draft.ts'
import { parseDecided, parseJsonLines } from '../usecases/decided-schema.ts'
import { replayDecisions } from '../usecases/replay-decisions.ts'
import { readFile } from './read-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const decideVerb: Verb = {
  name: 'decide',
  help: 'Record decisions: a file of JSON lines, or --accept one proposed draft as it stands.',
  arguments: [{ name: '[file]', help: 'JSON lines of decisions' }],
  options: [
    { flags: '--accept <draft>', help: 'document#number: take what the rules proposed there' },
    { flags: '--id <id>', help: 'id the incident gets, e.g. kz-2020-02-17-a (with --accept)' },
    { flags: '--by <name>', help: 'your pseudonym (with --accept)' },
    { flags: '--why <text>', help: 'reason, kept in the log (with --accept)' },
  ],
  run: async (given) => {
    const accepted = textOption(given, 'accept')
    const path = given.arguments[0]
    if ((accepted === undefined) === (path === undefined))
      throw refuse('usage', { problem: 'decide <file> | decide --accept document#number --id … --by …' })
    const app = await openApp(given.config)
    try {
      return accepted === undefined
        ? await replayFile(given, app, path ?? '')
        : await accept(given, app, accepted)
    } finally {
      await app.close()
    }
  },
}

async function replayFile(given: Given, app: App, path: string): Promise<number> {
  const text = new TextDecoder('utf-8', { fatal: false }).decode(readFile(path, given.config.maxBytes))
  const lines = parseJsonLines(text, path.split(/[/\\]/).at(-1) ?? path)
  // All lines are checked before the first is recorded.
  const decisions = lines.map(({ where, value }) =>
    parseDecided(value, app.knowledge.codebook, todayIs(), where),
  )
  const bar = given.terminal.progress(given.terminal.words.t('cli.decide.progress'))
  const done = await replayDecisions(app, decisions, (decided, isNew, count) => {
    bar.to(count, decisions.length)
    given.terminal.data({ decided: objectsOf(decided).join(' '), new: isNew })
  })
  bar.end()
  given.terminal.say(given.terminal.words.t('cli.decide.done', { n: done.recorded, known: done.known }))
  return 0
}

async function accept(given: Given, app: App, draft: string): Promise<number> {
  const [, document, number] = /^(.+)#(\d+)$/.exec(draft) ?? []
  const [id, by, why] = [textOption(given, 'id'), textOption(given, 'by'), textOption(given, 'why')]
  if (document === undefined || id === undefined || by === undefined)
    throw refuse('usage', { problem: '--accept document#number --id … --by …' })
  const line = await acceptDraft(app, { document, draft: Number(number), id, by, ...(why && { why }) })
  const decided = parseDecided(line, app.knowledge.codebook, todayIs(), draft)
  const done = await replayDecisions(app, [decided])
  given.terminal.say(given.terminal.words.t('cli.decide.done', { n: done.recorded, known: done.known }))
  given.terminal.data({ decided: id, new: done.recorded === 1 })
  return 0
}
