/** A country and a day, or a file of rows, in; its rating with interval, bands, sensitivity and what would change it, out. */

import { openKnowledge, openRatingBundle, openRatingMethod } from '../app/knowledge.ts'
import { openApp } from '../app/open-app.ts'
import { todayIs } from '../app/today.ts'
import { refuse } from '../core/faults.ts'
import { BUNDLE_FORMAT } from '../core/rating/rows.ts'
import { keepBundle } from '../usecases/rating/keep-bundle.ts'
import { type Computed, computed, rateCountry } from '../usecases/rating/rate-country.ts'
import { sizeOf } from './read-file.ts'
import type { Terminal } from './terminal.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const rateVerb: Verb = {
  name: 'rate',
  help: 'Rate the civic space of a country, from what is on record or from a file of rows (nothing is stored).',
  options: [
    { flags: '--country <id>', help: 'country, e.g. KZ' },
    { flags: '--as-of <day>', help: 'day it is rated for; without it today' },
    {
      flags: '--rows <file>',
      help: 'rows to compute from (JSON, as --bundle writes them); no database is opened',
    },
    { flags: '--method <file>', help: 'another method file (YAML, as codebook/rating.yaml)' },
    { flags: '--bundle <file>', help: 'where rows and method are written, for others to compute again' },
  ],
  run: async (given) => {
    const found = textOption(given, 'rows') === undefined ? await fromStore(given) : fromFile(given)
    const bundle = textOption(given, 'bundle')
    if (bundle !== undefined) keepBundle(bundle, found.bundle)
    tell(given.terminal, found)
    return 0
  },
}

/** The country and the day that were asked for; a day that is none is refused. */
export function askedIn(given: Given): { readonly country: string; readonly asOf: string } {
  const country = textOption(given, 'country')?.toLowerCase()
  const asOf = textOption(given, 'asOf') ?? todayIs()
  if (country === undefined || !/^[a-z]{2}$/.test(country))
    throw refuse('usage', { problem: '--country KZ [--as-of 2026-06-30]' })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf)))
    throw refuse('input.date', { date: asOf })
  return { country, asOf }
}

async function fromStore(given: Given): Promise<Computed> {
  const asked = askedIn(given)
  const path = textOption(given, 'method')
  const method = path === undefined ? undefined : openRatingMethod(path)
  const app = await openApp(given.config)
  try {
    return await rateCountry(app, asked, method)
  } finally {
    await app.close()
  }
}

function fromFile(given: Given): Computed {
  const path = textOption(given, 'rows') ?? ''
  sizeOf(path)
  const { method: own, rows } = openRatingBundle(path)
  const other = textOption(given, 'method')
  const method =
    other === undefined ? (own ?? openKnowledge().codebook.rating.method) : openRatingMethod(other)
  return computed({ format: BUNDLE_FORMAT, method, rows })
}

function tell({ say, data, words }: Terminal, { rating, hashes }: Computed): void {
  const { country, asOf: day, method } = rating
  if (rating.kind === 'not-rated') {
    const { needed, there } = rating
    say(words.t('cli.rate.none', { country, day, needed, there }))
  } else {
    const [low, , middle, , high] = rating.quantiles.map((one) => one.toFixed(1))
    say(words.t('cli.rate.score', { country, day, middle: middle ?? '', low: low ?? '', high: high ?? '' }))
    const bands = rating.bands.map((one) => `${one.id} ${(one.probability * 100).toFixed(1)} %`)
    say(words.t('cli.rate.bands', { bands: bands.join(', ') }))
  }
  say(words.t('cli.rate.hashes', { method, rows: hashes.rows, rating: hashes.rating }))
  data({ ...rating, hashes })
}
