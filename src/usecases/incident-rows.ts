/** Incidents as decided in, their rows of tier 4 out: whose they are, where they stand, who may come to them, and the words that tell them. */
import { HOME } from '../core/access.ts'
import type { Json } from '../core/json.ts'
import type { Person } from '../core/person.ts'
import { heldOf, type Incident, isByRule, type TextOfRecord } from '../core/record.ts'
import { soughtIn } from '../core/sought.ts'
import { sentenceAround } from '../core/withholding/passage.ts'
import { tierOf } from '../core/withholding/tier.ts'
import type { Store } from '../store/connect.ts'
import { loadTexts } from '../store/queries/incidents.ts'
import { loadPeople } from '../store/queries/people.ts'
import type { RecordStatus } from '../store/queries/statuses.ts'
import { loadTiers } from '../store/queries/tiers.ts'
import type { IncidentStored, PassageRow } from '../store/tables.ts'
import type { Context } from './context.ts'
import { peopleAsOne, shownAs } from './link/people-as-one.ts'
import { asCounted } from './measure/as-counted.ts'
import { collectorsOf, numbersOf } from './measure/numbers-of.ts'
import { secondStandings } from './second/standing-of-second.ts'

/** More than these are asked for all at once. */
const SOME = 1_000

export async function incidentRows(
  context: Context,
  store: Pick<Store, 'selectFrom'>,
  incidents: readonly Incident[],
  statuses: ReadonlyMap<string, RecordStatus>,
): Promise<(incident: Incident) => IncidentStored> {
  const documents = await loadTexts(store, [
    ...new Set(incidents.flatMap((one) => one.tellings.map((telling) => telling.document))),
  ])
  const given = { naming: context.knowledge.codebook.naming, documents, tiers: await loadTiers(store) }
  const { codebook, packs } = context.knowledge
  const people = await namesToFind(store)
  const ids = incidents.map((one) => one.id)
  const second = await secondStandings(context, store, incidents, ids.length < SOME ? ids : undefined)
  const countedOf = await asCounted(store, incidents, (one) => ({
    tier: tierOf(one, given),
    assigned: statuses.get(one.id)?.assigned ?? [],
    state: statuses.get(one.id)?.state ?? 'coded',
  }))
  return (incident) => {
    const counted = countedOf(incident)
    const passages = passagesOf(incident, documents)
    const status = statuses.get(incident.id)
    const date = heldOf(incident, 'date')[0]?.value
    const held = incident.rulings.flatMap((one) => one.values)
    return {
      id: incident.id,
      country: incident.country,
      kind: heldOf(incident, 'kind')[0]?.value ?? 'event',
      date_from: date?.from ?? null,
      date_to: date?.to ?? null,
      precision: date?.precision ?? 'unknown',
      version: incident.version,
      organisation: status?.organisation ?? HOME,
      state: status?.state ?? 'coded',
      tier: tierOf(incident, given),
      shown: status?.shown ?? null,
      was_shown: status?.wasShown ?? false,
      coders: status?.coders ?? [],
      assigned: status?.assigned ?? [],
      shared_with: status?.sharedWith ?? [],
      passages,
      standing: held.length,
      by_rule: held.filter((one) => one.claims.some((claim) => isByRule(claim.reader))).length,
      decided_at:
        incident.rulings
          .map((one) => one.at)
          .sort()
          .at(-1) ?? null,
      second: second.get(incident.id)?.state ?? 'none',
      sought: soughtIn(incident, {
        ...{ codebook, people, passages, coders: status?.coders ?? [] },
        pack: packs.get(incident.country) ?? null,
      }),
      body: incident as unknown as Json,
      counted: counted && {
        collectors: collectorsOf(counted, documents),
        numbers: numbersOf(counted, packs.get(counted.country), codebook.counting),
      },
    }
  }
}

/** Whoever was judged to be one person is found by the names of all of them. */
async function namesToFind(store: Pick<Store, 'selectFrom'>): Promise<ReadonlyMap<string, Person>> {
  const { into, withNamesOfAll } = await shownAs(store, (await peopleAsOne(store)).sound)
  const people = withNamesOfAll(await loadPeople(store))
  return new Map([...people].map(([id, one]) => [id, people.get(into.get(id) ?? id) ?? one]))
}

/** Each telling whole, from the first sentence that governs it to the last: a lead that gives the year is read with it. */
const passagesOf = (
  incident: Incident,
  documents: ReadonlyMap<string, TextOfRecord>,
): readonly PassageRow[] =>
  incident.tellings.flatMap(({ document, span }) => {
    const text = documents.get(document)
    if (!text) return []
    const own = {
      document,
      title: text.source.title,
      publisher: text.source.publisher,
      language: text.language,
    }
    const asides = incident.rulings
      .flatMap((one) => one.values.flatMap((held) => held.claims))
      .filter((claim) => claim.document === document && claim.span !== null)
      .flatMap((claim) =>
        claim.span && claim.span.end <= span.start ? [sentenceAround(text.text, claim.span)] : [],
      )
    const spans = [...new Map([...asides, span].map((one) => [`${one.start}-${one.end}`, one])).values()]
    return spans
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => ({ ...own, start, text: text.text.slice(start, end) }))
  })
