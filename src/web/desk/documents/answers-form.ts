/** What a record is given besides values in, the fields of a form for it out: who may read it and each field, links, a reason. */
import { labelIn } from '../../../core/language.ts'
import { LINK_KINDS } from '../../../core/record.ts'
import { narrower, TIERS } from '../../../core/tier.ts'
import { FIELDS } from '../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { TierDecided } from '../../../store/queries/tiers.ts'
import type { Answers } from '../../../usecases/review/answers.ts'
import { type BesideRecord, tierDecided } from '../../../usecases/review/beside-record.ts'
import type { Foresight } from '../../../usecases/review/foresee.ts'
import type { Desktop } from '../desktop.ts'
import { titleOf } from '../records/title.ts'
import { LINK_PLACES, TIER_PLACES } from './review-form.ts'

export type AnswersGiven = {
  readonly typed: Answers
  readonly foresight: Foresight
  readonly beside: BesideRecord
}

export function answersForm(desktop: Desktop, given: AnswersGiven): Markup {
  const { t } = desktop.face.words
  return html`<fieldset><legend>${t('review.who-reads')}</legend>${foreseen(desktop, given.foresight)}${decidedTiers(desktop, given.beside.tiers)}${recordTier(desktop, given)}
${fieldTiers(desktop, given.typed)}</fieldset>
${links(desktop, given)}
<p class="fields"><label>${t('review.why')}<br><input name="why" value="${given.typed.why}" maxlength="500" autocomplete="off"></label></p>`
}

/** What the subjects of the record ask for, with the reason a lawyer wrote: before anybody saves. */
function foreseen({ face }: Desktop, { subjects, tier }: Foresight): Piece {
  const { t, language } = face.words
  if (subjects.length === 0) return html`<p class="said">${t('review.subjects.none')}</p>`
  return html`<p class="said">${t('review.subjects', { tier: t(`tier.${tier}`) })}</p><ul class="said">${subjects.map((one) => html`<li>${labelIn(one.reason, language).text} <span class="meta">${one.id}, ${t(`tier.${one.tier}`)}</span></li>`)}</ul>`
}

/** Who decided so, when and why: nobody seals anew what is sealed, or opens it unseen. */
export function decidedTiers({ face }: Desktop, tiers: readonly TierDecided[]): Piece {
  const { t } = face.words
  const what = ({ field }: TierDecided): string =>
    field === null ? t('review.tier.record') : t(`field.${field}`)
  return (
    tiers.length > 0 &&
    html`<ul class="said">${tiers.map((one) => html`<li>${t('review.tier.decided', { what: what(one), tier: t(`tier.${one.tier}`) })} <span class="meta">${[one.by, one.at.slice(0, 10), one.why].filter(Boolean).join(' · ')}</span></li>`)}</ul>`
  )
}

/** A narrowing stands until somebody decides otherwise; an opening only for the decision it was made in. */
function recordTier({ face }: Desktop, { typed, foresight, beside }: AnswersGiven): Markup {
  const { t } = face.words
  const decided = tierDecided(beside)
  const unchosen =
    decided === null
      ? t('review.tier.subjects', { tier: t(`tier.${foresight.tier}`) })
      : t('review.tier.stands', { tier: t(`tier.${narrower(decided, foresight.tier)}`) })
  return html`<p class="fields"><label>${t('work.tier')}<br><select name="tier"><option value="">${unchosen}</option>${TIERS.map((tier) => html`<option value="${tier}"${typed.tier === tier && html` selected`}>${t(`tier.${tier}`)}</option>`)}</select></label> <label>${t('review.tier.why')}<br><input name="tier-why" value="${typed.tierWhy}" maxlength="500" autocomplete="off"></label></p>`
}

function fieldTiers({ face }: Desktop, { tiers }: Answers): Markup {
  const { t } = face.words
  const place = (n: number): Markup => {
    const typed = tiers[n] ?? { field: '', value: '', why: '' }
    const option = (value: string, text: string, chosen: string): Markup =>
      html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`
    return html`<p class="fields"><label>${t('review.add.field')}<br><select name="t${n}.field"><option value="">–</option>${FIELDS.filter((field) => field !== 'kind').map((field) => option(field, t(`field.${field}`), typed.field))}</select></label> <label>${t('work.tier')}<br><select name="t${n}.value"><option value="">–</option>${TIERS.map((tier) => option(tier, t(`tier.${tier}`), typed.value))}</select></label> <label>${t('work.why')}<br><input name="t${n}.why" value="${typed.why}" maxlength="500" autocomplete="off"></label></p>`
  }
  const isTyped = tiers.some((one) => one.field !== '' || one.value !== '' || one.why !== '')
  return html`<details${isTyped && html` open`}><summary>${t('review.tiers')}</summary><p class="said">${t('review.tiers.note')}</p>${Array.from({ length: TIER_PLACES }, (_, n) => place(n))}</details>`
}

/** By id, or by words that lead to one record: what somebody may not read is not found. */
function links(desktop: Desktop, { typed, beside }: AnswersGiven): Markup {
  const { t, language } = desktop.face.words
  const place = (n: number): Markup => {
    const one = typed.links[n] ?? { kind: '', to: '' }
    return html`<p class="fields"><label>${t('review.link.kind')}<br><select name="l${n}.kind">${LINK_KINDS.map((kind) => html`<option value="${kind}"${kind === one.kind && html` selected`}>${t(`work.link.${kind}.from`)}</option>`)}</select></label> <label>${t('review.link.to')}<br><input name="l${n}.to" value="${one.to}" list="pick-record" maxlength="200" autocomplete="off" spellcheck="false"></label></p>`
  }
  const isOpen = beside.links.length > 0 || typed.links.some((one) => one.to !== '')
  return html`<details${isOpen && html` open`}><summary>${t('review.links')}</summary><p class="said">${t('review.links.note')}</p>${
    beside.links.length > 0 &&
    html`<ul class="said">${beside.links.map((one) => html`<li>${t(`work.link.${one.kind}.from`)} <a href="/${language}/desk/records/${one.id}">${one.id}</a></li>`)}</ul>`
  }${Array.from({ length: LINK_PLACES }, (_, n) => place(n))}<datalist id="pick-record">${beside.records.map((row) => html`<option value="${row.id}">${titleOf(desktop, { kind: 'team', row })}</option>`)}</datalist></details>`
}
