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

/** Groups of struck people; for one act those counted by it, else those that no other act counts. */
function groupsOf(incident: IncidentBody, act: string | null): readonly GroupValue[] {
  const all = incident.fields.groups.map((shown) => shown.value).filter((group) => isOfPersons(group.what))
  if (act === null) return all
  const own = all.filter((group) => STRUCK[act]?.test(group.what))
  return own.length > 0 ? own : all.filter((group) => !NAMES_AN_ACT.test(group.what))
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

/** True when every act may be said of everybody: one person, or no figure that says otherwise. */
export function allAlike(incident: IncidentBody): boolean {
  const persons = personsTold(incident)
  if (persons?.min === 1 && persons.max === 1) return true
  const sizes = new Set(groupsOf(incident, null).map((group) => `${group.min}..${group.max}`))
  const penalties = incident.fields.penalties.map((shown) => shown.value)
  const kinds = new Set(penalties.map((penalty) => penalty.type))
  return (
    sizes.size <= 1 &&
    kinds.size <= 1 &&
    persons?.min === persons?.max &&
    penalties.every((penalty) => penalty.persons === null || penalty.persons === persons?.min)
  )
}
