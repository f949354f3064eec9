/** The style sheet asks for nothing from elsewhere, and its colours can be told apart. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { FONTS } from '../src/publish/fonts.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const css = readFileSync(`${root}/src/web/ui/style.css`, 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
const tokens = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.slice(0, text.indexOf('--focus') + 20).matchAll(/--([\w]+): (#[0-9a-f]{6})/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
const steps = (text: string) => ({
  ...tokens(text),
  ...Object.fromEntries(
    [...text.slice(0, 1600).matchAll(/--(s\d|star): (#[0-9a-f]{6})/g)].map(([, a = '', b = '']) => [a, b]),
  ),
})

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)
const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m)
  return ((x ?? 0) + 0.05) / ((y ?? 0) + 0.05)
}

/** As seen without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1, on linear light; and in grey. */
const SIGHTS = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  grey: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
} as const
const times = (matrix: readonly number[], [x = 0, y = 0, z = 0]: readonly number[]): readonly number[] =>
  [0, 3, 6].map((at) => (matrix[at] ?? 0) * x + (matrix[at + 1] ?? 0) * y + (matrix[at + 2] ?? 0) * z)
const TO_CONES = [
  0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
  0.2817188376, 0.6299787005,
]
const TO_OKLAB = [
  0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371,
  0.7827717662, -0.808675766,
]
function oklab(hex: string, sight: keyof typeof SIGHTS): readonly number[] {
  const linear = times(SIGHTS[sight], [channel(hex, 1), channel(hex, 3), channel(hex, 5)])
  const seen = linear.map((one) => Math.min(1, Math.max(0, one)))
  return times(TO_OKLAB, times(TO_CONES, seen).map(Math.cbrt))
}
const apart = (a: string, b: string, sight: keyof typeof SIGHTS): number => {
  const [x, y] = [oklab(a, sight), oklab(b, sight)]
  return 100 * Math.hypot(...x.map((one, at) => one - (y[at] ?? 0)))
}

describe.each([
  ['light', { ...steps(light.slice(light.indexOf(':root'))) }],
  ['dark', { ...steps(dark) }],
] as const)('in the %s theme', (theme, colours: Readonly<Record<string, string>>) => {
  const of = (a: string, b: string): number => contrast(colours[a] ?? '', colours[b] ?? '')
  test.each([
    ['ink', 'paper', 7],
    ['ink2', 'paper', 4.5],
    ['ink2', 'field', 4.5],
    ['link', 'paper', 4.5],
    ['ink', 'wash', 7],
    ['focus', 'paper', 3],
    ['edge', 'field', 3],
    ['star', 'linen', 3],
    ...['s0', 's1', 's2', 's3', 's4'].flatMap((step) => [
      [step, 'linen', 3] as const,
      [step, 'linen2', 2.9] as const,
    ]),
  ] as const)('%s on %s has a contrast of %d at least', (a, b, least) => {
    expect(of(a, b)).toBeGreaterThanOrEqual(least)
  })
  test.each(Object.keys(SIGHTS) as (keyof typeof SIGHTS)[])(
    'steps of gravity are ten apart, for %s sight',
    (sight) => {
      const row = ['s0', 's1', 's2', 's3', 's4'].map((step) => colours[step] ?? '')
      const pairs = row.flatMap((a, at) => row.slice(at + 1).map((b) => apart(a, b, sight)))
      expect(Math.min(...pairs)).toBeGreaterThanOrEqual(10)
    },
  )
  test('a graver outcome stands out more', () => {
    const row = ['s0', 's1', 's2', 's3', 's4'].map((step) => of(step, 'linen'))
    expect(row).toEqual([...row].sort((a, b) => a - b))
    expect(theme === 'light' ? luminance(colours.s4 ?? '') < 0.05 : luminance(colours.s4 ?? '') > 0.8).toBe(
      true,
    )
  })
})

test('nothing is fetched but our own fonts, each of which is there', () => {
  const asked = [...css.matchAll(/url\("([^"]*)"\)/g)].map(([, url = '']) => url)
  expect(asked.map((url) => url.replace('/assets/fonts/', '')).sort()).toEqual(Object.keys(FONTS).sort())
  for (const file of Object.values(FONTS)) expect(existsSync(`${root}/node_modules/${file}`)).toBe(true)
  expect(css).not.toMatch(/@import|http|expression\(/)
})
