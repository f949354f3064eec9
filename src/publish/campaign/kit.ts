/** A campaign in, what lies on the table at an event out: the story, how to keep safe, letters, sheets to count on with their codes, patches to colour. */
import type { Letter } from '../../core/act/letter.ts'
import { labelIn } from '../../core/language.ts'
import { blankPanel } from '../quilt/sewn-alone.ts'
import type { Block, Leaf, Leaves } from './leaves.ts'
import { letterLeaf } from './printed-letter.ts'
import { standingOf } from './status.ts'
import type { CampaignView } from './view.ts'
import { toldIn } from './words.ts'

/** `codes`: a sheet each; none: sheets with an empty box for a code that the organisers give. */
export function kitOf(view: CampaignView, letters: readonly Letter[], codes: readonly string[]): Leaves {
  const { campaign, words, site } = view
  const title = toldIn(campaign.title, words)
  const address = site.whole(words.language, { kind: 'campaign', id: campaign.id }, 'html')
  return {
    // No foot: letters go to authorities, and say nothing of where they come from.
    ...{ language: words.language, title, foot: '' },
    leaves: [
      story(view, title, address),
      safety(view),
      ...letters.map(letterLeaf),
      ...(codes.length === 0 ? [''] : codes).map((code) => sheet(view, code)),
      patches(view),
    ],
  }
}

function story(view: CampaignView, title: string, address: string | null): Leaf {
  const { campaign, words, person } = view
  const standing = person && standingOf(person, view)
  const told = toldIn(campaign.story, words)
  return {
    ...{ label: words.t('act.kit.label'), heading: title },
    blocks: [
      { kind: 'lead', text: toldIn(campaign.demand, words) },
      ...(standing
        ? [
            {
              kind: 'para',
              text: `${words.t('act.kit.today', { day: campaign.asOf })} ${standing.text}`,
            } as const,
          ]
        : []),
      ...(told === '' ? [] : [{ kind: 'para', text: told } as const]),
      { kind: 'points', items: campaign.points.map((one) => toldIn(one, words)) },
      ...(address === null ? [] : [{ kind: 'small', text: address } as const]),
    ],
  }
}

/** Said aloud before anybody writes: a checklist, and nothing of it is written down. */
const safety = ({ words }: CampaignView): Leaf => ({
  ...{ label: words.t('act.kit.label'), heading: words.t('act.kit.safety') },
  blocks: [
    {
      kind: 'points',
      items: ['ask', 'names', 'photos', 'country', 'nothing', 'children'].map((one) =>
        words.t(`act.kit.safety.${one}`),
      ),
    },
  ],
})

function sheet({ words, codebook, campaign }: CampaignView, code: string): Leaf {
  const units = campaign.kinds.flatMap((kind) => {
    const unit = codebook.campaigns.actions.get(kind)?.unit
    return unit ? [labelIn(unit, words.language).text] : []
  })
  const blocks: readonly Block[] = [
    { kind: 'code', text: code === '' ? '□□□-□□□□' : code },
    { kind: 'small', text: words.t(code === '' ? 'act.kit.sheet.no-code' : 'act.kit.sheet.code') },
    {
      ...{ kind: 'boxes', rows: units },
      heads: ['unit', 'counted', 'least', 'most'].map((one) => words.t(`act.kit.sheet.${one}`)),
    },
    { kind: 'para', text: words.t('act.kit.sheet.day') },
    { kind: 'para', text: words.t('act.kit.sheet.who') },
    { kind: 'small', text: words.t('act.kit.sheet.back') },
  ]
  return { label: words.t('act.kit.label'), heading: words.t('act.kit.sheet'), blocks }
}

const patches = ({ words }: CampaignView): Leaf => ({
  ...{ label: words.t('act.kit.label'), heading: words.t('act.kit.patches') },
  blocks: [
    { kind: 'small', text: words.t('act.kit.patches.how') },
    { kind: 'figure', svg: blankPanel(), alt: words.t('act.kit.patches'), height: '205mm' },
  ],
})
