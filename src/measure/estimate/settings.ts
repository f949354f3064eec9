/** `key=value` as typed → the settings of every method, or all that is wrong with them. */
import { CHAO_BOUNDS, type ChaoBound } from './chao.ts'
import type { Prior } from './dga.ts'
import type { LcmcrSettings } from './lcmcr.ts'
import { type Criterion, HETEROGENEITY } from './loglinear.ts'

export type EstimateSettings = {
  /** Probability of every interval. */
  readonly level: number
  /** null: 2 to the power of minus the number of lists. */
  readonly delta: number | null
  readonly prior: Prior
  readonly grid: readonly [number, number] | null
  readonly saturated: boolean
  /** Pairs of lists by name, `all`, or null: chosen by the criterion. */
  readonly terms: 'all' | readonly (readonly [string, string])[] | null
  readonly criterion: Criterion
  readonly heterogeneity: string | null
  /** Histories written as digits. */
  readonly without: readonly string[]
  /** null: every bound the table allows. */
  readonly bound: ChaoBound | null
  readonly lcmcr: LcmcrSettings
}

export const DEFAULT_SETTINGS: EstimateSettings = {
  level: 0.95,
  delta: null,
  prior: { kind: 'inverse' },
  grid: null,
  saturated: true,
  terms: null,
  criterion: 'bic',
  heterogeneity: null,
  without: [],
  bound: null,
  lcmcr: { seed: 19481210, classes: 10, burnIn: 10_000, sweeps: 50_000, thin: 10 },
}

export const SETTING_KEYS = [
  'level',
  'delta',
  'prior',
  'a',
  'b',
  'grid',
  'saturated',
  'terms',
  'criterion',
  'heterogeneity',
  'without',
  'bound',
  'seed',
  'classes',
  'burn-in',
  'sweeps',
  'thin',
] as const

/** A setting that cannot be used, and what can stand there. */
export type WrongSetting = { readonly key: string; readonly value: string; readonly allowed: string }
type Draft = { -readonly [K in keyof EstimateSettings]: EstimateSettings[K] }

/** Madigan and York's own prior of spina bifida, where somebody asks for the family alone. */
const PRIOR_EXAMPLE = '1/N, or poisson-gamma with a=13.14 and b=55.17'

export function parseSettings(given: readonly string[]): {
  readonly settings: EstimateSettings
  readonly wrong: readonly WrongSetting[]
} {
  const draft: Draft = { ...DEFAULT_SETTINGS }
  const wrong: WrongSetting[] = []
  const gamma: { a: number | null; b: number | null; asked: boolean } = { a: null, b: null, asked: false }
  for (const one of given) {
    const [key = '', ...rest] = one.split('=')
    const value = rest.join('=').trim()
    const allowed = take(draft, gamma, key.trim().toLowerCase(), value)
    if (allowed !== null) wrong.push({ key, value, allowed })
  }
  if (gamma.asked || gamma.a !== null || gamma.b !== null) {
    if (gamma.a === null || gamma.b === null)
      wrong.push({ key: 'prior', value: 'poisson-gamma', allowed: PRIOR_EXAMPLE })
    else draft.prior = { kind: 'gamma', a: gamma.a, b: gamma.b }
  }
  return { settings: draft, wrong }
}

/** Puts one setting in place; what would be allowed instead, where it cannot be. */
function take(
  draft: Draft,
  gamma: { a: number | null; b: number | null; asked: boolean },
  key: string,
  value: string,
): string | null {
  const word = value.toLowerCase()
  const number = numberOf(value)
  const positive = number !== null && number > 0 ? number : null
  const whole = number !== null && Number.isInteger(number) && number >= 0 ? number : null
  switch (key) {
    case 'level':
      if (number === null || number <= 0 || number >= 1) return '0.95'
      draft.level = number
      return null
    case 'delta':
      if (positive === null) return '0.0625, 1/16, 2^-4'
      draft.delta = positive
      return null
    case 'prior':
      gamma.asked = /gamma/.test(word)
      return gamma.asked || word === '1/n' ? null : PRIOR_EXAMPLE
    case 'a':
    case 'b':
      if (positive === null) return PRIOR_EXAMPLE
      gamma[key] = positive
      return null
    case 'grid': {
      const ends = /^(\d+)\s*(?:\.\.|:|-|,)\s*(\d+)$/.exec(value)
      const [from, to] = [Number(ends?.[1]), Number(ends?.[2])]
      if (!ends || to <= from || to > MOST_GRID) return '0..22000'
      draft.grid = [from, to]
      return null
    }
    case 'saturated':
      if (!/^(in|ex)clude$/.test(word)) return 'include, exclude'
      draft.saturated = word === 'include'
      return null
    case 'terms': {
      const pairs = termsOf(value)
      if (pairs === null) return 'all, none, A:B+B:C'
      draft.terms = pairs
      return null
    }
    case 'criterion':
      if (word !== 'aic' && word !== 'bic') return 'aic, bic'
      draft.criterion = word
      return null
    case 'heterogeneity': {
      const name = /^(poisson|darroch|gamma)(2|3\.5)?$/.exec(word)?.[1]
      if (name === undefined && word !== 'none') return `none, ${Object.keys(HETEROGENEITY).join(', ')}`
      draft.heterogeneity = name ?? null
      return null
    }
    case 'without': {
      const histories = value.split(/[,+ ]+/)
      if (!histories.every((one) => /^[01]+$/.test(one))) return '111111'
      draft.without = histories
      return null
    }
    case 'bound': {
      const bound = CHAO_BOUNDS.find((one) => one.toLowerCase() === word)
      if (!bound) return CHAO_BOUNDS.join(', ')
      draft.bound = bound
      return null
    }
    case 'seed':
    case 'burn-in':
      if (whole === null) return '0, 1, 2, …'
      draft.lcmcr = { ...draft.lcmcr, [key === 'seed' ? 'seed' : 'burnIn']: whole }
      return null
    case 'classes':
    case 'sweeps':
    case 'thin':
      if (!whole || (key === 'classes' && (whole < 2 || whole > 50))) return '10'
      draft.lcmcr = { ...draft.lcmcr, [key]: whole }
      return null
    default:
      return SETTING_KEYS.join(', ')
  }
}

const MOST_GRID = 10_000_000

/** `0.0625`, `1/16`, `2^-4`. */
function numberOf(text: string): number | null {
  const fraction = /^([\d.]+)\/([\d.]+)$/.exec(text)
  const power = /^([\d.]+)\^(-?[\d.]+)$/.exec(text)
  const value = fraction
    ? Number(fraction[1]) / Number(fraction[2])
    : power
      ? Number(power[1]) ** Number(power[2])
      : text === ''
        ? Number.NaN
        : Number(text)
  return Number.isFinite(value) ? value : null
}

function termsOf(text: string): EstimateSettings['terms'] {
  if (/^all(-pairs)?$/i.test(text)) return 'all'
  if (/^none$/i.test(text)) return []
  const pairs = text.split(/\s*[+,]\s*/).map((one) => one.split(/\s*:\s*/))
  return pairs.every((one) => one.length === 2 && one.every((name) => name !== ''))
    ? pairs.map(([a = '', b = '']) => [a, b] as const)
    : null
}
