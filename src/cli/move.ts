/** Records and a step in; all of them taken from one state to the next out, or none, with the reasons why not. */
import { openApp } from '../app/open-app.ts'
import { todayIs } from '../app/today.ts'
import { refuse } from '../core/faults.ts'
import { MOVES } from '../core/state.ts'
import { parseDecided } from '../usecases/decided-schema.ts'
import { idsInState } from '../usecases/ids-in-state.ts'
import { replayDecisions } from '../usecases/replay-decisions.ts'
import { textOption, type Verb } from './verb.ts'

export const moveVerb: Verb = {
  name: 'move',
  help: 'Take records one step on the way to the public, or off it.',
  arguments: [
    { name: '<step>', help: MOVES.join(', ') },
    { name: '[ids...]', help: 'ids of incidents; or --state' },
  ],
  options: [
    { flags: '--state <state>', help: 'all incidents that stand in this state' },
    {
      flags: '--by <name>',
      help: 'your pseudonym: verify and clear ask for somebody who did not code the record',
    },
    { flags: '--why <text>', help: 'reason, kept in the log; some steps need one' },
  ],
  run: async (given) => {
    const [move, ...named] = given.arguments
    const [by, why, state] = [textOption(given, 'by'), textOption(given, 'why'), textOption(given, 'state')]
    if (by === undefined || (named.length === 0) === (state === undefined))
      throw refuse('usage', { problem: 'move <step> <ids…> | --state … --by … [--why …]' })
    const app = await openApp(given.config)
    const { terminal } = given
    try {
      const ids = state === undefined ? named : await idsInState(app, state)
      if (ids.length === 0) throw refuse('record.unknown', { id: state ?? '' })
      const line = { record: 'move', move, ids, by, at: app.clock.now(), ...(why && { why }) }
      await replayDecisions(app, [parseDecided(line, app.knowledge.codebook, todayIs(), 'move')])
      terminal.say(terminal.words.t('cli.move.done', { n: ids.length }))
      terminal.data({ move, ids })
      return 0
    } finally {
      await app.close()
    }
  },
}
