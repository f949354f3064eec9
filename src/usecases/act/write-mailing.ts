/** A mail of a delivery in, as it is to be handed over now; what it says out. Null: it may not leave now. */
import { paceOf } from '../../core/act/mailing.ts'
import { mostToldAt } from '../../core/act/pace.ts'
import type { Letter } from '../../core/letter.ts'
import { deliveryLetter } from '../../publish/letters/delivery-letter.ts'
import type { Written } from '../../publish/letters/write.ts'
import { type Site, servedAt } from '../../publish/links.ts'
import { isShut } from '../../store/queries/house.ts'
import { publicCampaign, publicCampaigns } from '../../store/queries/public-campaigns.ts'
import type { LetterRow } from '../../store/tables.ts'
import type { Post } from '../letters/post.ts'
import { manifestFor } from './delivery.ts'
import { mailingsUnderWay, type UnderWay } from './mailings-under-way.ts'

/** Of those whose mails may leave now: how many each may tell of. */
export async function mailingsThatGoOn(post: Post): Promise<ReadonlyMap<string, number>> {
  const waits = await post.store
    .selectFrom('letters')
    .select('id')
    .where('kind', '=', 'delivery')
    .where('state', '=', 'waiting')
    .where('due', '<=', post.clock.now())
    .limit(1)
    .executeTakeFirst()
  if (!waits || (await isShut(post.store))) return new Map()
  const now = Date.parse(post.clock.now())
  const all = await mailingsUnderWay(post)
  // What readers may not open today is told to nobody.
  const shown = new Set((await publicCampaigns(post.store)).map((one) => one.id))
  return new Map(
    all.flatMap((one) => {
      const most = mostToldAt(paceOf(one.mailing.body), now)
      const isShown = shown.has(one.campaign.text.id)
      return one.halt === null && isShown && most > one.told ? [[one.key, most] as const] : []
    }),
  )
}

export async function writtenOfMailing(post: Post, row: LetterRow): Promise<Letter | null> {
  const [id = '', entry = ''] = (row.mailing ?? '').split('/')
  const one = (await mailingsUnderWay(post, id)).find(({ mailing }) => mailing.entry === entry)
  if (!one || one.halt !== null || row.counted === null) return null
  const text = await mailOf({ ...post, site: servedAt(post.origin) }, one, row.counted, row.due.slice(0, 10))
  return text && { ...text, id: row.id, to: one.mailing.body.address, leave: null }
}

/** What readers may see of the campaign, and nothing else of it, goes to an authority. */
export async function mailOf(
  { store, knowledge, site }: Pick<Post, 'store' | 'knowledge'> & { readonly site: Site },
  { campaign, mailing }: Pick<UnderWay, 'campaign' | 'mailing'>,
  counted: number,
  on: string,
): Promise<Written | null> {
  const { authority, of } = mailing.body
  const shown = await publicCampaign(store, campaign.text.id)
  const known = knowledge.packs.get(campaign.text.country)?.authorities.get(authority)
  if (!shown || !known) return null
  const handed = { authority, way: 'mail', of, number: counted, on } as const
  const manifest = manifestFor(campaign, handed, mailing.first).sha256
  return deliveryLetter(
    { campaign: shown, authority: known, of, counted, manifest, site },
    {
      codebook: knowledge.codebook,
      words: knowledge.words,
    },
  )
}
