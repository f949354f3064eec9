/** A record and whoever reads it in; the incidents and the case around it that they may open out. */
import { Refusal } from '../../../core/faults.ts'
import type { CaseRecordRow } from '../../../store/tables.ts'
import { fileOf, openIncidents, readCase } from '../../../usecases/cases/read-cases.ts'
import type { Context } from '../../../usecases/context.ts'

export async function openAround(own: Context, row: CaseRecordRow): Promise<ReadonlySet<string>> {
  const file = fileOf(row)
  const sources =
    'entries' in file ? file.entries.flatMap((one) => [one, ...one.earlier]).map((one) => one.source) : []
  const ids = [
    ...row.about,
    ...[...sources, ...('source' in file ? [file.source] : [])].flatMap((one) =>
      one.kind === 'incident' ? [one.incident] : [],
    ),
  ]
  const open = new Set(await openIncidents(own, ids))
  const above = 'about' in file && 'case' in file.about ? file.about.case : undefined
  if (above === undefined) return open
  const isSeen = await readCase(own, 'proceeding', above).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
  return isSeen ? open.add(above) : open
}
