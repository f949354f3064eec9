/** Words and what is painful in them in, the words behind a notice out: opened by choice, remembered for nobody. */
import { labelIn } from '../../core/language.ts'
import { type PainfulRule, painIn } from '../../core/painful.ts'
import { html, type Piece } from '../../publish/markup.ts'
import type { Desktop } from './desktop.ts'

export const painOf = ({ codebook }: Desktop, text: string, acts: Iterable<string>): readonly PainfulRule[] =>
  painIn({ acts, text }, codebook.painful)

export const noticeOf = ({ face }: Desktop, pain: readonly PainfulRule[]): string =>
  face.words.t('safe.painful', {
    what: pain.map((one) => labelIn(one.label, face.words.language).text).join(', '),
  })

export const behindNotice = (desktop: Desktop, pain: readonly PainfulRule[], words: Piece): Piece =>
  pain.length === 0
    ? words
    : html`<details class="painful"><summary>${noticeOf(desktop, pain)}</summary>${words}</details>`
