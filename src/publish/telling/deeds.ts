/** The acts of an incident in, what is told of them out: those that lead, in the order of the codebook, without those implied. */
import type { Codebook } from '../../core/codebook.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import type { Plural, Tell } from '../../core/tell.ts'
import { isDisputed } from '../fields.ts'
import { agree, fill, listIn, pattern } from './pattern.ts'
import { allAlike, personsTold } from './persons.ts'

/** An act that says nothing new beside one of these. */
export const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  conviction: [
    'administrative_detention',
    'imprisonment',
    'suspended_sentence',
    'restriction_of_freedom',
    'fine',
    'warning',
  ],
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

/**
 * The act that leads, or null when none is recorded: the highest in rank, unless nobody counted whom it struck and another, no less
 * grave, is counted: `34 people detained` says more than `Fine, detention`.
 */
export function leadOf(incident: IncidentBody, codebook: Codebook, tell: Tell): string | null {
  const acts = actsTold(incident, codebook, tell)
  const first = acts[0]
  if (first === undefined) return null
  const gravity = (act: string): number => {
    const own = codebook.acts.get(act)?.gravity
    return typeof own === 'number' ? own : -1
  }
  const counted = (act: string): boolean => doneOf(tell, act) !== null && personsTold(incident, act) !== null
  return counted(first)
    ? first
    : (acts.find((act) => counted(act) && gravity(act) >= gravity(first)) ?? first)
}

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
  const lead = leadOf(incident, codebook, tell)
  // Where sources disagree on what was done, nothing is told as done.
  if (lead === null || doneOf(tell, lead) === null || isDisputed(incident, 'acts'))
    return { done: [], rest: acts }
  // A figure is said of its act alone unless every act struck everybody.
  const able = allAlike(incident)
    ? [lead, ...acts.filter((act) => act !== lead && doneOf(tell, act) !== null)].slice(0, MOST)
    : [lead]
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
