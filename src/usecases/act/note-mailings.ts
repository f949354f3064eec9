/** Mails that were handed over in; a delivery on the record of the campaign out, once a day and when all are. Asked again, it notes none twice. */
import { createHash } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import type { Actor } from '../../core/access.ts'
import type { LetterRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { manifestFor } from './delivery.ts'
import { mailingsUnderWay, type UnderWay } from './mailings-under-way.ts'

/** Always the same one: it grows, and what it said before stays in the log. */
export const deliveryEntryOf = (key: string): string =>
  `e-${createHash('sha256').update(key).digest('hex').slice(0, 20)}`

export async function noteMailings(context: Context): Promise<number> {
  const { house: store, clock, knowledge } = context
  const all = await mailingsUnderWay({ store, clock, knowledge })
  let noted = 0
  for (const one of all) {
    const last = lastToNote(one, today(clock))
    if (last === null || isNoted(one, last.counted)) continue
    await note(context, one, last)
    noted += 1
  }
  return noted
}

type Last = { readonly counted: number; readonly on: string; readonly mails: number }

/** Of the newest day that is over; of today where nothing is left to tell. */
function lastToNote({ rows, mailing }: UnderWay, day: string): Last | null {
  const sent = rows.filter((one) => one.state === 'sent').toSorted(byCounted)
  const isAll = (sent.at(-1)?.counted ?? 0) >= mailing.body.number
  const over = isAll ? sent : sent.filter((one) => one.due.slice(0, 10) < day)
  const last = over.at(-1)
  return last ? { counted: last.counted ?? 0, on: last.due.slice(0, 10), mails: over.length } : null
}
const byCounted = (a: LetterRow, b: LetterRow): number => (a.counted ?? 0) - (b.counted ?? 0)

/** What a person struck out stays struck out. */
const isNoted = ({ campaign, key }: UnderWay, counted: number): boolean =>
  campaign.entries.some(
    ({ entry, body, struck }) =>
      entry === deliveryEntryOf(key) && body.kind === 'delivery' && (struck || body.number >= counted),
  )

/** In the name of whoever let it begin, in their organisation. */
async function note(context: Context, { campaign, mailing, key }: UnderWay, last: Last): Promise<void> {
  const { authority, of } = mailing.body
  const handed = { authority, way: 'mail', of, number: last.counted, on: last.on } as const
  const actor: Actor = {
    ...{ account: mailing.by, handle: mailing.by },
    ...{ organisation: campaign.organisation, role: 'campaigner' },
  }
  const line = {
    ...{ record: 'campaign-entry', id: campaign.text.id, entry: deliveryEntryOf(key) },
    body: {
      ...{ kind: 'delivery', ...handed, mailing: mailing.entry },
      manifest: manifestFor(campaign, handed, mailing.first).sha256,
      proof: { kind: 'sent', words: `SMTP · ${last.mails}` },
    },
    ...{ by: mailing.by, at: context.clock.now() },
  }
  const { codebook } = context.knowledge
  const decided = parseDecided(line, codebook, today(context.clock), 'mailing')
  await replayDecisions({ ...context, actor, store: context.house }, [decided])
}
