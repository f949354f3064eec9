/** A campaign in, the sheet of its quilt out: every patch, the shapes with their numbers, and the words that came with them behind. */
import { sewnAlone, sewnSigns } from '../quilt/sewn-alone.ts'
import { sewnInWords } from '../quilt/solidarity.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { subjectName } from './demand.ts'
import type { CampaignView } from './view.ts'
import { toldIn } from './words.ts'

/** Null: nobody has sewn yet. */
export function quiltSheetOf(view: CampaignView): Sheet | null {
  const { campaign, words, site } = view
  const { patches } = campaign
  if (patches.length === 0) return null
  const address = site.whole(words.language, { kind: 'campaign', id: campaign.id }, 'html')
  const title = toldIn(campaign.title, words)
  return {
    language: words.language,
    kind: words.t('act.quilt.title'),
    subject: subjectName(view) ?? toldIn(campaign.demand, words),
    title,
    svg: sewnAlone(patches),
    signs: sewnSigns(patches, words),
    alt: sewnInWords(patches, words),
    captions: [words.t('act.quilt.caption', { n: patches.length })],
    list: patches.flatMap((one, at) =>
      one.words === null ? [] : [{ number: at + 1, when: '', told: one.words }],
    ),
    foot: [address, words.t('footer.licence')].filter((one) => one !== null).join(' · '),
  }
}
