/** A quotation whose consent stands, and who asks for it, in; as much of it as they may read out, or nothing. */
import { LANGUAGES } from '../language.ts'
import { type Basis, lowerLevel, type Person, type ShowLevel } from '../person.ts'
import type { ForPartner, Public } from '../public-record.ts'
import type { Approved, QuoteUse, SpeakerShown } from '../testimony/lines.ts'
import type { Quotable } from '../testimony/standing.ts'
import { type Quoted, type QuotedSpeaker, quotationId, type Testimony } from '../testimony/testimony.ts'
import type { Audience } from '../tier.ts'
import { levelFor, type NamingGiven } from './levels.ts'
import { mayStand } from './may-stand.ts'
import type { NamesInWords } from './names-in-words.ts'
import { asPartner, asPublic } from './project.ts'
import { initialsOf } from './public-person.ts'

export type QuoteWithholding = NamingGiven & {
  readonly people: ReadonlyMap<string, Person>
  readonly bases: ReadonlyMap<string, readonly Basis[]>
  readonly names: NamesInWords
  /** The names that this audience may see in the incidents it tells of. */
  readonly shown: readonly string[]
  /** Which of the incidents it tells of this audience may see. */
  readonly open: ReadonlySet<string>
}

type Place = { readonly kind: 'publication'; readonly id: string } | { readonly kind: 'partners' }

/** For one publication: its speaker agreed to that one, or to any. */
export function publicTestimony(
  testimony: Testimony,
  quotation: string,
  publication: string,
  given: QuoteWithholding,
): Public<Quoted> | null {
  const body = quotedIn(testimony, quotation, { kind: 'publication', id: publication }, given)
  return body && asPublic(body)
}

export function partnerTestimony(
  testimony: Testimony,
  quotation: string,
  given: QuoteWithholding,
): ForPartner<Quoted> | null {
  const body = quotedIn(testimony, quotation, { kind: 'partners' }, given)
  return body && asPartner(body)
}

const isFor = (use: QuoteUse, place: Place): boolean => {
  switch (use.kind) {
    case 'any':
      return true
    case 'partners':
      return place.kind === 'partners'
    case 'publications':
      return place.kind === 'publication' && use.ids.includes(place.id)
  }
}

function quotedIn(testimony: Testimony, name: string, place: Place, given: QuoteWithholding): Quoted | null {
  const standing = testimony.quotations.get(name)
  const agreed = standing?.state === 'stands' ? standing.agreed : null
  if (agreed === null || !isFor(agreed.consent.use, place)) return null
  const audience: Audience = place.kind === 'partners' ? 'partner' : 'public'
  const speaker = speakerFor(testimony, agreed.shown, audience, given)
  if (speaker === null) return null
  const own = speaker.kind === 'named' ? labelsOf(speaker) : []
  const wording = readable(agreed, speaker, [...given.shown, ...own], given.names)
  if (LANGUAGES.every((one) => wording[one] === null)) return null
  return {
    id: quotationId(testimony.id, name),
    ...{ country: testimony.country, spoken: testimony.language, wording, speaker },
    // A day and a town find the one who was spoken to.
    on: speaker.kind === 'named' ? testimony.on : monthOf(testimony.on),
    incidents: testimony.incidents.filter((one) => given.open.has(one)),
    isForThis: agreed.consent.use.kind === 'publications',
  }
}

const labelsOf = ({ name }: Extract<QuotedSpeaker, { kind: 'named' }>): readonly string[] =>
  [name.en, name.ru, name.kk].filter((one) => one !== null)

const monthOf = (on: string | null): string | null => /^\d{4}(-\d{2})?/.exec(on ?? '')?.[0] ?? null

/** The least of what they agreed to be called here and what their own basis allows; null: they cannot be quoted. */
function speakerFor(
  { speaker }: Testimony,
  shown: SpeakerShown,
  audience: Audience,
  given: QuoteWithholding,
): QuotedSpeaker | null {
  const id = 'person' in speaker ? speaker.person : ''
  // Who took back everything is not quoted under a description either.
  if (given.bases.get(id)?.some((one) => one.level === 'never')) return null
  if (shown.kind === 'described') return { kind: 'described', as: shown.as }
  const person = given.people.get(id)
  if (!person) return null
  // Whether they were struck is not asked of a speaker: the stricter of both.
  const allowed = [true, false]
    .map((harmed) => levelFor(person.id, { role: null, harmed }, given, audience))
    .reduce<ShowLevel>(lowerLevel, 'name')
  const level = lowerLevel(shown.level, allowed)
  switch (level) {
    case 'never':
      return null
    case 'name':
      return { kind: 'named', id: person.id, name: person.names }
    case 'initials':
      return { kind: 'alias', text: initialsOf(person.names.en) }
    case 'pseudonym':
      return person.pseudonym === null ? null : { kind: 'alias', text: person.pseudonym }
  }
}

/** In a language in which no description was approved, or in which a withheld name or an address stands, there is no quotation. */
function readable(
  { wording }: Quotable,
  speaker: QuotedSpeaker,
  shown: readonly string[],
  names: NamesInWords,
): Approved {
  const isFree = (words: string): boolean => mayStand(words, names, shown)
  const one = (language: (typeof LANGUAGES)[number]): string | null => {
    const words = wording[language]
    const as = speaker.kind === 'described' ? speaker.as[language] : ''
    return words !== null && as !== null && isFree(words) && (as === '' || isFree(as)) ? words : null
  }
  return { en: one('en'), ru: one('ru'), kk: one('kk') }
}
