/** Records, a form and who asks in; the copy as it leaves, or the answer that refuses it, out. */
import type { Answer } from '../crawl.ts'
import type { Entered } from '../world.ts'
import { type Desk, sent } from './desk-crawl.ts'

export type Asked = { readonly ids: readonly string[]; readonly audience: 'public' | 'partner' | 'team' }

export async function askedFor(app: Desk, who: Entered, { ids, audience }: Asked): Promise<string> {
  const fields = [...ids.map((id) => ['ids', id]), ['audience', audience], ['reason', 'for a briefing']]
  const { status, text } = await sent(app, who, 'exports', fields as [string, string][])
  const id = /"id":"([\w-]+)"/.exec(text)?.[1]
  if (status !== 200 || !id) throw new Error(`no copy: ${text}`)
  return id
}

export const taken = (app: Desk, who: Entered, id: string, format: string): Promise<Answer> =>
  sent(app, who, `exports/${id}/take`, { format })
export const agreed = (app: Desk, who: Entered, id: string): Promise<Answer> =>
  sent(app, who, `exports/${id}/agree`, {})
