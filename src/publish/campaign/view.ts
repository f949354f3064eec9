/** What the pages of a campaign are given: its public form, its person as the record tells them today, and the records that it names. */
import type { Authority } from '../../core/act/addressee.ts'
import type { Letter } from '../../core/act/letter.ts'
import type { PublicCampaign } from '../../core/act/public-campaign.ts'
import type { ShownActions } from '../../core/act/shown-actions.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type { Face, PersonView } from '../views.ts'

export type CampaignView = Face & {
  readonly campaign: PublicCampaign
  readonly pack: Pack
  /** What came in on the site; left out or null: nothing was counted yet. */
  readonly actions?: ShownActions | null
  /** Whether the site takes anything; a copy does not. */
  readonly takesPart?: boolean | undefined
  /** As their own page tells them, read anew each time; null: the campaign is for nobody in particular. */
  readonly person: PersonView | null
  /** Records that the story tells of, that an outcome rests on, or that it was born from. */
  readonly records: readonly PublicIncident[]
}
export type CampaignsView = Face & {
  readonly pack: Pack
  /** The one that changed last first. */
  readonly campaigns: readonly PublicCampaign[]
  readonly people: ReadonlyMap<string, PersonView>
  /** Whether any of them tells of a day ahead. */
  readonly hasDays: boolean
}
export type CampaignLetterView = CampaignView & {
  readonly authority: Authority
  /** Null: the demand was not written in this language. */
  readonly letter: Letter | null
}
