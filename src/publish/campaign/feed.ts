/** A campaign in, its feed out: each step of it, and each step of its person that the record tells, so that a new arrest is told at once. */
import { labelIn } from '../../core/language.ts'
import { nameUuid } from '../../core/name-uuid.ts'
import { dateText } from '../../core/partial-date.ts'
import { type Form, href, type Page } from '../links.ts'
import type { Feed, FeedEntry } from '../open/feed.ts'
import { updatedOf } from '../open/feed.ts'
import { whenIn } from '../telling/when.ts'
import { subjectName } from './demand.ts'
import { stepsOf } from './outcomes.ts'
import type { CampaignView } from './view.ts'
import { toldIn } from './words.ts'

const ENTRIES = 50
const instantOf = (day: string): string => `${day}T00:00:00Z`

export function campaignFeed(view: CampaignView, page: Page, form: Form): Feed {
  const { campaign, site, words } = view
  const { language } = words
  const about: Page = { kind: 'campaign', id: campaign.id }
  const url = href(site, language, about)
  const entries = [...steps(view), ...stages(view), ...answers(view)]
    .map((one): FeedEntry => ({ ...one, url, id: nameUuid(`${campaign.id} ${one.id}`) }))
    .toSorted((a, b) => b.updated.localeCompare(a.updated) || a.id.localeCompare(b.id))
    .slice(0, ENTRIES)
  return {
    id: nameUuid(`${language}/feeds/campaign/${campaign.id}`),
    title: `${subjectName(view) ?? toldIn(campaign.demand, words)} · Aigaq`,
    updated: entries[0]?.updated ?? instantOf(campaign.opened),
    self: site.address(language, page, form),
    page: url,
    entries,
  }
}

type Told = Omit<FeedEntry, 'url'>

function steps(view: CampaignView): readonly Told[] {
  const { words, codebook, tell } = view
  return stepsOf(view).map(({ on, of }, at) => {
    const updated = instantOf(on.to ?? on.from ?? '1970-01-01')
    if (of.kind === 'move') {
      const rule = codebook.campaigns.moves.get(of.move)
      const to = rule && codebook.campaigns.states.get(rule.to)?.label
      const title = to ? labelIn(to, words.language).text : of.move
      return { id: `move ${at}`, title, updated, summary: `${whenIn(on, tell)}: ${title}` }
    }
    const rule = codebook.campaigns.outcomes.get(of.outcome.outcome)?.label
    const title = rule ? labelIn(rule, words.language).text : of.outcome.outcome
    return {
      ...{ id: of.outcome.entry, title, updated },
      summary: `${whenIn(on, tell)}: ${toldIn(of.outcome.words, words)}`,
    }
  })
}

/** By the day on which the record that tells it was last decided: that is when a reader could know. */
function stages({ person, records, words, tell }: CampaignView): readonly Told[] {
  if (!person) return []
  const known = new Map(
    [...records, ...person.members.map((one) => one.incident)].map((one) => [one.id, one]),
  )
  return person.proceedings.flatMap((journey) =>
    journey.stages.map((stage, at): Told => {
      const record = stage.incident === null ? undefined : known.get(stage.incident)
      const day = stage.date?.to ?? stage.date?.from ?? '1970-01-01'
      const title = words.t(`face.stage.${stage.stage}`)
      const when = stage.date === null ? words.t('doubt.unknown') : whenIn(stage.date, tell)
      return {
        ...{ id: `${journey.id} ${at} ${stage.stage} ${stage.date ? dateText(stage.date) : ''}`, title },
        ...{ updated: record ? updatedOf(record) : instantOf(day), summary: `${when}: ${title}` },
      }
    }),
  )
}

function answers({ campaign, words, pack }: CampaignView): readonly Told[] {
  return campaign.deliveries.flatMap((one) => {
    const to = labelIn(
      pack.authorities.get(one.authority)?.name ?? { en: one.authority, ru: null, kk: null },
      words.language,
    ).text
    return [
      {
        ...{ id: one.entry, title: `${words.t('act.delivered')}: ${to}`, updated: instantOf(one.on) },
        summary: `${words.t(`act.way.${one.way}`)}, ${one.number}`,
      },
      ...one.replies.map((reply, at) => ({
        id: `${one.entry} reply ${at}`,
        title: `${words.t(`act.reply.${reply.reply}`)}: ${to}`,
        updated: instantOf(reply.on),
        summary: toldIn(reply.words, words),
      })),
    ]
  })
}
