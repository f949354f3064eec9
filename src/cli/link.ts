/** A table of persons in; which records are one person, with the reasons in numbers, out; no database is needed and nothing is stored. */
import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, resolve } from 'node:path'
import { openLinkage, openNames } from '../app/knowledge.ts'
import { refuse } from '../core/faults.ts'
import type { AskedFiles, LinkedTable } from '../usecases/link/link-table.ts'
import { sizeOf } from './read-file.ts'
import type { Terminal } from './terminal.ts'
import { type Given, textOption, type Verb } from './verb.ts'

const USAGE = 'link <file> --id <column> (--suggest | --pairs <file> --clusters <file>)'

export const linkVerb: Verb = {
  name: 'link',
  help: 'Say which records of a table are one person, with a probability and the weights behind it (nothing is stored).',
  arguments: [{ name: '<file>', help: 'a CSV file in UTF-8 with a heading, or a Parquet file' }],
  options: [
    { flags: '--id <column>', help: 'heading of the column whose values differ in every record' },
    {
      flags: '--model <file>',
      help: 'what is compared and how (YAML); without it one is drafted from the columns',
    },
    { flags: '--pairs <file>', help: 'where pairs are written (CSV)' },
    { flags: '--clusters <file>', help: 'where each record is written with its group (CSV)' },
    { flags: '--suggest', help: 'print the model that would be drafted, and stop' },
    { flags: '--report <file>', help: 'where a page on how well it went is written (HTML)' },
    { flags: '--progress', help: 'tell each step' },
    { flags: '--threads <n>', help: 'how many cores are used; without it all' },
    {
      flags: '--memory <size>',
      help: 'how much memory may be filled before the disk is used',
      default: '1GB',
    },
  ],
  run: async (given) => {
    const [path = ''] = given.arguments
    const id = textOption(given, 'id')
    if (id === undefined) throw refuse('usage', { problem: USAGE })
    if (sizeOf(path) === 0) throw refuse('input.empty')
    const asked = { path, id, model: textOption(given, 'model') ?? null, ...boundsOf(given) }
    if (asked.model !== null) sizeOf(asked.model)
    // Loaded only here: the engine is large, and no other verb needs it.
    const { linkTable, suggestModel } = await import('../usecases/link/link-table.ts')
    const rules = { linkage: openLinkage(), names: openNames() }
    if (given.options.suggest === true) {
      const yaml = await suggestModel(asked, rules)
      given.terminal.say(yaml.trimEnd())
      given.terminal.data({ model: yaml })
      return 0
    }
    const files = filesOf(given, path)
    const progress = given.terminal.progress(given.terminal.words.t('cli.link.step'))
    try {
      const told = await linkTable(asked, files, rules, given.terminal.words, (done, all) => {
        progress.to(done, all)
        if (given.options.progress === true && !process.stderr.isTTY) given.terminal.note(`${done}/${all}`)
      })
      progress.end()
      tell(given.terminal, told)
    } finally {
      progress.end()
    }
    return 0
  },
}

/** User and system time of all threads: what a busy machine does not change. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return Math.round((user + system) / 100_000) / 10
}

function boundsOf(given: Given): { readonly threads: number; readonly memory: string } {
  const threads = Number(textOption(given, 'threads') ?? availableParallelism())
  if (!Number.isInteger(threads) || threads < 1) throw refuse('usage', { problem: '--threads 1, 2, …' })
  const memory = textOption(given, 'memory') ?? ''
  if (!/^\d+(\.\d+)? ?[KMGT]i?B$/i.test(memory)) throw refuse('usage', { problem: '--memory 1GB' })
  return { threads, memory }
}

/** Both outputs, in folders that are there, and no two files the same. */
function filesOf(given: Given, path: string): AskedFiles {
  const [pairs, clusters, report] = ['pairs', 'clusters', 'report'].map((name) => textOption(given, name))
  if (pairs === undefined || clusters === undefined) throw refuse('usage', { problem: USAGE })
  const all = [path, pairs, clusters, ...(report === undefined ? [] : [report])].map((one) => resolve(one))
  if (new Set(all).size !== all.length) throw refuse('usage', { problem: USAGE })
  for (const one of all.slice(1))
    if (!statSync(dirname(one), { throwIfNoEntry: false })?.isDirectory())
      throw refuse('input.not-found', { name: dirname(one) })
  return { pairs, clusters, report: report ?? null }
}

function tell({ say, data, note, words }: Terminal, { linked, yaml, isDrafted }: LinkedTable): void {
  const { rows, grouped, blocking, pairs, costs, model } = linked
  const recall = blocking.recall
  if (isDrafted) say(yaml.trimEnd())
  note(words.t('cli.link.done', { rows, pairs, groups: grouped.groups, records: grouped.grouped }))
  note(
    recall === null
      ? words.t('cli.link.no-recall')
      : words.t(`cli.link.recall.${blocking.by}`, {
          percent: (recall * 100).toFixed(1),
          n: blocking.records,
        }),
  )
  for (const [index, { leftOut, largest }] of costs.entries())
    if (leftOut > 0)
      note(
        words.t('cli.link.left-out', {
          rule: model.blocking[index]?.map((key) => `${key.comparison}:${key.part}`).join(' + ') ?? '',
          n: leftOut,
          largest,
        }),
      )
  if (grouped.refused > 0) note(words.t('cli.link.refused', { n: grouped.refused }))
  data({
    rows,
    pairs,
    groups: grouped.groups,
    grouped: grouped.grouped,
    largest: grouped.largest,
    refused: grouped.refused,
    lambda: linked.trained.lambda,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    cpuSeconds: cpuSeconds(),
    blocking: { ...blocking, rules: costs },
    model: yaml,
  })
}
