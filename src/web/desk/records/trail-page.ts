/** The steps a record took, or the records it is linked with, as a page. */
import { html } from '../../../publish/markup.ts'
import type { Relation, Step } from '../../../store/queries/records.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { moveLabel } from './labels.ts'

const back = ({ face }: Desktop, id: string) =>
  html`<a href="/${face.words.language}/desk/records/${id}">${face.words.t('work.back-to', { id })}</a>`

/** What was kept as said beside a value goes with its field. */
export const fieldsIn = ({ face }: Desktop, what: readonly string[]): readonly string[] => [
  ...new Set(
    what
      .map((name) => name.replace(/^otherwise:/, ''))
      .map((field) =>
        face.words.t(
          field.startsWith('tier')
            ? 'work.tier'
            : field.startsWith('collector:')
              ? 'source.collector'
              : field.startsWith('covers:')
                ? 'cover.title'
                : `field.${field}`,
        ),
      ),
  ),
]

/** What somebody did to a record, in a few words. */
export function stepText(desktop: Desktop, one: Step): string {
  const { t } = desktop.face.words
  const said = (): readonly string[] => {
    switch (one.kind) {
      case 'decided':
        return fieldsIn(desktop, one.what)
      case 'moved':
        return one.what.map((name) => moveLabel(desktop, name as never))
      case 'judged':
        return one.what.map((what, index) => (index === 0 ? t(`pair.said.${what}`) : what))
      default:
        return one.what
    }
  }
  return `${t(`work.step.${one.kind}`)}: ${said().join(', ')}`
}

export function historyPage(desktop: Desktop, id: string, steps: readonly Step[]): string {
  const { face } = desktop
  const { t, language } = face.words
  const body = section(
    t('work.history'),
    back(desktop, id),
    html`<h1>${t('work.history.heading', { n: steps.length })}</h1><ol class="work">${steps.map(
      (one) =>
        html`<li><div><p>${stepText(desktop, one)}</p><p class="meta">${momentIn(one.at, language)} · ${one.by}${one.why && ` · ${one.why}`}</p></div></li>`,
    )}</ol>`,
    true,
  )
  return frame(face, `${t('work.history')}: ${id}`, `records/${id}/history`, body)
}

/** Leads to the page where the two stand side by side. */
const compareForm = ({ face }: Desktop, id: string) =>
  html`<form action="/${face.words.language}/desk/twice"><input type="hidden" name="left" value="${id}"><p class="fields"><label>${face.words.t('pair.compare')}<br><input name="right" required pattern="[a-z0-9\\-]{2,81}" maxlength="81" autocomplete="off" autocapitalize="none" spellcheck="false"></label> <button type="submit" class="quiet">${face.words.t('pair.compare.do')}</button></p></form>`

export function relationsPage(desktop: Desktop, id: string, relations: readonly Relation[]): string {
  const { face } = desktop
  const { t, language } = face.words
  const body = section(
    t('work.relations'),
    back(desktop, id),
    html`<h1>${t('work.relations.heading', { n: relations.length })}</h1><ul class="work">${relations.map(
      (one) =>
        html`<li><div><p>${t(`work.link.${one.kind}.${one.toIt ? 'to' : 'from'}`)} <a href="/${language}/desk/records/${one.id}">${one.id}</a></p></div></li>`,
    )}</ul>${face.mayAtAll('people') && compareForm(desktop, id)}`,
    true,
  )
  return frame(face, `${t('work.relations')}: ${id}`, `records/${id}/relations`, body)
}
