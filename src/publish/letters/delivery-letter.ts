/** A campaign as readers see it, an authority and a count in; the mail that hands the count over out: the demand, the number, a hash, and nobody's name. */

import type { ActionKind } from '../../core/act/actions.ts'
import type { Authority } from '../../core/act/addressee.ts'
import type { PublicCampaign } from '../../core/act/public-campaign.ts'
import type { Codebook } from '../../core/codebook.ts'
import { LANGUAGES, type Language, labelIn } from '../../core/language.ts'
import type { Words } from '../../core/words.ts'
import { href, type Site } from '../links.ts'
import { localeOf } from '../telling/when.ts'
import type { Written } from './write.ts'

export type HandedOver = {
  readonly campaign: Pick<PublicCampaign, 'id' | 'demand' | 'targets'>
  readonly authority: Authority
  readonly of: ActionKind
  readonly counted: number
  /** SHA-256. */
  readonly manifest: string
  /** Mails lead to the page of the campaign. */
  readonly site: Site
}
type Given = { readonly codebook: Codebook; readonly words: Readonly<Record<Language, Words>> }

/** The languages in which its duty was written, of those that have the demand; where it is in none of them, all that have it. */
export function languagesOf({ campaign, authority }: HandedOver): readonly Language[] {
  const told = LANGUAGES.filter((one) => campaign.demand[one] !== null)
  const target = campaign.targets.find((one) => one.authority === authority.id)
  const own = told.filter((one) => (target?.duty[one] ?? null) !== null)
  return own.length > 0 ? own : told
}

/** Null: readers may see the demand in no language, so nobody gets it. Hostile or not, an authority gets numbers alone. */
export function deliveryLetter(handed: HandedOver, given: Given): Written | null {
  const [first, ...more] = languagesOf(handed)
  if (first === undefined) return null
  const texts = [first, ...more].map((one) => textIn(one, handed, given))
  return { subject: given.words[first].t('act.letter.subject'), text: `${texts.join('\n\n* * *\n\n')}\n` }
}

function textIn(language: Language, handed: HandedOver, { codebook, words }: Given): string {
  const { campaign, authority, of, counted, manifest, site } = handed
  const { t } = words[language]
  const unit = codebook.campaigns.actions.get(of)?.unit
  const duty = campaign.targets.find((one) => one.authority === authority.id)?.duty[language] ?? null
  return [
    labelIn(authority.salutation, language).text,
    t('mailing.counted', {
      n: counted.toLocaleString(localeOf(language)),
      unit: unit ? labelIn(unit, language).text : of,
    }),
    campaign.demand[language] ?? '',
    ...(duty === null ? [] : [duty]),
    t('mailing.nobody'),
    `${t('mailing.hash')}\n${manifest}`,
    href(site, language, { kind: 'campaign', id: campaign.id }),
    t('act.letter.closing'),
  ].join('\n\n')
}
