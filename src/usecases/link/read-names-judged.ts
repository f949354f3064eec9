/** Whoever asks in; names that were judged to be somebody or not, which of them they may judge a second time, and how far judges agree, out. */
import { type Agreement, agreementOf } from '../../core/identity/agreement.ts'
import { judgedTwice, type PairStanding, standingPairs } from '../../core/identity/pairs.ts'
import type { OpenName } from '../../link/likely-persons.ts'
import { recordsWithNames } from '../../store/queries/linking.ts'
import { saidOfNames } from '../../store/queries/pairs.ts'
import type { Context } from '../context.ts'
import { mayDo, mayRead, targetOf } from '../permit.ts'

export type NameJudged = {
  readonly open: OpenName
  readonly person: string
  readonly standing: PairStanding
}
export type NamesJudged = {
  readonly all: readonly NameJudged[]
  /** Judged once by somebody else, those on public pages first. */
  readonly second: readonly NameJudged[]
  /** Two judges differ: nothing of the record changes until somebody who sees both judges again. */
  readonly unsettled: readonly NameJudged[]
  readonly agreement: Agreement
}

/** `people`: those whom whoever asks may read; names in records that they may decide. */
export async function readNamesJudged(context: Context, people: ReadonlySet<string>): Promise<NamesJudged> {
  const said = (await saidOfNames(context.store)).filter((one) => people.has(one.right))
  const rows = said.length === 0 ? [] : await recordsWithNames(context.store)
  const names = new Map(
    rows
      .filter((row) => mayRead(context, 'team', targetOf(row)) && mayDo(context, 'decide', targetOf(row)))
      .flatMap(({ id, state, names: own }) =>
        own.flatMap(({ value, claims }) =>
          claims.map(({ id: claim }) => {
            const isShown = ['published', 'corrected'].includes(state)
            return [claim, { record: id, claim, name: value.name, isShown }] as const
          }),
        ),
      ),
  )
  const all = [...standingPairs(said).values()].flatMap((standing): readonly NameJudged[] => {
    const open = names.get(standing.left)
    return open ? [{ open, person: standing.right, standing }] : []
  })
  const handle = context.actor?.handle ?? ''
  return {
    all,
    second: all
      .filter(({ standing }) => standing.second === null && standing.first.by !== handle)
      .toSorted((a, b) => Number(b.open.isShown) - Number(a.open.isShown)),
    unsettled: all.filter(({ standing }) => standing.second && standing.verdict !== standing.first.verdict),
    agreement: agreementOf(judgedTwice(said.filter((one) => names.has(one.left)))),
  }
}
