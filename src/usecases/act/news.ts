/** A campaign in, what whoever holds the organisation's keys needs to tell those who asked for news out: their addresses as they were sealed, and a letter that says nothing by itself. */
import { zipped } from '../../adapters/zip-file.ts'
import { LANGUAGES } from '../../core/language.ts'
import { publicCampaign } from '../../store/queries/public-campaigns.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { readCampaign } from './campaigns.ts'

export type News = {
  readonly addresses: number
  readonly zip: Uint8Array
}

/**
 * This server cannot open an address, so it sends nothing: whoever has a key opens them elsewhere and writes from there. Each file
 * is one address, named by chance as it was when it came in, so that a second copy tells who was there before.
 */
export async function newsOf(context: Context, id: string): Promise<News> {
  permit(context, 'run-campaign')
  await readCampaign(context, id)
  // Words stand in a letter only of what readers may see today.
  const isShown = (await publicCampaign(context.house, id)) !== null
  const rows = await context.house
    .selectFrom('action_news')
    .select(['id', 'sealed'])
    .where('campaign', '=', id)
    .orderBy('id')
    .execute()
  const utf8 = new TextEncoder()
  const letters = LANGUAGES.map((language) => {
    const { t } = context.knowledge.words[language]
    const text = `${t('camp.news.subject')}\n\n${t('camp.news.text')}\n`
    return [`letter-${language}.txt`, utf8.encode(text)] as const
  })
  const sealed = rows.map(
    (one) => [`${one.id}.age`, new Uint8Array(Buffer.from(one.sealed, 'base64'))] as const,
  )
  return {
    addresses: rows.length,
    zip: zipped(Object.fromEntries([...(isShown ? letters : []), ...sealed])),
  }
}
