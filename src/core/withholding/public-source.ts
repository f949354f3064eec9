/** Where an incident is told in; its source with the passage, cut at every mark and every name that is held back, out. */
import type { Claim } from '../claim.ts'
import { SLIP } from '../elsewhere.ts'
import type { PassagePart, PublicSource } from '../public-record.ts'
import { everyClaim, type Incident, type Telling, type TextOfRecord } from '../record.ts'
import type { Span } from '../span.ts'
import { type Allowed, spansToHoldBack, wholeWords } from './allowed.ts'
import { contactsIn, holdsContact } from './contact-details.ts'
import type { HeldWords } from './held-words.ts'
import { letterOf, type Mark, passageParts, sentenceAround } from './passage.ts'
import { publicAddress } from './public-address.ts'
import type { MayRead } from './public-values.ts'

/** What is held against a source's own words: names that must not be read, the words of fields held back, and the test of a text for both. */
export type AgainstSource = {
  readonly forbidden: ReadonlySet<string>
  readonly heldBack: HeldWords
  readonly hasNoName: MayRead
}

/** Claim id → letter, in the order of the fields, for claims whose words stand in a text; equal values share a letter. */
export function lettersOf(incident: Incident): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  let next = 0
  for (const ruling of incident.rulings)
    for (const held of ruling.values) {
      const told = held.claims.filter((claim) => claim.span !== null && !isWholeTelling(claim, incident))
      if (told.length > 0) next += 1
      for (const claim of told) letters.set(claim.id, letterOf(next - 1))
    }
  return letters
}

/** A coder’s own claim covers the passage as a whole: marking all of it would mark nothing. */
export const isWholeTelling = (claim: Claim, incident: Incident): boolean =>
  incident.tellings.some(
    (one) =>
      one.document === claim.document &&
      one.span.start === claim.span?.start &&
      one.span.end === claim.span.end,
  )

/** `whole`: with the fields that are held back, whose names must be covered too. */
export function publicSource(
  whole: Incident,
  incident: Incident,
  telling: Telling,
  document: TextOfRecord,
  allowed: Allowed,
  letters: ReadonlyMap<string, string>,
  { forbidden, heldBack, hasNoName }: AgainstSource,
): PublicSource {
  const { source, language } = document
  const passage = passageOf(whole, incident, telling, document, allowed, letters, heldBack)
  // Offsets beside a slip would tell how long the name is.
  const isWhole = passage.every((part) => part.kind !== 'withheld')
  const text = (one: string | null): string | null =>
    one !== null && !document.isInside && hasNoName(one) && !holdsContact(one) ? one : null
  // A title that may not be read is not told in other words either.
  const translated = text(source.title) === null ? [] : Object.entries(source.titleIn ?? {})
  const readable = translated.filter(([, title]) => title !== undefined && text(title) !== null)
  const titles = readable.length === 0 ? null : Object.fromEntries(readable)
  return {
    // Held back where it came from: unknown here.
    title: source.title === '' ? null : text(source.title),
    ...(titles && { titleIn: titles }),
    publisher: text(source.publisher),
    collector: text(telling.collector === undefined ? source.collector : telling.collector),
    url: document.isInside ? null : publicAddress(source.url, forbidden, heldBack.isSaidIn),
    published: heldBack.holdsDate || document.isInside ? null : source.published,
    // What was read on the day of an event tells the day.
    accessed: heldBack.holdsDate || document.isInside ? null : source.accessed,
    language,
    reliabilityOfSource: source.reliabilityOfSource,
    reliabilityOfInformation: source.reliabilityOfInformation,
    passage,
    start: isWhole ? telling.span.start : null,
    end: isWhole ? telling.span.end : null,
    ...(source.elsewhere && { elsewhere: source.elsewhere }),
  }
}

/** A text no rule has read may hold any name anywhere, one that was told inside was not told to readers: nothing is shown. */
function passageOf(
  whole: Incident,
  incident: Incident,
  telling: Telling,
  document: TextOfRecord,
  allowed: Allowed,
  letters: ReadonlyMap<string, string>,
  held: HeldWords,
): readonly PassagePart[] {
  if (document.mentions === null || document.isInside) return [{ kind: 'withheld' }]
  const isHere = (claim: Claim): boolean => claim.document === document.id
  const claims = incident.rulings
    .flatMap((ruling) => ruling.values.flatMap((value) => value.claims))
    .filter(isHere)
  const marks = claims.flatMap((claim): readonly Mark[] => {
    const letter = letters.get(claim.id)
    return claim.span && letter !== undefined ? [{ letter, span: claim.span }] : []
  })
  const isOutside = (span: Span, one: Span): boolean => span.start < one.start || span.end > one.end
  const others = incident.tellings.filter((one) => one !== telling && one.document === document.id)
  const asides = marks.filter(
    ({ span }) => isOutside(span, telling.span) && others.every((one) => isOutside(span, one.span)),
  )
  const fragments = [telling.span, ...asides.map((mark) => sentenceAround(document.text, mark.span))]
  const heldBack = spansToHoldBack(
    document.text,
    [...document.mentions, ...namesClaimed(everyClaim(whole).filter(isHere))],
    allowed,
  )
  const ofFields = held.spansIn(document, fragments).map((span) => wholeWords(document.text, span))
  const slips = document.source.elsewhere ? slipsIn(document.text) : []
  return passageParts(document.text, fragments, marks, [
    ...[...heldBack, ...ofFields],
    ...[...contactsIn(document), ...slips],
  ])
}

/** What was held back in the other house is a slip here too. */
const slipsIn = (text: string): readonly Span[] =>
  [...text.matchAll(SLIPS)].map(({ index }) => ({ start: index, end: index + SLIP.length }))
const SLIPS = new RegExp(SLIP.replace(/[[\]]/g, '\\$&'), 'g')

const NOWHERE: Span = { start: 0, end: 0 }

/** Names as claimed are mentions too, should the rules have missed them as such; a coder’s whole-passage span says no place. */
const namesClaimed = (claims: readonly Claim[]): readonly { readonly name: string; readonly span: Span }[] =>
  claims.flatMap((claim) => {
    if (claim.field !== 'person') return []
    const span = claim.reader.kind === 'rule' ? (claim.span ?? NOWHERE) : NOWHERE
    return [claim.value.name, ...claim.value.aliases].map((name) => ({
      name,
      span: name === claim.value.name ? span : NOWHERE,
    }))
  })
