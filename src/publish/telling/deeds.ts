/** The acts of an incident in, what is told of them out: those that lead, in the order of the codebook, without those implied. */
import type { Codebook } from '../../core/codebook.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import { isDisputed } from '../fields.ts'
import type { Plural, Tell } from '../../core/tell.ts'
import { agree, fill, listIn, pattern } from './pattern.ts'
import { allAlike } from './persons.ts'

/** An act that says nothing new beside one of these. */
export const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  conviction: ['administrative_detention', 'imprisonment', 'suspended_sentence', 'restriction_of_freedom', 'fine', 'warning'],
  administrative_case: ['administrative_detention', 'fine', 'warning'],
  arrest: ['detention', 'preventive_detention'],
  detention: ['preventive_detention'],
}
const MOST = 3

/** Acts worth telling, gravest first. */
export function actsTold(incident: IncidentBody, codebook: Codebook, tell: Tell): readonly string[] {
  const acts = [...new Set(incident.fields.acts.map((shown) => shown.value))]
  const rank = (act: string): number => codebook.acts.get(act)?.rank ?? 0
  return acts
    .filter((act) => tell.acts[act] !== undefined && !IMPLIED[act]?.some((other) => acts.includes(other)))
    .sort((a, b) => rank(b) - rank(a) || a.localeCompare(b))
}

/** The gravest act, or null when none is recorded. */
export const leadOf = (incident: IncidentBody, codebook: Codebook, tell: Tell): string | null =>
  actsTold(incident, codebook, tell)[0] ?? null

/** The codebook runs from custody to court to release, so its order tells a story. */
function inOrder(acts: readonly string[], codebook: Codebook): readonly string[] {
  const order = [...codebook.acts.keys()]
  return [...acts].sort((a, b) => order.indexOf(a) - order.indexOf(b))
}

const doneOf = (tell: Tell, act: string): Plural | null => tell.acts[act]?.done ?? null
const nounOf = (tell: Tell, act: string): string => tell.acts[act]?.noun ?? act

/** What is said of people (`done`) and what is only named (`rest`). `done` is empty when the leading act has no such form. */
export type Deeds = { readonly done: readonly string[]; readonly rest: readonly string[] }

export function deedsOf(incident: IncidentBody, codebook: Codebook, tell: Tell): Deeds {
  const acts = actsTold(incident, codebook, tell)
  const lead = acts[0]
  // Where sources disagree on what was done, nothing is told as done.
  if (lead === undefined || doneOf(tell, lead) === null || isDisputed(incident, 'acts')) return { done: [], rest: acts }
  // A figure is said of its act alone unless every act struck everybody.
  const able = allAlike(incident) ? acts.filter((act) => doneOf(tell, act) !== null).slice(0, MOST) : [lead]
  return { done: inOrder(able, codebook), rest: acts.filter((act) => !able.includes(act)) }
}

/** `detained and fined`; with `be` the first verb carries `was` or `were`, which later ones share. */
export function doneIn(acts: readonly string[], n: number, tell: Tell, be: boolean): string {
  // «had property frozen and detained» would freeze and detain property: after another verb `be` is said even in a headline.
  let carried = !be
  const forms = acts.map((act) => {
    const text = agree(tell, doneOf(tell, act) ?? { other: nounOf(tell, act) }, n)
    const own = text.startsWith('{be} ')
    const verb = own && !carried ? pattern(tell, 'be', n) : ''
    carried = own
    return fill(text, { be: verb }).trim()
  })
  return listIn(tell, forms)
}

/** `detention, fine`: nouns need no agreement. */
export const nounsIn = (acts: readonly string[], codebook: Codebook, tell: Tell): string =>
  inOrder(acts.slice(0, MOST), codebook)
    .map((act) => nounOf(tell, act))
    .join(', ')
