/** Paths and options of whoever asks → the files that were asked for, and what to say about them; the engine lives no longer than this. */
import { type Engine, openEngine } from '../../adapters/duckdb/engine.ts'
import { type Example, examplesOf, weightBins } from '../../adapters/duckdb/examples.ts'
import { linkModelYaml, loadLinkModel } from '../../adapters/load-link-model.ts'
import { writeWhole } from '../../adapters/whole-file.ts'
import type { Tell } from '../../core/progress.ts'
import type { Words } from '../../core/words.ts'
import { calibrate } from '../../link/calibration.ts'
import { bareWeight } from '../../link/weights.ts'
import { linkReport } from '../../publish/linkage/report.ts'
import { type Linked, type LinkRules, linkFile, prepareLink } from './link-file.ts'

export type AskedTable = {
  readonly path: string
  readonly id: string
  readonly model: string | null
  readonly threads: number
  readonly memory: string
}
export type AskedFiles = { readonly pairs: string; readonly clusters: string; readonly report: string | null }

async function within<T>(asked: AskedTable, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine(asked)
  try {
    return await work(engine)
  } finally {
    engine.close()
  }
}

/** The model that would be used, as YAML. */
export const suggestModel = (asked: AskedTable, rules: LinkRules): Promise<string> =>
  within(asked, async (engine) => {
    const { model, remarks } = await prepareLink(
      engine,
      { path: asked.path, id: asked.id, model: null },
      rules,
    )
    return linkModelYaml(model, remarks)
  })

export type LinkedTable = { readonly linked: Linked; readonly yaml: string; readonly isDrafted: boolean }

export function linkTable(
  asked: AskedTable,
  files: AskedFiles,
  rules: LinkRules,
  words: Words,
  tell: Tell,
): Promise<LinkedTable> {
  const model = asked.model === null ? null : loadLinkModel(asked.model)
  return within(asked, async (engine) => {
    const linked = await linkFile(
      engine,
      { path: asked.path, id: asked.id, model, outputs: files },
      rules,
      tell,
    )
    if (files.report !== null) {
      const { trained, patterns } = linked
      writeWhole(
        files.report,
        linkReport(
          {
            ...linked,
            tenths: calibrate(linked.model, patterns, trained.shares, trained.lambda),
            bins: await weightBins(engine),
            examples: (await examplesOf(engine, linked.model)).map((one) => ({
              ...one,
              steps: stepsOf(one, linked),
            })),
          },
          words,
        ),
      )
    }
    return { linked, yaml: linkModelYaml(linked.model, linked.remarks), isDrafted: model === null }
  })
}

/** The weight of each comparison of a pair, with the rarity of its values. */
const stepsOf = ({ levels, rarity }: Example, { model, trained }: Linked) =>
  model.comparisons.map((one, i) => {
    const [level, shares] = [levels[i] ?? 0, trained.shares[i]]
    return { level, weight: shares ? bareWeight(shares, level, one) + (rarity[i] ?? 0) : 0 }
  })
