/** A letter to an authority in, its page out: what it leaves behind first, then the letter to print, and the same as a draft of a mail. */
import { type Letter, plainLetter } from '../../core/act/letter.ts'
import { labelIn } from '../../core/language.ts'
import { subjectName } from '../campaign/demand.ts'
import type { CampaignLetterView, CampaignView } from '../campaign/view.ts'
import { toldIn } from '../campaign/words.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { certainty } from '../sections/certainty.ts'
import { facilityRules } from '../sections/facility-rules.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

/** `/{lang}/campaign/cam-0k3m9p/letter-prosecutor-general` */
export function campaignLetterPage(view: CampaignLetterView): string {
  const { words, authority, letter, campaign } = view
  const name = labelIn(authority.name, words.language).text
  const page: Page = { kind: 'campaign-letter', id: campaign.id, to: authority.id }
  return document(
    view,
    page,
    name,
    html`${opening(words.t('act.letter'), certainty(authority.certainty, words), name, html`<p class="sub">${words.t('act.letter.sub')}</p>`)}${stored(view)}${
      letter === null
        ? row(
            'x',
            words.t('act.letter'),
            '',
            words.t('act.letter.none'),
            html`<p>${words.t('act.letter.none.why')}</p>`,
          )
        : html`${row('t', words.t('act.letter.paper'), words.t(letter.signature === null ? 'act.letter.hostile' : 'act.letter.friendly'), words.t('act.letter.print'), html`${pdfLink(view)}${paper(letter)}`)}${row('m', words.t('act.letter.mail'), words.t('act.letter.mail.note'), words.t('act.letter.mail.heading'), mail(letter, view))}`
    }`,
  )
}

export const campaignLetterJson = ({ campaign, authority, letter }: CampaignLetterView): unknown => ({
  campaign: campaign.id,
  authority,
  letter,
})

/** Before anything else: what is stored, what a seizure would tell, two other ways. */
function stored({ words }: CampaignView): Markup {
  return row(
    's',
    words.t('act.before'),
    '',
    words.t('act.before.heading'),
    html`<div class="stored"><p><b>${words.t('act.stored')}</b> ${words.t('act.letter.stored')}</p><p><b>${words.t('act.seized')}</b> ${words.t('act.letter.seized')}</p><p><b>${words.t('act.other-ways')}</b> ${words.t('act.letter.other-ways')}</p></div>`,
  )
}

/** Only where a server answers: a copy has no file that is set anew. */
function pdfLink({ site, words, campaign, authority }: CampaignLetterView): Piece {
  if (!site.isServed) return false
  const page: Page = { kind: 'campaign-letter', id: campaign.id, to: authority.id, isPdf: true }
  return html`<p><a href="${href(site, words.language, page)}" download="letter-${words.language}.pdf">${words.t('act.letter.pdf')}</a></p>`
}

const paper = ({ to, salutation, demand, points, closing, signature, language }: Letter): Markup =>
  html`<div class="letter" lang="${language}"><address>${to.map((one, at) => html`${at > 0 && html`<br>`}${one}`)}</address><p>${salutation}</p><p>${demand}</p>${points.map((one) => html`<p>${one}</p>`)}<p>${closing}</p>${signature !== null && html`<p class="sign">${signature}</p>`}</div>`

function mail(letter: Letter, { words }: CampaignLetterView): Markup {
  const address = letter.mail ?? ''
  const to = `mailto:${address}?subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent(plainLetter(letter))}`
  return html`<p><a href="${to}">${words.t('act.letter.draft')}</a></p><p class="meta">${words.t(letter.mail === null ? 'act.letter.no-mail' : 'act.letter.own-mail')}</p>`
}

/** `/{lang}/campaign/cam-0k3m9p/card`: to the person or the family, by the rules of where they are. */
export function campaignCardPage(view: CampaignView): string {
  const { words, campaign, pack } = view
  const facility = campaign.facility === null ? undefined : pack.facilities.get(campaign.facility)
  const page: Page = { kind: 'campaign-card', id: campaign.id }
  return document(
    view,
    page,
    words.t('act.card'),
    html`${opening(words.t('act.card'), subjectName(view) ?? '', words.t('act.card.heading'), html`<p class="sub">${words.t('act.card.sub')}</p>`)}${row(
      's',
      words.t('act.before'),
      '',
      words.t('act.before.heading'),
      html`<div class="stored"><p><b>${words.t('act.stored')}</b> ${words.t('act.letter.stored')}</p><p><b>${words.t('act.seized')}</b> ${words.t('act.card.seized')}</p><p><b>${words.t('act.other-ways')}</b> ${words.t('act.card.other-ways')}</p></div>`,
    )}${
      facility
        ? row(
            'f',
            labelled(facility.name, words),
            words.t('act.card.rules.note'),
            words.t('act.card.rules'),
            facilityRules(facility, words),
          )
        : row(
            'f',
            words.t('act.card.rules'),
            '',
            words.t('act.card.rules.none'),
            html`<p>${words.t('act.card.rules.ask')}</p>`,
          )
    }${row('w', words.t('act.card.what'), '', words.t('act.card.what.heading'), html`<ul class="told">${['kind', 'no-case', 'no-address', 'language'].map((one) => html`<li>${words.t(`act.card.do.${one}`)}</li>`)}</ul>`)}`,
  )
}

export const campaignCardJson = ({ campaign, pack }: CampaignView): unknown => ({
  campaign: campaign.id,
  facility: campaign.facility === null ? null : (pack.facilities.get(campaign.facility) ?? null),
})

function document(view: CampaignView, page: Page, title: string, body: Piece): string {
  const { campaign, words, pack } = view
  return layout({
    face: view,
    page,
    title,
    pack,
    crumbs: [
      { text: words.t('act.title'), page: { kind: 'campaigns', country: pack.id } },
      {
        text: subjectName(view) ?? toldIn(campaign.demand, words),
        page: { kind: 'campaign', id: campaign.id },
      },
      { text: title, page: null },
    ],
    body,
  })
}
