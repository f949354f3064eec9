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
