/** A sentence and the strand before it → why it starts another incident, if it does. */
import type { Line } from './lines.ts'
import type { NameMention } from './names.ts'
import { dayOf, GOOD_END, harmsOf } from './strand.ts'
import { says } from './turns.ts'

const LINKED =
  /\b(?:as well|same (?:grounds|charges|case|trial|court|reason)|similar|along with|together with|both (?:women|men|of)|in the same|(?:has|have) since|co-?(?:defendants?|accused)|accomplices?|(?:one|two|three|four|five|some|several|most|\d+) of them)\b/i
const BACKWARD =
  /^(?:(?:However|But|Later|Subsequently|After (?:the|that|this)|Most|All|Some(?! \d)|Many|None|Those|They|He|She|His|Her|Their|It|This|These|The (?:police|court|activists?|journalists?|men|women|two|three|judge|authorities)|Among|Both|Of (?:these|those|whom)|In at least|One|Its|Despite (?:the|this|that)|In response|As a result|Following (?:this|that)|Co-[a-z]+|(?:A|The) (?:second|third|fourth|fellow|other|latter))\b)/
const CLOCK =
  /^(?:At (?:around|about) \d|Later that (?:day|evening)|In a separate|In another|Separately|Elsewhere)/i
const BESIDES = /^(?:In addition,|Additionally,|Moreover,)/
const MORE = /\b(?:also|another|too|in addition)\b/i
const OFFICIAL = /(?:[Jj]udge|[Pp]rosecutor|[Mm]inister|[Pp]resident|[Mm]ayor|[Ss]pokes\w+|[Ll]awyer)\s+$/
const OBJECT =
  /(?:by|against|(?<!\b(?:house|home|flat|car|office|phone|wife|husband|son|daughter|brother|sister|parents|family) )of|with) (?:\w+ ){0,2}$/
/** Many people whom nobody names, in a time or a place of their own. */
const SWEEPS =
  /^(?:(?:During|Since|Throughout|In|Over|Across|At) [^,;.]{3,60}, )(?:many|dozens of|hundreds of|scores of|several|numerous|some|other) (?:\w+ ){0,3}?(?:people|activists?|journalists?|politicians?|protesters?|residents|students|workers|women|men|members|supporters|critics|bloggers|lawyers)\b/
/** True for a sentence about many people whom nobody names. */
export const sweeps = (line: Line): boolean => SWEEPS.test(line.words)

/** How far into a sentence its subject may stand, in characters. */
const SUBJECT_REACH = 110

const OF_TRIAL: ReadonlySet<string> = new Set([
  'conviction',
  'imprisonment',
  'suspended_sentence',
  'administrative_detention',
  'fine',
  'warning',
  'acquittal',
  'restriction_of_freedom',
  'activity_ban',
])

const OF_LAW: ReadonlySet<string> = new Set(['restrictive_law', 'emergency_measure'])

/** «Two camera operators were given probation»: part of those a trial was about, told by their number. */
const COUNTED =
  /^(?:The (?:other|remaining)|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|\d+|Several|Some|The (?:two|three|four|five)) /

const OF_BODIES: ReadonlySet<string> = new Set([
  'media_closure',
  'website_blocking',
  'internet_shutdown',
  'dissolution',
  'organisation_banned',
  'registration_denied',
  'protest_ban',
])

type Before = {
  readonly told: ReadonlySet<string>
  readonly victim: string | undefined
  readonly days: readonly string[]
  readonly gathering: boolean
  readonly places: ReadonlySet<string>
  readonly counted: boolean
  readonly ended: boolean
  /** Only a law was told. */
  readonly law: boolean
  /** People counted together were convicted: the penalties of each follow. */
  readonly sentenced: boolean
  readonly tried: boolean
  /** What was done struck an outlet or an organisation, and nobody by name. */
  readonly impersonal: boolean
}

/** The first sentence names the victim; of a telling without end only the last are looked at again. */
const REMEMBERED = 60

