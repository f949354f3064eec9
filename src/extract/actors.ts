/** A strand's sentences → who did the acts and who told of them, in the words of the text. */
import type { Span } from '../core/span.ts'
import { findAll } from './scan.ts'

export type Worded = { readonly value: string; readonly span: Span; readonly rule: string }

const ACTOR =
  /\b(?:(?:[Uu]nknown|[Uu]nidentified) (?:people|persons|men|attackers|assailants|individuals|civilians|non-state actors)(?: in [a-z]+ clothe?s?(?:ing)?)?|(?:[Ss]pecial|[Ss]ecurity|[Rr]iot) (?:forces|police|services)|[Pp]olice(?: officers)?|(?:the )?(?:local |city |regional )?[Aa]uthorities|(?:the )?[Pp]rosecutor's office|law enforcement(?: officials| officers)?|[Tt]he government|(?:\p{Lu}[\p{L}-]+ ){1,5}Courts?(?: (?:of|in) \p{Lu}[\p{L}-]+)?|[Tt]he (?:mayor|akim|court))\b/gu
const SOURCE =
  /\b(?:[Aa]ccording to (?:(?:the )?(?:human rights )?(?:group|organi[sz]ation) )?((?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,4})|(\p{Lu}{3,}) (?:recorded|reported|documented|said))|\b((?:[a-z0-9-]+\.)+(?:kz|org|com|net|info|kg|uz|ru))\b/gu

const unique = (all: readonly Worded[]): Worded[] =>
  all.filter((one, index) => all.findIndex((other) => other.value === one.value) === index)

/** Actors as written, each once. */
export const actorsOf = (text: string, span: Span): Worded[] =>
  unique(
    findAll(text, ACTOR, span).map(({ span: at, groups }) => ({
      value: (groups[0] ?? '').replaceAll(/\s+/g, ' '),
      span: at,
      rule: 'actor-words@1',
    })),
  )

/** Sources as written; the outlet in an address counts as one. */
export const sourcesOf = (text: string, span: Span): Worded[] =>
  unique(
    findAll(text, SOURCE, span).flatMap(({ span: at, groups }) => {
      const value = groups[1] ?? groups[2] ?? groups[3]
      return value ? [{ value: value.replace(/^the /, ''), span: at, rule: 'source-words@1' }] : []
    }),
  )

const OFFENCE =
  /\b(?:guilty of|convicted of|charges? of|charged with|accused of|for (?:allegedly )?(?=violating|disobeying|participating|disseminating|distributing|inciting|insulting))\s*["']?([^,.;()"']{4,70}?)["']?(?=[,.;()]| and (?:fined|sentenced|detained|given)| when | after | under |$)/g

/** Offences named in words. */
export const offencesOf = (text: string, span: Span): Worded[] =>
  unique(
    findAll(text, OFFENCE, span).map(({ span: at, groups }) => ({
      value: (groups[1] ?? '').replaceAll(/\s+/g, ' ').trim(),
      span: at,
      rule: 'offence-words@1',
    })),
  )
