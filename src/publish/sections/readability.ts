/** How a text reads in, a section to put beside it out: the lengths of its sentences drawn, its score where there is a scale, what to look at. */
import type { Hint, Readability, ReadSentence } from '../../core/readability/readability.ts'
import type { Words } from '../../core/words.ts'
import { html, type Markup, type Piece } from '../markup.ts'

const [WIDE, HIGH] = [720, 96]
/** A chapter; beyond it bars would be hairs. */
const MOST_BARS = 180
/** What one looks at in one sitting. */
const MOST_HINTS = 12
/** Enough of a sentence to find it. */
const CUT = 140

/** Counted from the left as in the text; a bar above the line is too long, whatever its shade. */
function bars({ sentences, longSentence }: Readability, words: Words): Markup {
  const shown = sentences.slice(0, MOST_BARS)
  const longest = Math.max(longSentence, ...shown.map((one) => one.words))
  const step = Math.min(16, WIDE / shown.length)
  const y = (n: number): number => Math.round((HIGH - (HIGH * n) / longest) * 10) / 10
  const line = y(longSentence)
  const title = words.t('readability.chart', {
    n: sentences.length,
    longest: Math.max(...sentences.map((one) => one.words)),
  })
  return html`<svg viewBox="0 0 ${WIDE} ${HIGH + 2}" role="img" aria-label="${title}"><title>${title}</title>${shown.map(
    (one, at) =>
      html`<rect x="${Math.round(at * step * 10) / 10}" y="${y(one.words)}" width="${Math.round(step * 7) / 10}" height="${Math.round((HIGH - y(one.words)) * 10) / 10}" class="${one.words > longSentence ? 'inkf' : 'q-tumar'}"/>`,
  )}<path class="line" d="M0 ${line}H${WIDE}"/></svg>`
}

const toDigit = (number: number, words: Words): string =>
  number.toLocaleString(words.language === 'en' ? 'en-GB' : words.language, { maximumFractionDigits: 1 })

function scoreIn({ score, isShort, language }: Readability, words: Words): Piece {
  if (score === null)
    return language === 'kk' ? words.t('readability.no-scale') : words.t('readability.nothing')
  const scale = words.t(`readability.scale.${score.scale}`)
  return [
    `${words.t(`readability.band.${score.band}`)}: ${words.t('readability.ease', { ease: Math.round(score.ease), scale })}`,
    score.grade === null ? '' : words.t('readability.grade', { grade: Math.round(score.grade) }),
    isShort ? words.t('readability.short') : '',
  ]
    .filter((one) => one !== '')
    .join('; ')
}

const hintIn = (hint: Hint, one: ReadSentence, words: Words): string =>
  words.t(`readability.hint.${hint}`, hint === 'long-words' ? { words: one.longWords.join(', ') } : {})

const cut = (text: string): string => (text.length <= CUT ? text : `${text.slice(0, CUT).trimEnd()}…`)

function hints({ sentences, language }: Readability, words: Words): Markup {
  const found = sentences.filter((one) => one.hints.length > 0)
  if (found.length === 0) return html`<p>${words.t('readability.none')}</p>`
  const left = found.length - MOST_HINTS
  return html`<p class="legend-h">${words.t('readability.look')}</p><ul class="plain">${found
    .slice(0, MOST_HINTS)
    .map(
      (one) =>
        html`<li><span lang="${language}">${cut(one.text)}</span> <span class="meta">${words.t('readability.words', { n: one.words })}; ${one.hints.map((hint) => hintIn(hint, one, words)).join('; ')}</span></li>\n`,
    )}</ul>${left > 0 && html`<p class="meta">${words.t('readability.more', { n: left })}</p>`}`
}

/** For a page that has a heading of its own around it. */
export function readability(read: Readability, words: Words): Markup {
  const { meanWords, longShare, longFrom, longSentence, sentences } = read
  if (meanWords === null || longShare === null) return html`<p>${words.t('readability.nothing')}</p>`
  const told: readonly (readonly [string, Piece])[] = [
    [words.t('readability.mean'), toDigit(meanWords, words)],
    [words.t('readability.longest'), Math.max(...sentences.map((one) => one.words))],
    [
      words.t('readability.long', { n: longFrom }),
      words.t('readability.parted', { percent: toDigit(longShare * 100, words) }),
    ],
    [words.t('readability.score'), scoreIn(read, words)],
  ]
  return html`<figure>${bars(read, words)}<figcaption>${words.t('readability.unit', { n: longSentence })}</figcaption></figure>
<dl class="vals">${told.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>\n`)}</dl>
${hints(read, words)}`
}
