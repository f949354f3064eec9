/** How far readers agree in, the page of agreement out: each field on one scale with its interval, and by quarter. */
import { type AlphaLine, alphaFigure } from '../../../publish/figures/alphas.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { AgreementRead } from '../../../usecases/measure/read-agreement.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { valueLabel } from './labels.ts'
import { measureNav } from './rooms.ts'

/** Krippendorff 2004: conclusions need .8, tentative ones .667. */
export const BOUNDS = [0.667, 0.8] as const
type FieldRead = AgreementRead['fields'][number]

export function agreementPage(desktop: Desktop, read: AgreementRead): string {
  const { t, language } = desktop.face.words
  const low = read.fields.filter(({ all }) => all.alpha !== null && all.alpha < BOUNDS[0]).length
  const body = [
    section(
      t('measure.page.agreement'),
      t('measure.agreement.note'),
      html`<h1>${read.records === 0 ? t('measure.agreement.none') : t('measure.agreement.head', { n: read.records, low })}</h1>${measureNav(desktop, 'agreement')}<p><a href="/${language}/desk/second">${t('measure.agreement.second')}</a></p>`,
      true,
    ),
    read.records > 0 &&
      section(t('measure.agreement.fields'), t('measure.agreement.scale-note'), [
        figure(desktop, read),
        table(desktop, read),
      ]),
    read.records > 0 &&
      section(t('measure.agreement.drift'), t('measure.agreement.drift-note'), drift(desktop, read)),
  ]
  return frame(desktop.face, t('measure.page.agreement'), 'measure/agreement', body)
}

const two = (n: number): string => n.toFixed(2)
function alphaText({ face }: Desktop, { alpha, interval }: FieldRead['all']): string {
  const { t } = face.words
  if (alpha === null) return t('measure.agreement.no-alpha')
  return interval === null
    ? two(alpha)
    : t('measure.agreement.interval', { alpha: two(alpha), low: two(interval[0]), high: two(interval[1]) })
}

function figure(desktop: Desktop, { fields }: AgreementRead): Markup {
  const { t } = desktop.face.words
  const lines = fields.map(
    (one): AlphaLine => ({
      label: t(`field.${one.field}`),
      ...{ alpha: one.all.alpha, interval: one.all.interval, text: alphaText(desktop, one.all) },
    }),
  )
  const title = `${t('measure.agreement.fields')}: ${lines.map((one) => `${one.label}, ${one.text}`).join('; ')}`
  return html`<figure class="scroll" role="region" tabindex="0" aria-label="${t('measure.agreement.fields')}">${alphaFigure(lines, BOUNDS, title)}</figure>`
}

function table(desktop: Desktop, { fields }: AgreementRead): Markup {
  const { t } = desktop.face.words
  const flag = ({ alpha }: FieldRead['all']): Piece =>
    alpha !== null &&
    alpha < BOUNDS[1] &&
    t(alpha < BOUNDS[0] ? 'measure.agreement.low' : 'measure.agreement.tentative')
  const rows = fields.map(
    (one) =>
      html`<tr><th scope="row">${t(`field.${one.field}`)}</th><td>${t(`measure.agreement.scale.${one.scale}`)}</td><td class="n">${one.all.units}</td><td class="n">${one.same}</td><td class="n">${alphaText(desktop, one.all)}</td><td>${flag(one.all)}</td></tr>`,
  )
  const heads = ['field', 'scale', 'units', 'same', 'alpha', 'flag'].map(
    (one, at) =>
      html`<th scope="col"${at > 1 && at < 5 && html` class="n"`}>${t(`measure.agreement.col.${one}`)}</th>`,
  )
  return html`<details><summary>${t('measure.table')}</summary><div class="scroll" role="region" tabindex="0" aria-label="${t('measure.table')}"><table class="counted"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div></details>`
}

function drift(desktop: Desktop, { fields, country }: AgreementRead): Markup {
  const { t } = desktop.face.words
  const quarters = fields[0]?.quarters ?? []
  const rows = fields.map(
    (one) =>
      html`<tr><th scope="row">${t(`field.${one.field}`)}</th>${one.quarters.map(({ alpha }) => html`<td class="n">${alphaText(desktop, alpha)}<br><span class="meta">${t('measure.agreement.n', { n: alpha.units })}</span></td>`)}</tr>`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('measure.agreement.drift')}"><table class="counted"><thead><tr><th scope="col">${t('measure.agreement.col.field')}</th>${quarters.map((one) => html`<th scope="col" class="n">${valueLabel(desktop, country, 'quarter', one.quarter)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}
