/** What people did in campaigns in, the pages of the workspace on it out: numbers by unit, what waits, what a ruling would do, switches with their reasons. */
import type { KindCount } from '../../../core/act/counts.ts'
import { ACTION_SWITCHES, type ActionSwitch, type SwitchState } from '../../../core/act/rulings.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { ActionsList, ActionsRead } from '../../../usecases/actions/read-actions.ts'
import type { Foreseen } from '../../../usecases/actions/rule-on-actions.ts'
import { row as section } from '../accounts/pieces.ts'
import { unitIn } from '../campaigns/unit-in.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import type { Given } from './routes.ts'

export function actionsListPage(desktop: Desktop, { campaigns, switches, maySwitch }: ActionsList): string {
  const { face } = desktop
  const { t, language } = face.words
  const body = [
    section(
      t('act.desk.label'),
      t('act.desk.note'),
      html`<h1>${t('act.desk.heading')}</h1>${
        campaigns.length === 0
          ? html`<p>${t('act.desk.none')}</p>`
          : html`<ul class="work">${campaigns.map(
              ({ campaign, counts }) =>
                html`<li><div><h2 class="name"><a href="/${language}/desk/actions/${campaign}">${campaign}</a></h2><p class="meta">${counts.map((one) => countLine(desktop, one)).join(' · ')}</p></div></li>`,
            )}</ul>`
      }`,
      true,
    ),
    section(
      t('act.desk.switches'),
      t('act.desk.switches.note'),
      maySwitch
        ? ACTION_SWITCHES.map((name) => switchForm(desktop, name, switches[name]))
        : html`<p>${t('act.desk.switches.house')}</p><ul>${ACTION_SWITCHES.map((name) => html`<li>${switchLine(desktop, name, switches[name])}</li>`)}</ul>`,
    ),
  ]
  return frame(face, t('act.desk.label'), 'actions', body)
}

const countLine = (desktop: Desktop, { kind, counts }: KindCount): string =>
  `${unitIn(desktop, kind)}: ${counts}`

const switchLine = ({ face }: Desktop, name: ActionSwitch, { on }: SwitchState): string =>
  `${face.words.t(`act.switch.${name}`)}: ${face.words.t(on ? 'act.desk.on' : 'act.desk.off')}`

function switchForm(desktop: Desktop, name: ActionSwitch, state: SwitchState): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const { on, by, why } = state
  return html`<form method="post" action="/${language}/desk/actions/switch" class="stack">${tokenField(face)}<input type="hidden" name="name" value="${name}"><input type="hidden" name="on" value="${on ? 'no' : 'yes'}">
<h2 class="name">${switchLine(desktop, name, state)}</h2>${by !== null && html`<p class="meta">${by}: ${why}</p>`}
<p><label>${t('act.desk.why')}<br><input name="why" required minlength="3" maxlength="2000" autocomplete="off"></label> <button type="submit"${on && html` class="quiet"`}>${t(on ? 'act.desk.turn-off' : 'act.desk.turn-on')}</button></p></form>`
}

export function actionsPage(desktop: Desktop, read: ActionsRead): string {
  const { face } = desktop
  const { t } = face.words
  const { campaign, counts } = read
  const body = [
    section(
      campaign,
      t('act.desk.numbers.note'),
      html`<h1>${t('act.desk.numbers')}</h1>${counts.length === 0 ? html`<p>${t('act.desk.nothing')}</p>` : numbers(desktop, counts)}${read.drifts.map(
        (one) =>
          html`<p class="wrong">${t('act.desk.drift', { day: dayIn(one.day, face.words.language), stood: one.stood, counted: one.counted })}</p>`,
      )}`,
      true,
    ),
    section(t('act.desk.key'), t('act.desk.key.note'), keyPart(desktop, read)),
    read.trends.length > 0 && section(t('act.desk.trends'), t('act.desk.trends.note'), trends(desktop, read)),
    section(t('act.desk.rule'), t('act.desk.rule.note'), ruleForm(desktop, campaign)),
    read.rulings.length > 0 && section(t('act.desk.rulings'), '', rulings(desktop, read)),
    read.patches.length > 0 &&
      section(t('act.desk.patches'), t('act.desk.patches.note'), patches(desktop, read)),
  ]
  return frame(face, t('act.desk.label'), `actions/${campaign}`, body)
}

const numbers = (desktop: Desktop, counts: readonly KindCount[]): Markup => {
  const { t } = desktop.face.words
  const heads = [
    'act.desk.unit',
    'act.desk.counts',
    'act.desk.waits',
    'act.desk.invalid',
    'act.desk.countries',
  ] as const
  return html`<div class="scroll"><table><thead><tr>${heads.map((one) => html`<th scope="col">${t(one)}</th>`)}</tr></thead><tbody>${counts.map(
    (one) =>
      html`<tr><th scope="row">${unitIn(desktop, one.kind)}</th><td>${one.counts}</td><td>${one.waits}</td><td>${one.invalid}</td><td>${one.countries.map(({ country, n }) => `${country?.toUpperCase() ?? '?'} ${n}`).join(', ')}</td></tr>`,
  )}</tbody></table></div>`
}

