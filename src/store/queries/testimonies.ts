/** Testimonies as they stand on a day, with what was said of each quotation, as far as whoever asks may see. */
import { HOME } from '../../core/access.ts'
import { quotationsStanding } from '../../core/testimony/standing.ts'
import type { PartnerTestimony, Testimony } from '../../core/testimony/testimony.ts'
import type { Store } from '../connect.ts'
import type { QuotationEndRow, QuotationRow, TestimonyRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

export type TestimonyOnRecord = Testimony & {
  readonly organisation: string
  /** Every version, the oldest first. */
  readonly versions: readonly TestimonyRow[]
  readonly said: readonly QuotationRow[]
  readonly ends: readonly QuotationEndRow[]
}

/** The one recorded last first. */
export async function loadTestimonies(
  store: Reader,
  today: string,
  id?: string,
): Promise<readonly TestimonyOnRecord[]> {
  const told = store.selectFrom('testimonies').selectAll().orderBy('event')
  const versions = await (id === undefined ? told : told.where('id', '=', id)).execute()
  if (versions.length === 0) return []
  const said = store.selectFrom('quotations').selectAll().orderBy('event')
  const ended = store.selectFrom('quotation_ends').selectAll().orderBy('event')
  const quotations = Map.groupBy(
    await (id === undefined ? said : said.where('testimony', '=', id)).execute(),
    (one) => one.testimony,
  )
  const ends = Map.groupBy(
    await (id === undefined ? ended : ended.where('testimony', '=', id)).execute(),
    (one) => one.testimony,
  )
  return [...Map.groupBy(versions, (one) => one.id)]
    .flatMap(([own, rows]) => standingOf(rows, quotations.get(own) ?? [], ends.get(own) ?? [], today))
    .reverse()
}

function standingOf(
  versions: readonly TestimonyRow[],
  said: readonly QuotationRow[],
  ends: readonly QuotationEndRow[],
  today: string,
): readonly TestimonyOnRecord[] {
  const newest = versions.at(-1)
  if (!newest) return []
  const { id, country, speaker, told_on: on, interviewer, language, words, incidents } = newest
  const withdrawn = ends.map(({ quotation, ended_on, event }) => ({ quotation, on: ended_on, event }))
  return [
    {
      ...{ id, country, speaker, on, interviewer, language, words, incidents, versions, said, ends },
      // Nothing that was sealed once is opened by a later line.
      tier: versions.some((one) => one.tier === 'sealed') ? 'sealed' : 'team',
      organisation: versions[0]?.organisation ?? HOME,
      quotations: quotationsStanding(said, withdrawn, today),
    },
  ]
}

/** As withholding made them: nothing but partnerTestimony() fills this table. */
export async function partnerTestimonies(store: Reader): Promise<readonly PartnerTestimony[]> {
  const rows = await store.selectFrom('partner_testimonies').select('body').orderBy('id').execute()
  return rows.map((one) => one.body as unknown as PartnerTestimony)
}
