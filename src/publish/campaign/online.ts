/** What the site itself takes for a campaign and what it has counted in, links to the forms and lines beside the other counts out: rounded, each unit by itself. */
import type { ActionKind } from '../../core/act/actions.ts'
import { takesOn } from '../../core/act/campaign.ts'
import type { ShownCount } from '../../core/act/counts.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { labelled, row } from '../pages/parts.ts'
import { localeOf } from '../telling/when.ts'
import type { CampaignView } from './view.ts'

/** Only where a server takes them: a copy leads to paper. */
export function onlineForms(view: CampaignView): Piece {
  const { campaign, words, site, takesPart } = view
  const kinds = campaign.taking.kinds.filter((kind) => takesOn(campaign.taking, kind, campaign.asOf))
  if (takesPart !== true || !site.isServed || kinds.length === 0) return false
  return row(
    'here',
    words.t('act.form.label'),
    words.t('act.online.note'),
    words.t('act.online.heading'),
    html`<ul class="links">${kinds.map(
      (kind) =>
        html`<li><a href="${href(site, words.language, { kind: 'act', campaign: campaign.id, of: kind })}">${words.t(`act.form.${kind}`)}</a></li>`,
    )}</ul>`,
  )
}

export const onlineCounts = (view: CampaignView): Piece => {
  const all = view.actions?.counts ?? []
  return all.length > 0 && all.map((one) => line(one, view))
}

function line(one: ShownCount, { words, codebook }: CampaignView): Markup {
  const format = (n: number): string => n.toLocaleString(localeOf(words.language))
  const { t } = words
  const number =
    one.shown === null
      ? t('act.online.few')
      : one.exact
        ? format(one.shown)
        : t('act.at-least', { n: format(one.shown) })
  const unit = codebook.campaigns.actions.get(one.kind as ActionKind)?.unit
  const how = t(one.kind === 'signature' ? 'act.online.confirmed' : 'act.online.said')
  const countries = one.countries.flatMap(({ country, shown }) =>
    country !== null && shown !== null ? [`${nameOf(country, words.language)} ${format(shown)}`] : [],
  )
  const notes = [
    !one.exact && t('act.online.rounded'),
    one.waits !== null && t('act.online.waits', { n: format(one.waits) }),
    one.invalid !== null && t('act.online.invalid', { n: format(one.invalid) }),
    countries.length > 0 && countries.join(', '),
  ].filter(Boolean)
  return html`<li><div class="num">${number}<small>${unit ? labelled(unit, words) : one.kind}</small></div><div><p>${how}</p><span class="src">${notes.join(' · ')}</span></div></li>
`
}

const nameOf = (country: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(country.toUpperCase()) ?? country
