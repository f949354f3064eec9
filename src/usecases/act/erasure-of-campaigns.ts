/** A person or an incident to be forgotten in; every campaign for them erased, and what the others keep of it out. */
import type { Json } from '../../core/json.ts'
import type { Writer } from '../../store/append.ts'
import type { Store } from '../../store/connect.ts'
import { eraseIn } from '../../store/erase.ts'
import type { CampaignRow } from '../../store/tables.ts'

type Reader = Pick<Store, 'selectFrom'>

/** For them, in whatever version: gone whole. */
export const campaignsFor = (store: Reader, person: string): Promise<ReadonlySet<string>> =>
  campaignsWhere(store, ({ subject }) => subject.kind === 'person' && subject.person === person)

export const campaignsOn = (store: Reader, incident: string): Promise<ReadonlySet<string>> =>
  campaignsWhere(store, ({ subject }) => subject.kind === 'incident' && subject.incident === incident)

async function campaignsWhere(
  store: Reader,
  isMeant: (content: CampaignRow['content']) => boolean,
): Promise<ReadonlySet<string>> {
  const rows = await store.selectFrom('campaigns').select(['id', 'content']).execute()
  return new Set(rows.flatMap((one) => (isMeant(one.content) ? [one.id] : [])))
}

/** `rest`: what becomes of the words that stay; null: they go, and the row with them. Returns how many rows were changed or removed. */
export async function eraseCampaigns(
  writer: Writer,
  gone: ReadonlySet<string>,
  rest: (value: Json) => Json,
): Promise<number> {
  await eraseWhoActed(writer, [...gone])
  const left: Parameters<typeof eraseIn>[2] = (row) => {
    const content = rest(row.content as Json)
    const why = row.why === null ? null : rest(String(row.why))
    return content === null ? null : { ...row, content, why }
  }
  const entries = await eraseIn(writer, 'campaign_entries', (row) =>
    gone.has(String(row.campaign)) ? null : left(row),
  )
  return (
    entries + (await eraseIn(writer, 'campaigns', (row) => (gone.has(String(row.id)) ? null : left(row))))
  )
}

/** None of it was ever in the log, so it leaves no stone. Its key is let go of by the next sweep, which finds no campaign. */
async function eraseWhoActed({ trx }: Writer, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return
  for (const table of ['action_asks', 'action_marks', 'action_news', 'action_patches'] as const)
    await trx.deleteFrom(table).where('campaign', 'in', gone).execute()
  for (const id of gone) await trx.deleteFrom('letters').where('mailing', 'like', `${id}/%`).execute()
}