function keyPart({ face }: Desktop, { campaign, key }: ActionsRead): Markup {
  const { t, language } = face.words
  const to = (what: string): string => `/${language}/desk/actions/${campaign}/${what}`
  return html`<p>${t(`act.desk.key.${key}`)}</p>${
    key === 'none' &&
    html`<form method="post" action="${to('key')}">${tokenField(face)}<p><button type="submit">${t('act.desk.key.make')}</button></p></form>`
  }${
    key === 'absent' &&
    html`<form method="post" action="${to('load')}" class="stack">${tokenField(face)}<p><label>${t('act.desk.key.words')}<br><textarea name="key" rows="4" required autocomplete="off" spellcheck="false"></textarea></label></p><p><button type="submit">${t('act.desk.key.load')}</button></p></form>`
  }`
}

const trends = ({ face }: Desktop, { campaign, trends: all }: ActionsRead): Markup => {
  const { t, language } = face.words
  return html`<ul class="work">${all.map(
    ({ cohort, n, held }) =>
      html`<li><div><p>${t('act.desk.trend', { n, held })} <code>${cohort}</code></p></div><div class="acts"><a href="/${language}/desk/actions/${campaign}/foresee?kind=invalid&amp;cohorts=${encodeURIComponent(cohort)}">${t('act.desk.foresee')}</a></div></li>`,
  )}</ul>`
}

function ruleForm({ face }: Desktop, campaign: string): Markup {
  const { t, language } = face.words
  const text = (name: string): Markup =>
    html`<p><label>${t(`act.desk.of.${name}`)}<br><input name="${name}" maxlength="400" autocomplete="off"></label></p>`
  return html`<form method="get" action="/${language}/desk/actions/${campaign}/foresee" class="stack">
<p><label>${t('act.desk.what')}<br><select name="kind"><option value="invalid">${t('act.ruling.invalid')}</option><option value="release">${t('act.ruling.release')}</option></select></label></p>
${['cohorts', 'from', 'to', 'countries', 'kinds'].map(text)}<p><button type="submit">${t('act.desk.foresee')}</button></p></form>`
}

export function foreseenPage(
  desktop: Desktop,
  {
    campaign,
    given,
    foreseen,
  }: { readonly campaign: string; readonly given: Given; readonly foreseen: Foreseen },
): string {
  const { face } = desktop
  const { t, language } = face.words
  const { matching, counting, byDay, byCountry } = foreseen
  const kind = given.kind === 'release' ? 'release' : 'invalid'
  const body = section(
    t(`act.ruling.${kind}`),
    t('act.desk.foreseen.note'),
    html`<h1>${t('act.desk.foreseen', { n: matching })}</h1><p>${t('act.desk.foreseen.counting', { n: counting })}</p>
<dl class="terms"><dt>${t('act.desk.by-day')}</dt><dd>${byDay.map((one) => `${dayIn(one.day, language)}: ${one.n}`).join(', ')}</dd><dt>${t('act.desk.countries')}</dt><dd>${byCountry.map((one) => `${one.country?.toUpperCase() ?? '?'} ${one.n}`).join(', ')}</dd></dl>
<form method="post" action="/${language}/desk/actions/${campaign}/rule" class="stack">${tokenField(face)}${Object.entries(given).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p><label>${t('act.desk.why')}<br><input name="why" required minlength="3" maxlength="2000" autocomplete="off"></label></p><p><button type="submit">${t(`act.ruling.${kind}`)}</button> <a href="/${language}/desk/actions/${campaign}">${t('act.desk.not')}</a></p></form>`,
    true,
  )
  return frame(face, t('act.desk.foresee'), `actions/${campaign}`, body)
}

const rulings = ({ face }: Desktop, { campaign, rulings: all }: ActionsRead): Markup => {
  const { t, language } = face.words
  const lift = (id: string): Piece =>
    html`<form method="post" action="/${language}/desk/actions/${campaign}/lift">${tokenField(face)}<input type="hidden" name="ruling" value="${id}"><label>${t('act.desk.why')} <input name="why" required minlength="3" maxlength="2000" autocomplete="off"></label> <button type="submit" class="quiet">${t('act.desk.lift')}</button></form>`
  return html`<ul class="work">${all.map(
    (one) =>
      html`<li><div><h2 class="name">${t(`act.ruling.${one.body.kind === 'release' ? 'release' : 'invalid'}`)}${one.isLifted && ` · ${t('act.desk.lifted')}`}</h2><p>${one.why}</p><p class="meta">${one.by} · ${dayIn(one.at.slice(0, 10), language)} · <code>${'of' in one.body && JSON.stringify(one.body.of)}</code></p></div>${!one.isLifted && html`<div class="acts">${lift(one.id)}</div>`}</li>`,
  )}</ul>`
}

const patches = ({ face }: Desktop, { campaign, patches: all }: ActionsRead): Markup => {
  const { t, language } = face.words
  const decide = (id: string, shown: 'yes' | 'no'): Markup =>
    html`<form method="post" action="/${language}/desk/actions/${campaign}/patch">${tokenField(face)}<input type="hidden" name="id" value="${id}"><input type="hidden" name="shown" value="${shown}"><button type="submit"${shown === 'no' && html` class="quiet"`}>${t(`act.desk.patch.${shown}`)}</button></form>`
  return html`<ul class="work">${all.map(
    (one) =>
      html`<li><div><blockquote lang="${one.language}"><p>${one.words}</p></blockquote></div><div class="acts">${decide(one.id, 'yes')}${decide(one.id, 'no')}</div></li>`,
  )}</ul>`
}
