/** Every publication and what is withheld today in; what readers have of each out, made anew whenever anything is withheld or an embargo ends. */
import type { Json } from '../../core/json.ts'
import type { Public } from '../../core/public-record.ts'
import { searchWords } from '../../core/search.ts'
import { mayReadOf, projectPublication } from '../../core/withholding/project-publication.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import { placesIn } from '../../publish/manuscript/places.ts'
import { pruned } from '../../publish/writing/pruned.ts'
import type { PublicationBody } from '../../publish/writing/publication-body.ts'
import type { Store } from '../../store/connect.ts'
import { publicPublications } from '../../store/queries/public-publications.ts'
import { allOffers, allSignActs } from '../../store/queries/signing.ts'
import { allMoves, issuesOf, publicationRows } from '../../store/queries/written-texts.ts'
import type { PublicationMoveRow, PublicationRow, PublicPublicationRow } from '../../store/tables.ts'
import { type Context, earliestNow } from '../context.ts'
import { signaturesUnder } from '../signing/signatures-under.ts'
import { quoting } from '../testimony/quoted.ts'
import type { Frozen } from './frozen.ts'
import { heldNames } from './held-names.ts'
import { withholdingNow } from './withheld-today.ts'

type Reader = Pick<Store, 'selectFrom'>

/** Until when it is surely by now, and how many issues of it readers have already: a clock that jumped lets nothing out, and takes nothing back. */
type Out = { readonly now: string; readonly shown: number }

const isIssue = ({ move }: PublicationMoveRow): boolean => move === 'publish' || move === 'correct'
const dayOf = ({ until, at }: PublicationMoveRow): string => (until ?? at).slice(0, 10)

/** What left and is out by now, oldest first; nothing where what left since it was withdrawn last is not. */
export function outByNow(
  moves: readonly PublicationMoveRow[],
  { now, shown }: Out,
): readonly PublicationMoveRow[] {
  const withdrawn = moves.findLast((one) => one.move === 'withdraw')?.event ?? -1
  const out = moves
    .filter(isIssue)
    .filter((one, before) => before < shown || one.until === null || one.until <= now)
  return out.some((one) => one.event > withdrawn) ? out : []
}

/** How many issues of each publication readers have. */
export async function shownIssues(trx: Reader): Promise<ReadonlyMap<string, number>> {
  const shown = await publicPublications<PublicationBody>(trx)
  return new Map(shown.map((one) => [one.id, one.corrections.length + 1]))
}

/** What became of it last; null: readers never had it. */
export const newestMoveOut = (moves: readonly PublicationMoveRow[]): PublicationMoveRow['move'] | null =>
  moves.findLast((one) => one.move === 'withdraw' || isIssue(one))?.move ?? null

/** `shown`: before this round. */
export async function releasedPublications(
  context: Context,
  trx: Reader,
  shown: ReadonlyMap<string, number>,
): Promise<readonly PublicPublicationRow[]> {
  const moves = Map.groupBy(await allMoves(trx), (one) => one.publication)
  const now = earliestNow(context)
  const out = (await publicationRows(trx)).flatMap((row) => {
    const issues = outByNow(moves.get(row.id) ?? [], { now, shown: shown.get(row.id) ?? 0 })
    return issues.length === 0 ? [] : [{ row, issues }]
  })
  if (out.length === 0) return []
  const frozen = new Map((await issuesOf(trx)).map((one) => [`${one.publication} ${one.event}`, one.frozen]))
  const names = await heldNames(context, trx)
  const quoted = await quoting(context, trx)
  const [offers, acts] = [await allOffers(trx), await allSignActs(trx)]
  const made: PublicPublicationRow[] = []
  for (const { row, issues } of out) {
    const last = issues.at(-1)
    const left = last && (frozen.get(`${row.id} ${last.event}`) as unknown as Frozen | undefined)
    if (!left) continue
    const { given, before, incidents } = await withholdingNow(context, trx, left, {
      names,
      quoted: quoted(row),
    })
    const signatures = signaturesUnder(left.manuscript, issues[0], {
      offers: offers.get(row.id) ?? [],
      acts: acts.get(row.id) ?? [],
      names,
    })
    const body = projectPublication(before, given, (mayRead) => {
      const { manuscript, isLess } = pruned(left.manuscript, mayRead)
      const said = bodyOf(row, issues, manuscript, isLess, (why) => mayReadOf(before, given)(why, []))
      return { ...said, ...(signatures && { signatures }) }
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

/** Of what readers may see of it today, and nothing else. */
const foundBy = (manuscript: Manuscript): string => {
  const texts = [manuscript.kind, manuscript.subject, ...placesIn(manuscript).map((one) => one.words)]
  return ` ${[...new Set(texts.flatMap(searchWords))].sort().join(' ')} `
}

const rowOf = (body: Public<PublicationBody>, country: string | null): PublicPublicationRow => ({
  ...{ id: body.id, country, language: body.language },
  ...{ published: body.published, updated: body.corrections.at(-1)?.on ?? body.published },
  words: foundBy(body.manuscript),
  body: body as unknown as Json,
})
