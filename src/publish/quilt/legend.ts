/** Counts of a cloth in, its legend out: every shape and every lightness with its number. */
import type { Words } from '../../core/words.ts'
import { html, type Markup } from '../markup.ts'
import type { Counts } from './counts.ts'
import { icon, shadeOf } from './draw.ts'

/** Numbers stand beside each sign, so that the picture can be checked against them. */
export function legend(counts: Counts, words: Words, single: boolean): Markup {
  const stitched = counts.disputed + (single ? counts.single : 0)
  return html`<div><p class="legend-h">${words.t('quilt.shape')}</p><ul class="legend">${[
    ...counts.motifs,
  ].map(
    ([motif, n]) =>
      html`<li>${icon(motif, motif === 'good' ? 'star' : 'ink')}<span>${words.t(`motif.${motif}`)} <b>${n}</b></span></li>`,
  )}</ul><p class="legend-h">${words.t('quilt.lightness')}</p><ul class="legend">${[...counts.gravities].map(
    ([gravity, n]) =>
      html`<li><i class="sw ${shadeOf(gravity)}"></i><span>${words.t(`gravity.${gravity ?? 'unknown'}`)} <b>${n}</b></span></li>`,
  )}${
    stitched > 0 &&
    html`<li><svg class="patch" viewBox="0 0 48 48" aria-hidden="true"><use href="#s0" class="k2"/><use href="#bs"/></svg><span>${words.t(single ? 'quilt.stitch' : 'face.quilt.basting-disputed')} <b>${stitched}</b></span></li>`
  }</ul></div>`
}
