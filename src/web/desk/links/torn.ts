/** Judgements of names that contradict each other in, a list with the way from one to the other and a way to take each back out. */
import { html, type Markup } from '../../../publish/markup.ts'
import type { NameContradiction, Step } from '../../../usecases/link/name-contradictions.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'

export const torn = (desktop: Desktop, all: readonly NameContradiction[], at: number): Markup =>
  html`<ol class="work">${all.map(({ different, path }) => html`<li><div>${[different, ...path].map((one) => stepOf(desktop, one.said, at))}</div></li>`)}</ol>`

function stepOf({ face }: Desktop, step: Step, at: number): Markup {
  const { t, language } = face.words
  const link = (id: string): Markup => html`<a href="/${language}/desk/records/${id}">${id}</a>`
  if ('people' in step) {
    const [left, right] = step.people
    const said = step.kind === 'one' ? 'same' : 'different'
    return html`<p>${left} · ${right} <span class="meta"><a href="/${language}/desk/twice/people?left=${left}&amp;right=${right}">${t(`twin.said.${said}`)}</a> · ${step.by}</span></p>`
  }
  if ('name' in step) {
    const [left = '', right = ''] = step.records
    const judged =
      step.kind === 'alike' &&
      html` <a href="/${language}/desk/twice?left=${left}&amp;right=${right}">${t('pair.said.same')}</a>`
    return html`<p>${t(`link.torn.${step.kind}`, { name: step.name })} <span class="meta">${step.records.map((id) => html`${link(id)} `)}${judged}</span></p>`
  }
  const { record, claim, person, by } = step
  return html`<form method="post" action="/${language}/desk/links"><p>${t(`link.torn.${step.kind}`, { person })} <span class="meta">${link(record)} · ${by}</span> ${tokenField(face)}<input type="hidden" name="record" value="${record}"><input type="hidden" name="claim" value="${claim}"><input type="hidden" name="person" value="${person}"><input type="hidden" name="at" value="${at}"><button type="submit" name="verdict" value="none" class="plain">${t('link.undo')}</button></p></form>`
}
