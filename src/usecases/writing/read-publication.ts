/** A publication asked for in; its text with everything an editor must look at, its state, versions and remarks out, as far as whoever asks may read. */
import { refuse } from '../../core/faults.ts'
import { type PublicationStatus, publicationStatus } from '../../core/publication/state.ts'
import { bondKey, orderOf, rowsIn, standingIn, type Text, type Written } from '../../core/publication/text.ts'
import { isOfPack } from '../../core/withholding/known-words.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import { type Flag, flagsOf, isBlocking } from '../../publish/writing/flags.ts'
import { type Laying, layingOf } from '../../publish/writing/laid.ts'
import type { Store } from '../../store/connect.ts'
import {
  movesOf,
  newestSentences,
  publicationRow,
  type TextRows,
  textAt,
  textRows,
  textsBeside,
  writings,
} from '../../store/queries/written-texts.ts'
import type { PublicationMoveRow, PublicationRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { type Quotations, quotedIn } from '../testimony/quoted.ts'
import { askedOf, draftToday } from './draft-today.ts'
import { heldNames } from './held-names.ts'
import { type Seen, seenToday, shownAmong } from './prints.ts'
import { saidBy, saidOfRequest } from './said.ts'

/** A version: an entry of the log at which somebody wrote. */
export type Version = { readonly event: number; readonly by: string; readonly at: string }

export type PublicationRead = {
  readonly row: PublicationRow
  /** The same in other languages, as far as whoever asks may read. */
  readonly beside: readonly Pick<PublicationRow, 'id' | 'language'>[]
  readonly text: Text
  readonly rows: TextRows
  /** The newest entry of the log on its text. */
  readonly seen: number
  readonly status: PublicationStatus
  readonly moves: readonly PublicationMoveRow[]
  readonly versions: readonly Version[]
  /** What records give today; null: they give nothing. */
  readonly today: Manuscript | null
  readonly laying: Laying
  readonly records: Seen
  /** What may be quoted in it today. */
  readonly quoted: Quotations
  readonly flags: ReadonlyMap<string, readonly Flag[]>
  /** Headings in which a name stands that must not be read, by section. */
  readonly namedHeadings: ReadonlyMap<string, readonly string[]>
  /** Sentences about a record that whoever asks may not read. */
  readonly hidden: ReadonlySet<string>
}

const NOTHING: Laying = { outline: [], sentences: new Map(), blocks: new Map() }

export async function readPublication(context: Context, id: string): Promise<PublicationRead> {
  permit(context, 'write')
  return publicationIn(context, context.store, id)
}

/** `store`: whose eyes it is read with; the house's own see what is approved and published whole. */
export async function publicationIn(
  context: Context,
  store: Pick<Store, 'selectFrom'>,
  id: string,
): Promise<PublicationRead> {
  const { knowledge, house } = context
  const row = await publicationRow(store, id)
  if (!row) throw refuse('record.unknown', { id }, id)
  const rows = await textRows(store, id)
  const text = textAt(rows)
  const newest = await newestSentences(house, id)
  const mine = new Map(rows.sentences.map((one) => [one.sentence, one.event]))
  const hidden = new Set(
    [...newest].flatMap(([sentence, event]) => (mine.get(sentence) === event ? [] : [sentence])),
  )
  const shown: Text = {
    ...text,
    sentences: new Map([...text.sentences].filter(([sentence]) => !hidden.has(sentence))),
  }
  const asked = askedOf(row.request)
  const quoted = await quotedIn(context, house, row)
  const today = asked && (await draftToday(context, house, asked, row.language, quoted))
  const laying = today ? layingOf(today) : NOTHING
  const records = await seenToday(
    context,
    house,
    [...shown.sentences.values(), ...laying.sentences.values()].flatMap((one) => one.bonds),
    quoted,
  )
  const names = await heldNames(context, house)
  const shownRows = await shownAmong(
    house,
    [...shown.sentences.values()].flatMap((one) => rowsIn(one.prints)),
  )
  const moves = await movesOf(store, id)
  const versions = (await writings(store)).filter((one) => one.publication === id)
  const isKnown = knownIn(context, row)
  const ofRequest = saidOfRequest(context, row.request, row.language)
  const flags = new Map(
    standingIn(shown).flatMap((one) => {
      const shownNames = one.bonds.flatMap((bond) => records.shownIn.get(bondKey(bond)) ?? [])
      const drafted = laying.sentences.get(one.id)?.words ?? null
      const found = flagsOf(one, {
        ...{
          drafted,
          prints: records.prints,
          isKnown,
          isShown: (incident: string) => shownRows.has(incident),
        },
        said: [
          ...saidOf(context, one, row, records),
          ...wordsQuoted(one, quoted),
          ...ofRequest,
          ...(drafted === null ? [] : [drafted]),
        ],
        held: isAsDrafted(one, drafted) ? [] : names.heldIn(one.words, shownNames),
      })
      return found.length === 0 ? [] : [[one.id, found] as const]
    }),
  )
  const namedHeadings = new Map(
    text.outline.flatMap((one) => {
      const held = names.heldIn(one.title, [])
      return held.length === 0 ? [] : [[one.id, held] as const]
    }),
  )
  const status = publicationStatus(
    versions.map((one) => one.event),
    moves,
    knowledge.codebook.policy.publicationMoves,
  )
  const seen = versions.at(-1)?.event ?? row.event
  return {
    ...{ row, text: shown, rows, seen, status, moves, versions, today, laying, records, flags },
    ...{ namedHeadings, hidden, quoted },
    beside: await textsBeside(store, row),
  }
}

/** What the draft of today says went through withholding with its records. */
const isAsDrafted = (one: Written, drafted: string | null): boolean => one.words === drafted

const knownIn = ({ knowledge }: Context, { request }: PublicationRow): ((token: string) => boolean) => {
  const pack = knowledge.packs.get(request.country ?? '')
  const isOf = pack ? [isOfPack(pack)] : [...knowledge.packs.values()].map(isOfPack)
  return (token) => isOf.some((one) => one(token))
}

/** What the speakers that a sentence rests on approved, in every language. */
const wordsQuoted = ({ bonds }: Written, quoted: Quotations): readonly string[] =>
  bonds.flatMap((bond) => {
    const one = bond.kind === 'testimony' ? quoted.get(bond.id) : undefined
    return one ? Object.values(one.wording).filter((words) => words !== null) : []
  })

const saidOf = (
  context: Context,
  one: Written,
  { language }: PublicationRow,
  { incidents }: Seen,
): readonly string[] =>
  one.bonds.flatMap((bond) => {
    const incident = bond.kind === 'incident' ? incidents.get(bond.id) : undefined
    return incident ? saidBy(context, incident, language) : []
  })

/** What keeps a text from being approved: `blocking` whatever is said, the rest unless a reason is given. */
export function hindrancesOf({ flags, namedHeadings, text }: PublicationRead): {
  readonly blocking: readonly string[]
  readonly doubted: readonly string[]
} {
  const order = orderOf(text.outline)
  const all = order.flatMap((id) => (flags.get(id) ?? []).map((flag) => ({ id, flag })))
  const ids = (some: typeof all): readonly string[] => [...new Set(some.map((one) => one.id))]
  return {
    blocking: [...ids(all.filter(({ flag }) => isBlocking(flag))), ...namedHeadings.keys()],
    doubted: ids(all.filter(({ flag }) => !isBlocking(flag))),
  }
}
