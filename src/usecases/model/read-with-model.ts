/** A report in the workspace in, what a language model reads in it stored beside what the rules read, as one entry of the log. */
import { askModel, type Model } from '../../adapters/language-model.ts'
import { asProposals, type Draft, type Extraction } from '../../core/claim.ts'
import { refuse } from '../../core/faults.ts'
import { canonical } from '../../core/json.ts'
import { staysInside } from '../../core/way.ts'
import { readAnswer } from '../../extract/model/answer.ts'
import { beside } from '../../extract/model/beside.ts'
import { MOST_CHARACTERS, modelRule, promptOf } from '../../extract/model/prompt.ts'
import { sha256 } from '../../store/leaf.ts'
import type { DeskDocument } from '../../store/queries/desk.ts'
import { loadTexts } from '../../store/queries/incidents.ts'
import { isUnderSeal } from '../../store/queries/under-seal.ts'
import type { Context } from '../context.ts'
import { readingId } from '../import-report.ts'
import { permit } from '../permit.ts'
import { storeReading } from '../reading/store-reading.ts'
import { readText } from '../review/read-review.ts'

/** What would leave the machine, and to where: said before anybody agrees. */
export type Offer = { readonly document: DeskDocument; readonly model: Model; readonly characters: number }
export type KeptReading = {
  readonly document: string
  readonly organisation: string
  readonly version: string
  readonly found: Extraction
}
export const READ_WITH_MODEL = 'read-with-model'

export async function offerModel(context: Context, id: string): Promise<Offer> {
  const document = await readText(context, id)
  permit(context, 'import')
  const { model } = context
  if (!model) throw refuse('model.none')
  if (await staysHere(context, id)) throw refuse('model.inside')
  if (document.text.length > MOST_CHARACTERS) throw refuse('model.too-long', { limit: MOST_CHARACTERS })
  return { document, model, characters: document.text.length }
}

/**
 * T5: whatever a sealed record, field or case rests on stays here, and so do words that were told inside. Asked of the whole
 * house: also of what whoever asks cannot see.
 */
async function staysHere({ house, knowledge }: Context, document: string): Promise<boolean> {
  const text = (await loadTexts(house, [document])).get(document)
  if (!text || staysInside(knowledge.codebook.ways, text.source)) return true
  return isUnderSeal(house, document)
}

export async function readWithModel(
  context: Context,
  id: string,
): Promise<{ readonly values: number; readonly dropped: number }> {
  const { document, model } = await offerModel(context, id)
  const { codebook } = context.knowledge
  const content = await askModel(model, promptOf(document.text, codebook))
  const rule = modelRule(model.name)
  const { drafts, dropped } = readAnswer(content, document.text, codebook, rule)
  const before = await context.store
    .selectFrom('readings')
    .select(['mentions', 'rules_version'])
    .where('document', '=', id)
    .orderBy('event', 'desc')
    .executeTakeFirst()
  // Read anew: a model takes its time, and another reading may have come meanwhile.
  const now = await readText(context, id)
  const all = beside(now.drafts.map(draftOf), drafts)
  // A name that a model read, and the rules did not see, is a possible name from now on.
  const named = drafts.flatMap((one) =>
    one.proposals.flatMap((each) =>
      each.field === 'person' && each.span ? [{ name: each.value.name, span: each.span }] : [],
    ),
  )
  const found = { drafts: all, mentions: [...(before?.mentions ?? []), ...named] }
  const mark = markOf(all)
  const version = `${before?.rules_version.split(' + ')[0] ?? ''} + ${rule} ${mark}`
  const kept = { document: id, organisation: document.organisation, version, found }
  await keepReading(context, kept, context.actor?.handle ?? 'operator')
  return { values: drafts.reduce((n, one) => n + one.proposals.length, 0), dropped }
}

/** Claims come out of the store in an order of their own. */
const markOf = (drafts: readonly Draft[]): string =>
  sha256(canonical(drafts.map((one) => ({ ...one, proposals: one.proposals.map(canonical).sort() })))).slice(
    0,
    12,
  )

/** The same answer twice is stored once. */
export async function keepReading(context: Context, kept: KeptReading, by: string): Promise<void> {
  const { document, version } = kept
  const known = await context.store
    .selectFrom('readings')
    .select('id')
    .where('id', '=', readingId(document, version))
    .executeTakeFirst()
  if (known) return
  await storeReading(context, kept, { by, useCase: READ_WITH_MODEL, input: kept })
}

const draftOf = ({ span, rule, claims }: DeskDocument['drafts'][number]): Draft => ({
  ...{ span, rule },
  proposals: asProposals(claims),
})
