/** The incidents of a time in, their quilt as a figure that needs nothing around it out: the same cloth as on the page of the period. */
import type { Figure } from '../manuscript/manuscript.ts'
import { quiltAlone, signsOf } from '../quilt/alone.ts'
import { countsOf, descriptionOf } from '../quilt/counts.ts'
import { patchesOf } from '../quilt/patch.ts'
import { MOST } from '../quilt/quilt.ts'
import type { Counting } from './counting.ts'

export function quiltFigure({
  incidents,
  codebook,
  words,
}: Pick<Counting, 'incidents' | 'codebook' | 'words'>): Figure | null {
  const patches = patchesOf(incidents, codebook)
  if (patches.length === 0) return null
  const shown = patches.slice(-MOST)
  const left = patches.length - shown.length
  const isTold = shown.some((one) => one.basting === null)
  const counts = countsOf(shown)
  return {
    svg: quiltAlone(shown),
    signs: signsOf(counts, words),
    alt: descriptionOf(counts, words),
    caption: [
      words.t('quilt.one-patch'),
      words.t('face.quilt.caption'),
      ...(isTold ? [] : [words.t('face.quilt.one-witness')]),
      ...(left > 0 ? [words.t('face.quilt.left-out', { n: left })] : []),
    ].join(' '),
  }
}