function beforeOf(all: readonly Line[]): Before {
  const open = all.length > REMEMBERED ? [...all.slice(0, 1), ...all.slice(-REMEMBERED)] : all
  const names = open.flatMap((one) => one.names.map((name) => name.name))
  const acts = open.flatMap((one) => one.acts.map((act) => act.act))
  return {
    told: new Set(names),
    victim: names[0],
    days: open.map(dayOf).filter((one) => one !== null),
    places: new Set(open.flatMap((one) => one.places.map((place) => place.canonical))),
    gathering: acts.includes('protest_held') || acts.includes('protest_dispersal'),
    counted: open.some((one) => one.groups.length > 0),
    law: acts.length > 0 && acts.every((act) => OF_LAW.has(act)),
    impersonal: names.length === 0 && acts.length > 0 && acts.every((act) => OF_BODIES.has(act)),
    tried: acts.some((act) => act === 'conviction' || act === 'imprisonment'),
    sentenced: acts.includes('conviction') && open.some((one) => one.groups.length > 0),
    ended: acts.some((act) => GOOD_END.has(act)),
  }
}

/** Why the sentence starts another incident, as a rule id; null when it goes on with the open one. */
export function newStrand(line: Line, open: readonly Line[]): string | null {
  if (LINKED.test(line.words) || says(line, 'linked')) return null
  if (
    (CLOCK.test(line.words) || says(line, 'clock')) &&
    line.groups.length + line.names.length + line.places.length > 0
  )
    return 'split-clock@1'
  if (harmsOf(line).length === 0) return null
  const before = beforeOf(open)
  const fresh = (one: NameMention): boolean => !before.told.has(one.name)
  if ((BESIDES.test(line.words) || says(line, 'besides')) && line.names.every(fresh)) return 'split-besides@1'
  if (BACKWARD.test(line.words) || says(line, 'backward')) return null
  if (
    before.law &&
    (dayOf(line) !== null ||
      line.names.length > 0 ||
      (line.groups.length > 0 && line.acts.some((one) => one.act === 'protest_held'))) &&
    harmsOf(line).every((one) => !OF_LAW.has(one.act))
  )
    return 'split-after-law@1'
  if (
    before.tried &&
    COUNTED.test(line.words) &&
    dayOf(line) === null &&
    line.places.length === 0 &&
    harmsOf(line).every((one) => OF_TRIAL.has(one.act) || GOOD_END.has(one.act))
  )
    return null
  if (before.sentenced && dayOf(line) === null && harmsOf(line).every((one) => OF_TRIAL.has(one.act)))
    return null

  // «During the quarantine, many activists were searched»: a sweep after the case of one person.
  if (sweeps(line) && before.told.size === 1 && !before.counted && !before.gathering) return 'split-sweep@1'

  const upTo = (at: number): string => line.words.slice(0, at - line.span.start)
  const day = dayOf(line)
  const otherDay =
    day !== null &&
    before.days.length > 0 &&
    !before.days.includes(day) &&
    line.dates.some((one) => one.use === 'act' && (!one.relative || one.value.precision === 'year'))
  const lead = line.names.filter(
    (one) => one.span.start - line.span.start < SUBJECT_REACH && !OBJECT.test(upTo(one.span.start)),
  )
  const newVictim =
    lead.length > 0 &&
    lead.every((one) => fresh(one) && one.part === undefined && !OFFICIAL.test(upTo(one.span.start)))
  const also =
    (MORE.test(line.words) || says(line, 'also')) && !(before.gathering && /^another/i.test(line.words))

  const count = line.groups[0]
  if (also && count && line.names.length === 0 && !/\bof (?:those|them|whom)\b/.test(upTo(count.span.start)))
    return 'split-also-count@1'
  if (
    newVictim &&
    !before.gathering &&
    (before.told.size > 0 ||
      otherDay ||
      also ||
      // Who is named without a day or a place after people were counted is one of them.
      (before.counted && (day !== null || line.places.length > 0)) ||
      before.impersonal)
  )
    return 'split-new-person@1'
  if (!otherDay) return null
  const elsewhere = line.places.some((one) => one.use === 'scene' && !before.places.has(one.canonical))
  if (line.names.length > 0 && line.names.every(fresh) && (!before.gathering || elsewhere))
    return 'split-other-day@1'
  if (also && !before.ended) return 'split-also-day@1'
  const anotherVictim = lead.length > 0 && !lead.some((one) => one.name === before.victim)
  return anotherVictim && day < (before.days[0] ?? '') ? 'split-other-day@1' : null
}
