/** A kind of publication, its subject and a language in; a text drafted from public records, ready to be written, out. */
import { refuse } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import { bondKey, type Written } from '../../core/publication/text.ts'
import { type Asked, addresseesIn } from '../../publish/manuscript/kinds.ts'
import { type Drafted, layingOf } from '../../publish/writing/laid.ts'
import { publicationRow } from '../../store/queries/written-texts.ts'
import { type Context, organisationOf } from '../context.ts'
import { refuseUnknownAddressees } from '../drafting/asked.ts'
import { permit } from '../permit.ts'
import { quotedIn } from '../testimony/quoted.ts'
import { askedOf, draftToday } from './draft-today.ts'
import { newMark, writeLine } from './line.ts'
import { seenToday } from './prints.ts'

/** Refuses with `write.nothing` where no public record tells anything of it. */
export async function beginPublication(
  context: Context,
  request: Readonly<Record<string, string>>,
  language: Language,
): Promise<string> {
  permit(context, 'write')
  return begin(context, request, language)
}

/** The same in another language: drafted anew, since no sentence is translated word by word. */
export async function beginBeside(context: Context, id: string, language: Language): Promise<string> {
  permit(context, 'write')
  const row = await publicationRow(context.store, id)
  if (!row) throw refuse('record.unknown', { id }, id)
  return begin(context, row.request, language, row.beside ?? row.id)
}

async function begin(
  context: Context,
  request: Readonly<Record<string, string>>,
  language: Language,
  beside?: string,
): Promise<string> {
  const asked = askedOf(request)
  if (!asked) throw refuse('input.value', { problem: 'kind' }, 'kind')
  if (asked.kind === 'letter')
    refuseUnknownAddressees(addresseesIn(asked.to), context.knowledge.codebook.addressees)
  const id = newMark('pub')
  const quoted = await quotedIn(context, context.house, { id, organisation: organisationOf(context) })
  const draft = await draftToday(context, context.house, asked, language, quoted)
  if (!draft) throw refuse('write.nothing', {}, 'kind')
  const { outline, sentences } = layingOf(draft)
  const all = [...sentences.values()]
  const { prints } = await seenToday(
    context,
    context.house,
    all.flatMap((one) => one.bonds),
    quoted,
  )
  await writeLine(context, 'write', {
    ...{ record: 'publication', id, asked: toldOf(asked), language, outline },
    ...(beside !== undefined && { beside }),
    sentences: all.map((one) => writtenOf(one, prints)),
  })
  return id
}

/** As it is stored: what was left out is not there. */
const toldOf = (asked: Asked): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([name, one]): readonly (readonly [string, string])[] =>
      typeof one === 'string' && one !== '' ? [[name, one]] : [],
    ),
  )

const writtenOf = (
  { id, words, bonds }: Drafted,
  prints: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Written => ({
  ...{ id, words, told: words, bonds, isOut: false, why: null },
  prints: Object.fromEntries(
    bonds.flatMap((bond) => {
      const print = prints[bondKey(bond)]
      return print === undefined ? [] : [[bondKey(bond), print]]
    }),
  ),
})
