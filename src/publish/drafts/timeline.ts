/** The incidents of a time in, a box of its turns out: laws, emergencies and the gravest that happened, each with its day. */
import type { PublicIncident } from '../../core/public-record.ts'
import type { Block } from '../manuscript/manuscript.ts'
import { patchOf, sewn } from '../quilt/patch.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf, periodIn, whensIn } from '../telling/when.ts'
import type { Counting } from './counting.ts'
import { bondTo, sentence } from './sentences.ts'

const MOST = 16

/** What changes the rules for all, and what cannot be undone, come before the rest; then the graver, then the one with more people. */
function weight(one: PublicIncident, { codebook }: Counting): number {
  const { gravity, persons } = patchOf(one, codebook)
  const isTurn = one.fields.kind === 'policy' || gravity === 4
  const grave = gravity === 'star' ? 2 : (gravity ?? 0)
  return (isTurn ? 1000 : 0) + grave * 100 + Math.min(99, persons ?? 0)
}

/** Only what is dated to the day or the month has a place in a line of time. */
export function timelineBox(view: Counting): readonly Block[] {
  const dated = view.incidents.filter((one) => one.fields.kind !== 'aggregate' && dateOf(one).from !== null)
  const chosen = new Set(
    dated.toSorted((a, b) => weight(b, view) - weight(a, view) || a.id.localeCompare(b.id)).slice(0, MOST),
  )
  const entries = sewn(dated.filter((one) => chosen.has(one))).map((one) => ({
    when: whensIn(one, view.tell),
    told: sentence(`timeline:${one.id}`, titleOf(one, view.codebook, view.tell), bondTo('incident', one.id)),
  }))
  return entries.length === 0
    ? []
    : [
        {
          kind: 'box',
          title: periodIn(view.period.from, view.period.to, view.words.language),
          blocks: [{ kind: 'timeline', entries }],
        },
      ]
}
