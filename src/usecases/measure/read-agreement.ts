/** Who asks, a country in; how far two readers of the same words agree, field by field and quarter by quarter, out. */
import type { Incident } from '../../core/record.ts'
import { agreementOf, type FieldAgreement, type Twice } from '../../measure/agreement/fields.ts'
import { loadIncidents } from '../../store/queries/incidents.ts'
import { secondReadings } from '../../store/queries/second.ts'
import { type Context, organisationOf, packOf } from '../context.ts'
import { wantedOf } from '../second/standing-of-second.ts'
import { codingOf, codingOfWanted } from './codings.ts'
import { permitMeasure } from './counted-rows.ts'

export type AgreementRead = {
  readonly country: string
  readonly records: number
  readonly fields: readonly FieldAgreement[]
}

/** Against what stood when the second reading was written: what was settled later would make everybody look alike. */
export async function readAgreement(context: Context, country: string): Promise<AgreementRead> {
  permitMeasure(context)
  const pack = packOf(context.knowledge, country)
  const readings = await secondReadings(context.store, organisationOf(context), country)
  const upTo = new Map(readings.map((one) => [one.record, one.of_event]))
  const incidents = new Map<string, Incident>(
    (await loadIncidents(context.store, [...upTo.keys()], upTo)).map((one) => [one.id, one]),
  )
  const twice = readings.flatMap((one): readonly Twice[] => {
    const incident = incidents.get(one.record)
    if (!incident) return []
    const { record, at, document } = one
    return [{ record, at, first: codingOf(incident, document), second: codingOfWanted(wantedOf(one)) }]
  })
  return { country, records: twice.length, fields: agreementOf(twice, pack) }
}
