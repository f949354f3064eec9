/** Every publication and what is withheld today in; what readers have of each out, made anew whenever anything is withheld or an embargo ends. */
import type { Json } from '../../core/json.ts'
import type { Public } from '../../core/public-record.ts'
import { type Bond, bondKey, rowsIn } from '../../core/publication/text.ts'
import { mayReadOf, projectPublication } from '../../core/withholding/project-publication.ts'
import { type Block, type Manuscript, sentencesIn } from '../../publish/manuscript/manuscript.ts'
import { pruned } from '../../publish/writing/pruned.ts'
import type { PublicationBody } from '../../publish/writing/publication-body.ts'
import type { Store } from '../../store/connect.ts'
import { allMoves, issuesOf, publicationRows } from '../../store/queries/written-texts.ts'
import type { PublicationMoveRow, PublicationRow, PublicPublicationRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { quoting } from '../testimony/quoted.ts'
import { heldNames } from './held-names.ts'
import type { Frozen } from './move-publication.ts'
import { seenToday, shownAmong } from './prints.ts'

type Reader = Pick<Store, 'selectFrom'>

const isIssue = ({ move }: PublicationMoveRow): boolean => move === 'publish' || move === 'correct'
const dayOf = ({ until, at }: PublicationMoveRow): string => (until ?? at).slice(0, 10)

/** What left and is out by now, oldest first; nothing, once it was withdrawn. */
export function outByNow(moves: readonly PublicationMoveRow[], now: string): readonly PublicationMoveRow[] {
  const last = moves.findLast((one) => one.move === 'withdraw' || isIssue(one))
  const out = moves.filter((one) => isIssue(one) && (one.until === null || one.until <= now))
  return last === undefined || last.move === 'withdraw' ? [] : out
}

/** When the next embargo ends; null: none waits. */
export const nextEnd = (moves: readonly PublicationMoveRow[], now: string): string | null =>
  moves.flatMap((one) => (one.until !== null && one.until > now ? [one.until] : [])).sort()[0] ?? null

export async function releasedPublications(
  context: Context,
  trx: Reader,
): Promise<readonly PublicPublicationRow[]> {
  const moves = Map.groupBy(await allMoves(trx), (one) => one.publication)
  const now = context.clock.now()
  const out = (await publicationRows(trx)).flatMap((row) => {
    const issues = outByNow(moves.get(row.id) ?? [], now)
    return issues.length === 0 ? [] : [{ row, issues }]
  })
  if (out.length === 0) return []
  const frozen = new Map((await issuesOf(trx)).map((one) => [`${one.publication} ${one.event}`, one.frozen]))
  const names = await heldNames(context, trx)
  const quoted = await quoting(context, trx)
  const made: PublicPublicationRow[] = []
  for (const { row, issues } of out) {
    const last = issues.at(-1)
    const left = last && (frozen.get(`${row.id} ${last.event}`) as unknown as Frozen | undefined)
    if (!left) continue
    const { prints, shownIn, incidents } = await seenToday(
      context,
      trx,
      bondsIn(left.manuscript),
      quoted(row),
    )
    const shown = await shownAmong(trx, rowsIn(left.prints))
    const given = { today: prints, shownIn, names, isShown: (id: string) => shown.has(id) }
    const before = { prints: left.prints, drafted: new Set(left.drafted) }
    const body = projectPublication(before, given, (mayRead) => {
      const { manuscript, isLess } = pruned(left.manuscript, mayRead)
      return bodyOf(row, issues, manuscript, isLess, (why) => mayReadOf(before, given)(why, []))
    })
    // A text about one case belongs to the country of its records.
    const [told] = [...incidents.values()]
    made.push(rowOf(body, body.request.country || (told?.country ?? null)))
  }
  return made
}

function bodyOf(
  row: PublicationRow,
  issues: readonly PublicationMoveRow[],
  manuscript: Manuscript,
  isLess: boolean,
  mayBeSaid: (why: string) => boolean,
): PublicationBody {
  const [first] = issues
  return {
    ...{ id: row.id, group: row.beside ?? row.id, language: row.language, request: row.request },
    ...{ manuscript, isLess },
    published: first ? dayOf(first) : '',
    corrections: issues.slice(1).map((one) => ({
      on: dayOf(one),
      why: one.why !== null && mayBeSaid(one.why) ? one.why : null,
    })),
  }
}

const rowOf = (body: Public<PublicationBody>, country: string | null): PublicPublicationRow => ({
  ...{ id: body.id, country, language: body.language },
  ...{ published: body.published, updated: body.corrections.at(-1)?.on ?? body.published },
  body: body as unknown as Json,
})

function bondsIn({ sections }: Manuscript): readonly Bond[] {
  const ofBlock = (block: Block): readonly Bond[] =>
    block.kind === 'figure' ? block.bonds : block.kind === 'box' ? block.blocks.flatMap(ofBlock) : []
  const all = [
    ...sentencesIn(sections).flatMap((one) => one.bonds),
    ...sections.flatMap((one) => one.blocks.flatMap(ofBlock)),
  ]
  return [...new Map(all.map((one) => [bondKey(one), one])).values()]
}
