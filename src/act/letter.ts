/** A campaign and an authority in, a letter that somebody can print or send out: the right form of address, points, and nothing of who writes. */
import type { Authority } from '../core/act/addressee.ts'
import type { Letter } from '../core/act/letter.ts'
import type { Told } from '../core/act/lines.ts'
import type { PublicCampaign } from '../core/act/public-campaign.ts'
import { type Language, labelIn } from '../core/language.ts'
import type { Words } from '../core/words.ts'

/** Null: the demand was not written in this language, and nothing is translated by a machine. */
export function letterTo(
  campaign: Pick<PublicCampaign, 'demand' | 'points' | 'targets'>,
  authority: Authority,
  words: Words,
): Letter | null {
  const { language } = words
  const demand = campaign.demand[language]
  if (demand === null) return null
  const target = campaign.targets.find((one) => one.authority === authority.id)
  const isHostile = authority.hostile || target?.hostile === true
  const duty = target?.duty[language] ?? null
  return {
    ...{ language, mail: authority.mail, demand },
    to: [labelIn(authority.name, language).text, ...(authority.post ?? [])],
    subject: words.t('act.letter.subject'),
    salutation: labelIn(authority.salutation, language).text,
    points: [...written(campaign.points, language), ...(duty === null ? [] : [duty])],
    closing: words.t('act.letter.closing'),
    signature: isHostile ? null : words.t('act.letter.signature'),
  }
}

const written = (all: readonly Told[], language: Language): readonly string[] =>
  all.flatMap((one) => one[language] ?? [])
