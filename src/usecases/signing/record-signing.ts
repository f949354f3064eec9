/** A line about signatures in; one row of it under one entry of the log out. */
import { refuse } from '../../core/faults.ts'
import type { ActOnSignature, OfferText, SigningLine } from '../../core/signing/lines.ts'
import { mayFollow, signatoriesOf } from '../../core/signing/signing.ts'
import { instant, record, type Writer } from '../../store/append.ts'
import { offersOf, signActsOf } from '../../store/queries/signing.ts'
import { publicationRow } from '../../store/queries/written-texts.ts'
import { type Context, happeningOf } from '../context.ts'

/** Through the house: no login of the workspace, and none of the site, has a right to these tables. */
export async function recordSigning(context: Context, line: SigningLine): Promise<void> {
  const { house } = context
  if (!(await publicationRow(house, line.id))) throw refuse('record.unknown', { id: line.id }, line.id)
  await record(house, happeningOf(context, line), (writer) =>
    line.record === 'offer' ? offer(writer, line) : act(writer, line),
  )
}

async function offer(writer: Writer, line: OfferText): Promise<void> {
  const { id: publication, version, hash, isSubstance: is_substance, frozen, why = null, by } = line
  const made = await offersOf(writer.trx, publication)
  // Of two who offer at once the second is told.
  if (version !== made.length + 1) throw refuse('sign.version', {}, publication)
  await writer.append('sign_offers', [
    { publication, version, hash, is_substance, frozen, why, by, at: instant(line.at) },
  ])
}

async function act(writer: Writer, line: ActOnSignature): Promise<void> {
  const { id: publication, signatory, version = null, signature = null, why = null, by } = line
  const before = signatoriesOf(await signActsOf(writer.trx, publication)).find((one) => one.id === signatory)
  const offers = await offersOf(writer.trx, publication)
  if (!mayFollow(line.act, before?.standing ?? null)) throw refuse('sign.state', {}, signatory)
  // Nobody puts a name under a text that is another by now.
  if (line.act === 'sign' && version !== offers.at(-1)?.version) throw refuse('sign.version', {}, publication)
  await writer.append('sign_acts', [
    { publication, signatory, act: line.act, version, signature, why, by, at: instant(line.at) },
  ])
}
