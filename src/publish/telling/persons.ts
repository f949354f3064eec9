/** A public incident in, how many people suffered it out: as its sources say, never a guess. */
import type { IncidentBody } from '../../core/public-record.ts'
import type { GroupValue, Qualifier } from '../../core/values.ts'
import { isDisputed } from '../fields.ts'

/** `max` null: open upwards. `min` null: only an upper bound is known. */
export type Persons = {
  readonly min: number | null
  readonly max: number | null
  readonly qualifier: Qualifier
}

/** The unit of a group is the document's own words, so it is read by words: people who were struck, not things or crowds. */
const PEOPLE =
  /people|person|activist|protest|women|woman|\bm[ea]n\b|journalist|blogger|lawyer|supporter|member|delegate|resident|worker|detained|arrested|fined|sentenced|convicted|killed|injured|dead|death|deaths|wife|student|prisoner|demonstrator|mourner|doctor|editor|summoned|questioned|tried|suspect|participant|observer|челове|люд|активист|журналист|блогер|граждан|адвокат|рабоч|студент|женщин|мужчин|жител|задержан|осужд|адам|белсенді|азамат/i
const OTHER =
  /gather|took part|taking part|living|march|fled|police|officer|official|witness|case|cit(y|ies)|town|region|detentions|house|window|car\b|vehicle|phone|account|site|building|complain|called|собрал|участ|полиц|жинал|қатыс/i

export const isOfPersons = (what: string): boolean => PEOPLE.test(what) && !OTHER.test(what)

/** Words by which a source counts those whom one act struck; nobody may be told killed because he was counted as hurt. */
const STRUCK: Readonly<Record<string, RegExp>> = {
  killing: /kill|dead|died|death|погиб|убит|қаза|өлтір/i,
  death_in_custody: /died|dead|death|умер|қайтыс/i,
  physical_attack: /injur|wound|beaten|hurt|ранен|избит|жаралан/i,
  detention: /detain|arrest|taken|held|задерж|арест|ұстал/i,
  preventive_detention: /detain|arrest|taken|held|задерж|ұстал/i,
  arrest: /detain|arrest|арест|тұтқын/i,
  fine: /fined|штраф|айыппұл/i,
  administrative_detention: /administrative detention|jailed|sentenced|арест|қамақ/i,
  imprisonment: /prison|sentenced|jailed|лишен/i,
  conviction: /convicted|sentenced|guilty|осужд|сотталған/i,
  summons: /summon|called|вызва|шақыр/i,
  interrogation: /question|допрош|жауап/i,
  criminal_case_opened: /suspect|suspicion|investigat|подозрева|күдікті/i,
  release: /releas|freed|освобо|босатыл/i,
}
const NAMES_AN_ACT = new RegExp(
  Object.values(STRUCK)
    .map((one) => one.source)
    .join('|'),
  'i',
)

/** Where people gathered, «20 people» may be the crowd and not those who were struck. */
const GATHERINGS = ['protest_held', 'hunger_strike']

/** Groups of struck people; for one act those counted by it. A group that names no act stands for it only when it is the one figure there is. */
function groupsOf(incident: IncidentBody, act: string | null): readonly GroupValue[] {
  const all = incident.fields.groups.map((shown) => shown.value).filter((group) => isOfPersons(group.what))
  if (act === null) return all
  const own = all.filter((group) => STRUCK[act]?.test(group.what))
  if (own.length > 0) return own
  const only = incident.fields.groups.length === 1 && all[0] && !NAMES_AN_ACT.test(all[0].what) ? all : []
  return only.filter((group) => (group.min === 1 && group.max === 1) || struckAllBy(incident) === act)
}

/** What a report says of everybody it counts comes first in its story; what «some» of them met later is not said of all. */
const FIRST_STEPS = ['preventive_detention', 'detention', 'arrest', 'summons', 'interrogation']

/** The act that an uncounted figure stands for: the only one, or the first step towards the others; null where people gathered. */
function struckAllBy(incident: IncidentBody): string | null {
  const acts = incident.fields.acts.map((shown) => shown.value)
  if (acts.some((act) => GATHERINGS.includes(act))) return null
  return (acts.length === 1 ? acts[0] : FIRST_STEPS.find((step) => acts.includes(step))) ?? null
}

/** Named, under another name, or withheld: each is one person. */
const harmed = (incident: IncidentBody): number =>
  incident.fields.people.filter((shown) => shown.value.harmed === true).length

/** People struck by the incident, or by one act of it; null when no source says. The largest group stands: smaller ones lie within it. */
export function personsTold(incident: IncidentBody, act: string | null = null): Persons | null {
  const groups = groupsOf(incident, act)
  const alone = harmed(incident)
  const disputed = isDisputed(incident, 'groups')
  if (groups.length === 0) return alone > 0 ? { min: alone, max: alone, qualifier: 'exact' } : null
  if (disputed) {
    const mins = groups.flatMap((group) => group.min ?? group.max ?? [])
    const open = groups.some((group) => group.max === null)
    const maxes = groups.flatMap((group) => group.max ?? [])
    const min = mins.length > 0 ? Math.max(Math.min(...mins), alone) : null
    const max = open || maxes.length === 0 ? null : Math.max(...maxes, alone)
    return { min, max, qualifier: max === null ? 'at_least' : min === max ? 'exact' : 'estimate' }
  }
  const most = [...groups].sort((a, b) => (b.min ?? b.max ?? 0) - (a.min ?? a.max ?? 0))[0]
  if (!most || (most.min ?? most.max ?? 0) < alone) return { min: alone, max: alone, qualifier: 'exact' }
  return { min: most.min, max: most.max, qualifier: most.qualifier }
}

/** True when every act may be said of everybody: one person and nobody else, or people listed one by one whose penalties do not differ. */
export function allAlike(incident: IncidentBody): boolean {
  const { people, groups, penalties } = incident.fields
  const persons = personsTold(incident)
  if (persons?.min === 1 && persons.max === 1 && people.length + groups.length <= 1) return true
  const kinds = new Set(penalties.map((shown) => shown.value.type))
  const isShared = penalties.every(({ value }) => value.persons === null || value.persons === people.length)
  return (
    groups.length === 0 && people.every((shown) => shown.value.harmed === true) && kinds.size <= 1 && isShared
  )
}
