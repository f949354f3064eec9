/** Who may read a record as it stands in, who decided so, and a form that narrows or opens it out. */
import { TIERS } from '../../../core/tier.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import type { TierDecided } from '../../../store/queries/tiers.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import type { Desktop } from '../desktop.ts'
import { decidedTiers } from '../documents/answers-form.ts'
import { tokenField } from '../frame.ts'
import { select } from './told-fields.ts'

export function tierForm(desktop: Desktop, row: IncidentRow, tiers: readonly TierDecided[]): Markup {
  const { face } = desktop
  const { t, language } = face.words
  return html`<p>${t('hand.tier.now', { tier: t(`tier.${row.tier}`) })}</p>${decidedTiers(desktop, tiers)}
<form method="post" action="/${language}/desk/records/${row.id}/tier">${tokenField(face)}<p class="fields">${select(
    'tier',
    t('work.tier'),
    TIERS.map((tier) => [tier, t(`tier.${tier}`)] as const),
    row.tier,
  )} <label>${t('work.why')} *<br><input name="why" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('hand.tier.do')}</button></p></form>`
}
