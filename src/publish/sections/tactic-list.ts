/** Tactics in, a list of them out: what each is, what it takes, and whether anything is known of its effect. */
import type { FromTo, Tactic } from '../../core/tactic.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { labelled } from '../pages/parts.ts'
import { numberIn } from '../telling/pattern.ts'
import type { Face } from '../views.ts'

function range({ from, to }: FromTo, { words, tell }: Face): string {
  if (to === null) return words.t('tactic.or-more', { n: numberIn(tell, from) })
  return from === to
    ? numberIn(tell, from)
    : words.t('number.range', { min: numberIn(tell, from), max: numberIn(tell, to) })
}

export const needs = ({ cost, people, hours }: Tactic, face: Face) => ({
  cost: face.words.t(`tactic.cost.${cost}`),
  people: range(people, face),
  hours: range(hours, face),
})

export function tacticList(tactics: readonly Tactic[], face: Face): Markup {
  const { words, site } = face
  return html`<ul class="inc bare">${tactics.map((one) => {
    const { cost, people, hours } = needs(one, face)
    const known = one.evidence.some((each) => each.found) ? 'tactic.found' : 'tactic.not-found'
    return html`<li><a href="${href(site, words.language, { kind: 'tactic', id: one.id })}">${labelled(one.name, words)}</a><p class="meta">${labelled(one.what, words)}</p><p class="meta">${words.t('tactic.cost')}: ${cost} · ${words.t('tactic.people')}: ${people} · ${words.t('tactic.hours')}: ${hours} · ${words.t(known)}</p><p class="meta">${one.for.map((each) => words.t(`tactic.for.${each}`)).join(' · ')}</p></li>
`
  })}</ul>`
}

/** Only what each is called, where the page is about something else. */
export const tacticNames = (tactics: readonly Tactic[], { site, words }: Face): Markup =>
  html`<ul class="told">${tactics.map(
    (one) =>
      html`<li><a href="${href(site, words.language, { kind: 'tactic', id: one.id })}">${labelled(one.name, words)}</a></li>
`,
  )}</ul>`
