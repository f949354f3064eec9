/** A table of who was seen by which lists in; how many nobody saw, and what speaks against each answer, out; no database is needed. */
import { openEstimates } from '../app/knowledge.ts'
import type { Estimate, Refused } from '../core/estimate/result.ts'
import type { EstimateRules } from '../core/estimate/rules.ts'
import { methodOf, refusalText, variantOf } from '../core/estimate/told.ts'
import { refuse } from '../core/faults.ts'
import { labelIn } from '../core/language.ts'
import type { EstimatedFile } from '../usecases/measure/estimate-file.ts'
import { readFile } from './read-file.ts'
import type { Terminal } from './terminal.ts'
import { textsOption, type Verb } from './verb.ts'

const USAGE = 'estimate <table.csv> [--method <id>] [--set <key=value>] [--draws <file...>]'

export const estimateVerb: Verb = {
  name: 'estimate',
  help: 'Estimate how many no list has, from a table of who is on which list (nothing is stored).',
  arguments: [
    { name: '[table]', help: 'a CSV file with a column of 0 and 1 for each list and a column of counts' },
  ],
  options: [
    { flags: '--method <id>', help: 'one method, or all; without it the usual ones', repeated: true },
    { flags: '--set <key=value>', help: 'a setting of a method, as delta=1/16', repeated: true },
    {
      flags: '--draws <file...>',
      help: 'further tables of the same lists, one for each way records may be linked',
    },
  ],
  run: async (given) => {
    const { terminal, config } = given
    const paths = [
      ...given.arguments.filter((one) => typeof one === 'string'),
      ...textsOption(given, 'draws'),
    ]
    if (paths.length === 0) throw refuse('usage', { problem: USAGE })
    const files = paths.map((name) => ({ name, bytes: readFile(name, config.maxBytes) }))
    const rules = openEstimates()
    // Loaded only here: no other verb estimates.
    const { estimateFile } = await import('../usecases/measure/estimate-file.ts')
    const asked = { methods: textsOption(given, 'method'), settings: textsOption(given, 'set') }
    const progress = terminal.progress(terminal.words.t('cli.estimate.step'))
    try {
      const estimated = await estimateFile(files, asked, rules, { tell: progress.to })
      progress.end()
      tell(terminal, estimated, rules)
    } finally {
      progress.end()
    }
    return 0
  },
}

function tell(
  { words, say, data, note }: Terminal,
  { table, estimation, empty }: EstimatedFile,
  rules: EstimateRules,
): void {
  const { language } = words
  const refused = estimation.refused.map((one) => ({ ...one, text: refusalText(one, rules, language) }))
  const assumptions = rules.assumptions.map(({ id, text }) => ({ id, text: labelIn(text, language).text }))
  const remarks = empty.length === 0 ? [] : [words.t('cli.estimate.nobody', { lines: empty.join(', ') })]
  data({ table, ...estimation, refused, assumptions, remarks })
  for (const remark of remarks) note(remark)
  say(words.t('cli.estimate.seen', { n: estimation.diagnostics.seen, lists: table.lists.length }))
  for (const one of estimation.estimators) {
    const name = labelIn(methodOf(one, rules)?.name ?? { en: one.method, ru: null, kk: null }, language)
    say(
      `${words.t(one.reportable ? 'cli.estimate.yes' : 'cli.estimate.no')} ${name.text}${ofText(one)}: ${rangeText(one)}`,
    )
  }
  const told = new Map<string, Refused & { readonly text: string }>()
  for (const one of refused) told.set(`${one.method} ${one.text}`, one)
  if (told.size > 0) say(`\n${words.t('cli.estimate.refused')}`)
  for (const { method, text } of told.values()) say(`- ${method === 'all' ? '' : `${method}: `}${text}`)
  say(`\n${words.t('cli.estimate.assumes')}`)
  for (const { text } of assumptions) say(`- ${text}`)
}

const ofText = (one: Estimate): string => {
  const variant = variantOf(one)
  return variant === null ? '' : ` (${variant})`
}

function rangeText({ estimate, interval, bound }: Estimate): string {
  if (estimate === null) return '—'
  const [low, high] = interval ?? [null, null]
  const range = low === null ? '' : ` [${Math.round(low)} – ${high === null ? '…' : Math.round(high)}]`
  return `${bound ? '≥ ' : ''}${Math.round(estimate)}${range}`
}
