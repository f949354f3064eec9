/** An incident with its texts in, the tier that may read it out: what a coder decided, else what its subjects ask for. */
import type { Naming, SensitiveSubject } from '../naming.ts'
import { everyClaim, everySaid, type Incident, type TextOfRecord } from '../record.ts'
import type { Span } from '../span.ts'
import { type DecidedTier, narrower, type Tier } from '../tier.ts'
import { saysOneOf } from './cue-words.ts'
import { sentenceAround } from './passage.ts'

export type TierGiven = {
  readonly naming: Naming
  readonly documents: ReadonlyMap<string, TextOfRecord>
  /** By incident; one without is undecided. */
  readonly tiers: ReadonlyMap<string, DecidedTier>
}

/**
 * A narrowing stands until somebody decides otherwise. An opening holds for the decision it was made in: a later one may
 * have added an act or a text that nobody had read when the record was opened.
 */
export function tierOf(incident: Incident, given: TierGiven): Tier {
  const decided = given.tiers.get(incident.id)
  if (decided?.isNewest) return decided.tier
  return subjectsOf(incident, given)
    .map((one) => one.tier)
    .reduce(narrower, decided?.tier ?? 'public')
}

type Texts = ReadonlyMap<string, Pick<TextOfRecord, 'text'>>
export type SubjectsGiven = { readonly naming: Naming; readonly documents: Texts }

/** The sensitive subjects of a record: by its acts, and by words of its passages and of what coders wrote. */
export function subjectsOf(incident: Incident, given: SubjectsGiven): readonly SensitiveSubject[] {
  const acts = new Set(everySaid(incident, 'act').map((held) => held.value))
  const texts = [...passagesOf(incident, given.documents), ...ownTextsOf(incident)]
  return given.naming.sensitive.filter(
    (subject) =>
      subject.acts.some((act) => acts.has(act)) || texts.some((text) => saysOneOf(text, subject.words)),
  )
}

/** As stored, not as shown: a word may be covered on the page and still be what the record is about. */
function passagesOf(incident: Incident, documents: Texts): readonly string[] {
  const claims = everyClaim(incident)
  return incident.tellings.flatMap(({ document, span }) => {
    const text = documents.get(document)?.text ?? ''
    const cut = (part: Span): string => text.slice(part.start, part.end)
    const asides = claims.flatMap((claim) =>
      claim.document === document &&
      claim.span &&
      (claim.span.start < span.start || claim.span.end > span.end)
        ? [sentenceAround(text, claim.span)]
        : [],
    )
    return [span, ...asides].map(cut)
  })
}

const ownTextsOf = (incident: Incident): readonly string[] => [
  ...(['organisation', 'offence', 'actor', 'source', 'outcome'] as const).flatMap((field) =>
    everySaid(incident, field).map((held) => held.value),
  ),
  ...everySaid(incident, 'person').flatMap((held) => held.value.role ?? []),
  ...everySaid(incident, 'group').map((held) => held.value.what),
  ...everySaid(incident, 'law').flatMap((held) => held.value.name ?? []),
]
