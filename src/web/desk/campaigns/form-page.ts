/** The form that proposes a campaign, or supersedes its text, as a page; all faults first. */
import { ACTION_KINDS } from '../../../core/act/actions.ts'
import { labelIn } from '../../../core/language.ts'
import type { Pack } from '../../../core/pack.ts'
import { html } from '../../../publish/markup.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import { controls, type FieldFault, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { campaignFields, THRESHOLDS, thresholdFields } from './fields.ts'

export type CampaignForm = {
  /** Null: nobody has proposed it yet. */
  readonly id: string | null
  readonly pack: Pack
  readonly typed: Typed
  readonly kinds: readonly string[]
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
}

export function campaignFormPage(desktop: Desktop, form: CampaignForm): string {
  const { face, codebook } = desktop
  const { id, pack, typed, kinds, faults, lines } = form
  const { t, language } = face.words
  const heading = id === null ? t('camp.new') : t('camp.edit')
  const home = `/${language}/desk/campaigns`
  const body = section(
    html`<a href="${id === null ? home : `${home}/${id}`}">${t('camp.nav')}</a>`,
    t('camp.form.note'),
    html`<h1>${heading}</h1>${wrong([...faults.map((one) => one.line), ...lines])}
<form method="post" action="${id === null ? home : `${home}/${id}`}">${tokenField(face)}<input type="hidden" name="country" value="${pack.id}">
<fieldset><legend>${t('camp.f.kinds')}</legend>${ACTION_KINDS.map((one) => {
      const rule = codebook.campaigns.actions.get(one)
      return html`<p><label><input type="checkbox" name="kinds" value="${one}"${kinds.includes(one) && html` checked`}> ${rule ? labelIn(rule.label, language).text : one}</label></p>`
    })}</fieldset>
${controls(campaignFields(desktop, pack), typed, faults, face.words)}<fieldset><legend>${t('act.threshold')}</legend><p class="meta">${t('camp.thresholds.note')}</p>${THRESHOLDS.map(
      (n) =>
        html`<details${isTyped(n, typed) && html` open`}><summary>${t('camp.thresholds.one', { n })}</summary>${controls(thresholdFields(desktop, n), typed, faults, face.words)}</details>`,
    )}</fieldset>${button(t('camp.save'))}</form>`,
    true,
  )
  return frame(face, heading, id === null ? 'campaigns/new' : `campaigns/${id}/edit`, body)
}

const isTyped = (n: number, typed: Typed): boolean =>
  Object.entries(typed).some(
    ([name, value]) => value !== '' && new RegExp(`^(at|unit|brings)-${n}\\b`).test(name),
  )
