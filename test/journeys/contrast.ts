/** A page in, its texts that are too faint to read out: WCAG 2.2, 1.4.3. For a second colour scheme of pages that axe has looked at in the first. */
import type { Page } from 'playwright-core'

/** Runs in the page. Each pair of colours is looked at once, so that a table of a thousand rows costs no more than one of ten. */
const FAINT = `(() => {
  const rgba = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number)
  const light = ([r, g, b]) => [r, g, b]
    .map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0)
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor
      const [, , , opaque = 1] = rgba(colour)
      if (opaque === 1) return colour
      if (opaque > 0) return null
    }
    return 'rgb(255, 255, 255)'
  }
  const met = new Map()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    if (element.closest('svg, script, style, noscript, option, :disabled')) continue
    const { color, fontSize, fontWeight } = getComputedStyle(element)
    const isLarge = parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24)
    const ground = behind(element)
    if (ground) met.set([color, ground, isLarge].join(' on '), [color, ground, isLarge, node.data.trim()])
  }
  return [...met.values()].flatMap(([colour, ground, isLarge, words]) => {
    const [most, least] = [light(rgba(colour)), light(rgba(ground))].sort((a, b) => b - a)
    const ratio = (most + 0.05) / (least + 0.05)
    return ratio < (isLarge ? 3 : 4.5) ? [words.slice(0, 40) + ': ' + colour + ' on ' + ground + ', ' + ratio.toFixed(2)] : []
  })
})()`

export const tooFaint = (page: Page): Promise<readonly string[]> => page.evaluate(FAINT)
