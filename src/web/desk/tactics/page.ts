/** A group's own ways to act as a page: those that stand, and the form to add one. */
import { LANGUAGES, labelIn } from '../../../core/language.ts'
import { HELPS, TACTIC_COSTS, type Tactic } from '../../../core/tactic.ts'
import { html } from '../../../publish/markup.ts'
import type { StandingTactic } from '../../../store/queries/tactics.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import { controls, type FieldFault, type FormField, saidOf, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'

export type TacticsForm = {
  readonly all: readonly StandingTactic[]
  readonly typed: Typed
  readonly ticked: readonly string[]
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
  readonly mayRelease: boolean
}

export function tacticFields({ face }: Desktop, mayRelease: boolean): readonly FormField[] {
  const { t } = face.words
  const each = (name: string, type: FormField['type']): readonly FormField[] =>
    LANGUAGES.map((one) => ({
      ...{ name: `${name}-${one}`, type, needed: one === 'en' },
      label: t(`tactic.f.${name}`, { language: t(`language.${one}`) }),
    }))
  const field = (name: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
    ...{ name, type, label: t(`tactic.f.${name}`), needed: true },
    ...more,
  })
  return [
    field('id', 'text'),
    ...each('name', 'text'),
    ...each('what', 'area'),
    field('cost', 'choice', { options: TACTIC_COSTS.map((one) => [one, t(`tactic.cost.${one}`)] as const) }),
    field('people', 'number'),
    field('hours', 'number'),
    ...each('question', 'area'),
    ...each('effect', 'area'),
    field('source', 'text', { needed: false }),
    ...(mayRelease
      ? [
          field('public', 'choice', {
            options: ['no', 'yes'].map((one) => [one, t(`demand.${one}`)] as const),
          }),
        ]
      : []),
  ]
}

export function tacticOf(typed: Typed, ticked: readonly string[]): Omit<Tactic, 'id'> {
  const labels = (name: string) => ({
    en: saidOf(typed, `${name}-en`) ?? '',
    ru: saidOf(typed, `${name}-ru`) ?? null,
    kk: saidOf(typed, `${name}-kk`) ?? null,
  })
  const source = saidOf(typed, 'source') ?? null
  const from = (name: string) => ({ from: Number(typed[name]), to: null })
  return {
    ...{ name: labels('name'), what: labels('what'), people: from('people'), hours: from('hours') },
    cost: TACTIC_COSTS.find((one) => one === typed.cost) ?? 'low',
    for: HELPS.filter((one) => ticked.includes(one)),
    questions: [labels('question')],
    evidence: [{ found: source !== null, text: labels('effect'), source }],
  }
}

export function tacticsPage(desktop: Desktop, form: TacticsForm): string {
  const { face } = desktop
  const { t, language } = face.words
  const { all, typed, ticked, faults, lines, mayRelease } = form
  const home = `/${language}/desk/tactics`
  const boxes = HELPS.map(
    (one) =>
      html`<p><label><input type="checkbox" name="for" value="${one}"${ticked.includes(one) && html` checked`}> ${t(`tactic.for.${one}`)}</label></p>`,
  )
  const body = [
    section(
      t('tactic.title'),
      t('tactic.inside'),
      html`<h1>${t('tactic.title')}</h1>${wrong([...faults.map((one) => one.line), ...lines])}<p><a href="/${language}/tactics">${t('tactic.all')}</a></p>${
        all.length > 0 &&
        html`<ul class="work">${all.map(
          (one) =>
            html`<li><div><h2 class="name">${labelIn(one.tactic.name, language).text}</h2><p class="meta">${one.id} · ${one.by} · ${t(one.isPublic ? 'demand.is-public' : 'demand.is-inside')}</p></div><form method="post" action="${home}/${one.id}/end">${tokenField(face)}${button(t('tactic.end'), true)}</form></li>`,
        )}</ul>`
      }`,
      true,
    ),
    section(
      t('tactic.new'),
      '',
      html`<form method="post" action="${home}">${tokenField(face)}${controls(tacticFields(desktop, mayRelease), typed, faults, face.words)}<fieldset><legend>${t('tactic.f.for')} *</legend>${boxes}</fieldset>${button(t('tactic.save'))}</form>`,
    ),
  ]
  return frame(face, t('tactic.title'), 'tactics', body)
}
