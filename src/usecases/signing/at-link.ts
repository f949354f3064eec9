/** A link in, the text as it stands for whoever signs it, and how they stand, out; and their answer written down. */
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import { isByOlderLink } from '../../core/signing/confirming.ts'
import {
  MOST_ACTS,
  type Offer,
  oldestStanding,
  type Signatory,
  type Signature,
  signatoriesOf,
  stands,
} from '../../core/signing/signing.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import { signedText } from '../../publish/manuscript/signed-text.ts'
import { sha256 } from '../../store/leaf.ts'
import { publicPublication } from '../../store/queries/public-publications.ts'
import { linkByHash, offeredText, offersOf, signActsOf } from '../../store/queries/signing.ts'
import { movesOf, publicationRow } from '../../store/queries/written-texts.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { replayDecisions } from '../replay-decisions.ts'
import type { Frozen } from '../writing/frozen.ts'
import { newestMoveOut } from '../writing/released.ts'
import { withheldToday } from '../writing/withheld-today.ts'

export type AtLink = {
  readonly publication: string
  readonly signatory: string
  readonly language: Language
  readonly offer: Offer
  readonly offers: readonly Offer[]
  /** Without what is withheld today. */
  readonly manuscript: Manuscript
  /** The words that are signed, as a file: their SHA-256 is that of the offer. */
  readonly text: string
  /** Null: no answer yet. */
  readonly before: Signatory | null
  /** Whether the signature that was given stands under this version. */
  readonly hasSigned: boolean
  /** How often this link was answered. */
  readonly answers: number
  /** False: the time is over, or something of the text was taken back since it was offered. */
  readonly maySign: boolean
  readonly isLess: boolean
  readonly isPublished: boolean
  readonly expires: string
}

/** Refuses with `sign.link` for a link that nobody made, that was renewed or dropped, or whose time is over with nothing signed. */
export async function atLink(context: Context, token: string): Promise<AtLink> {
  const { house, clock } = context
  const link = /^[\w-]{20,80}$/.test(token) ? await linkByHash(house, sha256(token)) : null
  const row = link && (await publicationRow(house, link.publication))
  if (!link || !row) throw refuse('sign.link')
  const moves = await movesOf(house, row.id)
  const offers = await offersOf(house, row.id)
  const offer = offers.at(-1)
  const frozen = offer && ((await offeredText(house, row.id, offer.version)) as Frozen | null)
  const last = newestMoveOut(moves)
  if (!offer || !frozen || last === 'withdraw') throw refuse('sign.link')
  const acts = await signActsOf(house, row.id)
  const before = signatoriesOf(acts).find((one) => one.id === link.id) ?? null
  const isOpen = link.expires >= today(clock)
  const mayLeave = before?.standing === 'signed' || before?.standing === 'confirmed'
  if (!isOpen && !mayLeave) throw refuse('sign.link')
  const { manuscript } = await withheldToday(context, row, frozen)
  const text = signedText(manuscript)
  const isLess = sha256(text) !== offer.hash
  const answers = acts.filter((one) => one.signatory === link.id && one.by === link.id).length
  // What nobody can confirm, since another link has taken the place of the one it came by, is signed again.
  const isOld =
    link.handed_at !== null && isByOlderLink({ to: null, at: link.handed_at }, before?.signedAt ?? null)
  return {
    ...{ publication: row.id, signatory: link.id, language: row.language, offer, offers, manuscript, text },
    ...{
      before,
      isLess,
      expires: link.expires,
      isPublished: (await publicPublication(house, row.id)) !== null,
    },
    hasSigned:
      before !== null && stands(before, offers, offer.version) && (before.standing === 'confirmed' || !isOld),
    answers,
    maySign: isOpen && !isLess && before?.standing !== 'struck',
  }
}

/** What the organisation has not seen yet: the newest version, when it signed one that is another in substance. */
export const isAskedAnew = ({ before, offers, offer }: AtLink): boolean =>
  before?.version != null && before.version < oldestStanding(offers, offer.version)

export type Answer =
  | { readonly do: 'sign'; readonly version: number; readonly signature: Signature }
  | { readonly do: 'decline' | 'withdraw' }

/** What was answered before is answered alike: a form that is sent twice signs once. */
export async function answerAtLink(context: Context, token: string, answer: Answer): Promise<void> {
  const read = await atLink(context, token)
  const { publication: id, signatory, offer } = read
  const write = async (more: Readonly<Record<string, unknown>>): Promise<void> => {
    const line = { record: 'signature', id, signatory, by: signatory, at: context.clock.now(), ...more }
    const { codebook } = context.knowledge
    await replayDecisions(context, [parseDecided(line, codebook, today(context.clock), 'form')])
  }
  // What was signed can be taken back however often it was: that can follow a signature alone.
  if (answer.do !== 'withdraw' && read.answers >= MOST_ACTS) throw refuse('sign.often', {}, id)
  if (answer.do !== 'sign') return write({ act: answer.do })
  if (answer.version !== offer.version) throw refuse('sign.version', {}, id)
  if (!read.maySign) throw refuse('sign.closed', {}, id)
  if (read.hasSigned && read.before?.version === offer.version) return
  const { names, role } = answer.signature
  if (names !== null && Object.values(names).every((one) => one === null))
    throw refuse('sign.name', {}, 'name')
  if (names !== null && role === null) throw refuse('sign.role', {}, 'role')
  await write({ act: 'sign', version: offer.version, signature: held(answer.signature) })
}

/** Whose name is held back tells no place and no role either: what is not here cannot be found here. */
const held = (signature: Signature): Signature =>
  signature.names === null ? { names: null, country: signature.country, place: null, role: null } : signature
