/** A country and a day, or a file of rows, in; the month's signal with every sign and the incidents behind it, out. */

import { openKnowledge, openRatingBundle } from '../app/knowledge.ts'
import { openApp } from '../app/open-app.ts'
import type { WatchSignal } from '../core/rating/watch.ts'
import { signalOfRows, watchCountry } from '../usecases/rating/watch-country.ts'
import { askedIn } from './rate.ts'
import { sizeOf } from './read-file.ts'
import type { Terminal } from './terminal.ts'
import { textOption, type Verb } from './verb.ts'

export const watchlistVerb: Verb = {
  name: 'watchlist',
  help: 'Say whether a month gives a signal for the watchlist, and what stands behind it. People decide, in the workspace.',
  options: [
    { flags: '--country <id>', help: 'country, e.g. KZ' },
    { flags: '--as-of <day>', help: 'the last whole month before this day is looked at; without it today' },
    {
      flags: '--rows <file>',
      help: 'months to look at (JSON, as rate --bundle writes them); no database is opened',
    },
  ],
  run: async (given) => {
    const path = textOption(given, 'rows')
    if (path !== undefined) {
      sizeOf(path)
      tell(given.terminal, signalOfRows(openRatingBundle(path).rows, openKnowledge().codebook.watch))
      return 0
    }
    const asked = askedIn(given)
    const app = await openApp(given.config)
    try {
      const { signal, past, isListed, falseAlarms } = await watchCountry(app, asked)
      tell(given.terminal, signal, { past, isListed, falseAlarms })
      return 0
    } finally {
      await app.close()
    }
  },
}

function tell({ say, data, words }: Terminal, signal: WatchSignal, more: object = {}): void {
  const { country, month, signs, unasked } = signal
  say(words.t(signal.isSignal ? 'cli.watchlist.signal' : 'cli.watchlist.none', { country, month }))
  for (const { kind, of, incidents } of signs.filter((one) => one.isGiven))
    say(
      words.t('cli.watchlist.sign', {
        sign: words.t(`watch.sign.${kind}`),
        of: [...of, ...incidents].join(', '),
      }),
    )
  for (const { freedom, reason } of unasked)
    say(words.t('cli.watchlist.unasked', { freedom, reason: words.t(`watch.unasked.${reason}`) }))
  data({ ...signal, ...more })
}
