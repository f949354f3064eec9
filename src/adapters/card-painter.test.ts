/** A drawing becomes a PNG of its size, with the letters of three languages; what cannot be drawn is an error and nothing else. */
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { cardPainter } from './card-painter.ts'

const painter = cardPainter(fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, ''))
afterAll(() => painter.close())

const drawing = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="63"><text x="4" y="40" font-family="Literata" font-size="30">${text}</text></svg>`
const sizeOf = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('letters of Kazakh are drawn, each in its own shape', async () => {
  const [blank, ...letters] = await Promise.all(
    ['', 'ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і', 'Ж', 'g'].map((one) => painter.paint(drawing(one))),
  )
  expect(sizeOf(blank ?? new Uint8Array(24))).toEqual([120, 63])
  const shapes = [blank, ...letters].map((png) => Buffer.from(png ?? []).toString('base64'))
  expect(new Set(shapes).size).toBe(12)
})

test('the same drawing is drawn once', async () => {
  const [first, again] = await Promise.all([painter.paint(drawing('Айғақ')), painter.paint(drawing('Айғақ'))])
  expect(again).toBe(first)
})

test('what is no drawing is an error, and the next one is drawn all the same', async () => {
  await expect(painter.paint('no drawing')).rejects.toThrow('could not be drawn')
  expect(sizeOf(await painter.paint(drawing('b')))).toEqual([120, 63])
})

test('who would have to wait too long is asked to come back', async () => {
  const asked = await Promise.allSettled(
    Array.from({ length: 60 }, (_, n) => painter.paint(drawing(`n${n}`))),
  )
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
  expect(new Set(refused)).toEqual(new Set(['request.too-many']))
  expect(refused.length).toBeLessThan(25)
})

test('a drawing with a sign that no screen shows is drawn without it', async () => {
  expect(await painter.paint(drawing('a\u0001b'))).toEqual(await painter.paint(drawing('ab')))
})
