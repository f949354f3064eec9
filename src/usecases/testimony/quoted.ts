/** The house and who asks in; the quotations that they may read today out, as withholding makes them. Nothing of it is kept for readers: each asking asks the consents anew. */
import { HOME } from '../../core/access.ts'
import type { Json } from '../../core/json.ts'
import { basesThatBind } from '../../core/person.ts'
import type { PartnerIncident, PublicIncident } from '../../core/public-record.ts'
import type { PublicTestimony } from '../../core/testimony/testimony.ts'
import {
  partnerTestimony,
  publicTestimony,
  type QuoteWithholding,
} from '../../core/withholding/project-testimony.ts'
import type { Store } from '../../store/connect.ts'
import { partnerRows } from '../../store/queries/partner.ts'
import { loadBases, loadPeople } from '../../store/queries/people.ts'
import { publicIncidentsById } from '../../store/queries/public.ts'
import { loadTestimonies, type TestimonyOnRecord } from '../../store/queries/testimonies.ts'
import type { PartnerTestimonyRow } from '../../store/tables.ts'
import { type Context, latestToday } from '../context.ts'
import { peopleAsOne, shownAs } from '../link/people-as-one.ts'
import { heldNames } from '../writing/held-names.ts'
import { namesIn } from '../writing/prints.ts'

type Reader = Pick<Store, 'selectFrom'>
export type Quotations = ReadonlyMap<string, PublicTestimony>

type Publication = { readonly id: string; readonly organisation: string | null }

export const quotedIn = async (
  context: Pick<Context, 'knowledge' | 'clock' | 'span'>,
  house: Reader,
  publication: Publication,
): Promise<Quotations> => (await quoting(context, house))(publication)

/** For many publications of one moment. By id, of testimonies that the organisation of the publication collected itself. */
export async function quoting(
  context: Pick<Context, 'knowledge' | 'clock' | 'span'>,
  house: Reader,
): Promise<(publication: Publication) => Quotations> {
  const all = (await loadTestimonies(house, latestToday(context))).filter(stands)
  if (all.length === 0) return () => new Map()
  const given = await commonOf(context, house)
  const seen = await publicIncidentsById(house, [...new Set(all.flatMap((one) => one.incidents))])
  const byId = new Map(seen.map((one) => [one.id, one]))
  return ({ id, organisation }) => {
    const ours = all.filter((one) => one.organisation === (organisation ?? HOME))
    const made = ours.flatMap((one) => {
      const own = { ...given, ...toldIn(one.incidents.flatMap((each) => byId.get(each) ?? [])) }
      return [...one.quotations.keys()].flatMap((name) => publicTestimony(one, name, id, own) ?? [])
    })
    return new Map(made.map((one) => [one.id, one]))
  }
}

/** For partners with whom every incident that a testimony tells of is shared. */
export async function partnerTestimonyRows(
  context: Context,
  trx: Reader,
): Promise<readonly PartnerTestimonyRow[]> {
  const all = (await loadTestimonies(trx, latestToday(context))).filter(
    (one) => one.incidents.length > 0 && stands(one),
  )
  if (all.length === 0) return []
  const shared = new Map((await partnerRows(trx)).map((one) => [one.id, one]))
  const given = await commonOf(context, trx)
  return all.flatMap((one): readonly PartnerTestimonyRow[] => {
    const rows = one.incidents.flatMap((id) => shared.get(id) ?? [])
    if (rows.length < one.incidents.length) return []
    const [first, ...more] = rows.map((row) => row.shared_with)
    const shared_with = (first ?? []).filter((whom) => more.every((each) => each.includes(whom)))
    if (shared_with.length === 0) return []
    const own = { ...given, ...toldIn(rows.map((row) => row.body)) }
    return [...one.quotations.keys()].flatMap((name) => {
      const body = partnerTestimony(one, name, own)
      return body
        ? [{ id: body.id, organisation: one.organisation, shared_with, body: body as unknown as Json }]
        : []
    })
  })
}

const stands = ({ quotations }: TestimonyOnRecord): boolean =>
  [...quotations.values()].some((one) => one.state === 'stands')

async function commonOf(
  context: Pick<Context, 'knowledge' | 'clock' | 'span'>,
  house: Reader,
): Promise<Omit<QuoteWithholding, 'shown' | 'open'>> {
  const one = await peopleAsOne(house)
  const { withNamesOfAll } = await shownAs(house, one.merged)
  return {
    naming: context.knowledge.codebook.naming,
    people: withNamesOfAll(await loadPeople(house)),
    bases: basesThatBind(await loadBases(house), one.bound, latestToday(context)),
    names: await heldNames(context, house),
  }
}

const toldIn = (
  incidents: readonly (PublicIncident | PartnerIncident)[],
): Pick<QuoteWithholding, 'shown' | 'open'> => ({
  shown: incidents.flatMap(namesIn),
  open: new Set(incidents.map((one) => one.id)),
})
