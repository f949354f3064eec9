/** A campaign in, its page out: whom it is for and where they stand today, the demand, what can be done, what was counted and delivered, and what came of it. */
import { labelIn } from '../../core/language.ts'
import { counts } from '../campaign/counts.ts'
import { deliveries } from '../campaign/deliveries.ts'
import { demand, subjectName } from '../campaign/demand.ts'
import { ways } from '../campaign/do.ts'
import { events } from '../campaign/events.ts'
import { onlineCounts, onlineForms } from '../campaign/online.ts'
import { course } from '../campaign/outcomes.ts'
import { sewnWords } from '../campaign/sewn.ts'
import { badge, standingOf } from '../campaign/status.ts'
import { progressIn, thresholds } from '../campaign/thresholds.ts'
import type { CampaignView } from '../campaign/view.ts'
import { toldIn, toldPiece } from '../campaign/words.ts'
import { campaignCard } from '../card/campaign-card.ts'
import { href, type Page, subjectFeed } from '../links.ts'
import { html, type Piece } from '../markup.ts'
import { shapes } from '../quilt/draw.ts'
import { solidarityQuilt } from '../quilt/solidarity.ts'
import { incidentList } from '../sections/list.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** `/{lang}/campaign/cam-0k3m9p` */
export function campaignPage(view: CampaignView): string {
  const { campaign, words, pack, site, records } = view
  const name = subjectName(view)
  const title = name ?? toldIn(campaign.demand, words)
  const country = labelIn(pack.name, words.language).text
  const page: Page = { kind: 'campaign', id: campaign.id }
  return layout({
    face: view,
    page,
    title,
    pack,
    card: campaignCard(view),
    feed: site.hasFeeds
      ? subjectFeed(site, words.language, { kind: 'campaign', id: campaign.id })
      : undefined,
    crumbs: [
      { text: country, page: { kind: 'country', country: pack.id } },
      { text: words.t('act.title'), page: { kind: 'campaigns', country: pack.id } },
      { text: title, page: null },
    ],
    body: html`${shapes(true)}${opening(name ?? words.t('act.title'), otherNames(view), toldPiece(campaign.title, words), badge(view))}${
      campaign.patches.length > 0 &&
      html`<section class="row full" aria-labelledby="sq"><h2 id="sq" class="vh">${words.t('act.quilt.title')}</h2>${solidarityQuilt(campaign.patches, words)}${site.isServed && html`<p class="meta"><a href="${href(site, words.language, { kind: 'campaign-file', id: campaign.id, file: 'quilt.pdf' })}">${words.t('act.quilt.sheet')}</a></p>`}</section>
`
    }${demand(view)}${ways(view)}${onlineForms(view)}${sewnWords(view)}${counts(view, onlineCounts(view))}${thresholds(view)}${course(view)}${deliveries(view)}${events(view)}${
      records.length > 0 &&
      row(
        'r',
        words.t('nav.incidents'),
        words.t('act.records.note'),
        words.t('act.records', { n: records.length }),
        incidentList(records, view),
      )
    }`,
  })
}

/** The name in the other languages, where they are written otherwise. */
function otherNames({ campaign, words }: CampaignView): Piece {
  const { subject } = campaign
  if (subject.kind !== 'person') return ''
  const own = labelIn(subject.name, words.language).text
  const others = [
    ['en', subject.name.en],
    ['ru', subject.name.ru],
    ['kk', subject.name.kk],
  ] as const
  const seen = new Set([own])
  return others.flatMap(([language, name]) => {
    if (name === null || seen.has(name)) return []
    seen.add(name)
    return [html`<span lang="${language}">${name}</span><br>`]
  })
}

/** The same as data. */
export const campaignJson = (view: CampaignView): unknown => {
  const standing = view.person && standingOf(view.person, view)
  return {
    campaign: view.campaign,
    // Rounded until the campaign closes.
    counts: view.actions?.counts ?? [],
    // Each count by itself against each threshold of its unit; of rounded ones between which numbers they lie.
    progress: progressIn(view),
    standing: standing && { text: standing.text, incidents: standing.incidents, asOf: standing.course.asOf },
  }
}
