/** The register as the workspace reads it: every demand on record, with its grades and whether readers see it. */
import { labelIn } from '../../../core/language.ts'
import { GRADERS } from '../../../core/recommendation/recommendation.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import type { OwnAsk } from '../../../usecases/recommendations/own-asks.ts'
import type { DeskRecommendation } from '../../../usecases/recommendations/save-recommendation.ts'
import { button, row as section } from '../accounts/pieces.ts'
import { dateIn } from '../cases/entry-text.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'

export function bodyIn({ codebook, packs, face }: Desktop, body: string): string {
  const labels =
    codebook.recommendations.bodies.get(body)?.name ??
    [...packs.values()].flatMap((one) => one.organisations.get(body) ?? [])[0]?.name
  return labels ? labelIn(labels, face.words.language).text : body
}

const gradesOf = ({ grades }: DeskRecommendation, { face }: Desktop): string =>
  GRADERS.flatMap((grader) => {
    const newest = grades.findLast((one) => one.grader === grader)
    return newest ? [`${face.words.t(`rec.by.${grader}`)}: ${newest.grade}`] : []
  }).join(' · ') || face.words.t('rec.grade.none')

function own({ face, codebook }: Desktop, asks: readonly OwnAsk[]): Piece {
  const { t, language } = face.words
  const name = (id: string): string => {
    const found = codebook.addressees.get(id)
    return found ? labelIn(found.name, language).text : id
  }
  return (
    asks.length > 0 &&
    section(
      t('demand.own'),
      t('demand.own.note'),
      html`<h2>${t('demand.own.heading', { n: asks.length })}</h2><ul class="work">${asks.map((one) => {
        const { text, lang } = labelIn(one.text, language)
        return html`<li><div><p lang="${lang}">${text}</p><p class="meta">${name(one.to)} · ${one.analysis}</p></div><form method="post" action="/${language}/desk/recommendations/own">${tokenField(face)}<input type="hidden" name="id" value="${one.id}">${button(t('demand.own.take'), true)}</form></li>
`
      })}</ul>`,
    )
  )
}

export function recommendationsPage(
  desktop: Desktop,
  all: readonly DeskRecommendation[],
  asks: readonly OwnAsk[],
): string {
  const { t, language } = desktop.face.words
  const home = `/${language}/desk/recommendations`
  const line = (one: DeskRecommendation): Piece => {
    const { text, lang } = labelIn(one.demand.ask, language)
    const when = one.demand.on === null ? '' : html` · ${dateIn(desktop, one.demand.on)}`
    return html`<li><div><h2 class="name"><a href="${home}/${one.id}" lang="${lang}">${text}</a></h2><p class="meta">${bodyIn(desktop, one.demand.body)}${when} · ${gradesOf(one, desktop)}</p></div><div class="meta stage">${t(one.isPublic ? 'demand.is-public' : 'demand.is-inside')}</div></li>
`
  }
  const body = section(
    t('rec.title'),
    t('demand.note'),
    html`<h1>${all.length === 0 ? t('demand.none') : t('rec.heading', { n: all.length })}</h1>
<ul class="waits"><li><a href="${home}/new">${t('demand.new')}</a></li></ul>
${all.length > 0 && html`<ul class="work">${all.map(line)}</ul>`}`,
    true,
  )
  return frame(desktop.face, t('rec.title'), 'recommendations', [body, own(desktop, asks)])
}
