/** The words of a text in, how they read out: lengths, the band of a published scale where the language has one, and what to look at in one sentence. */

import type { Language } from '../../../core/language.ts'
import { standingIn, type Text, type Written } from '../../../core/publication/text.ts'
import { type Readability, readabilityOf } from '../../../core/readability/readability.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Desktop } from '../desktop.ts'

/** Of what people write; tables and figures are not read as sentences. */
export const readabilityOfText = (text: Text, language: Language): Readability =>
  readabilityOf(
    standingIn(text)
      .map((one) => one.words)
      .join('\n'),
    language,
  )

const oneDigit = (n: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(n)

export function readabilityLines({ face }: Desktop, read: Readability): Piece {
  const { t, language } = face.words
  const { meanWords, longShare, longFrom, score, sentences, isShort } = read
  if (meanWords === null || longShare === null) return false
  const longest = Math.max(...sentences.map((one) => one.words))
  const hinted = sentences.filter((one) => one.hints.length > 0).length
  const line = (label: string, value: string): Markup => html`<div><dt>${label}</dt><dd>${value}</dd></div>
`
  return html`<dl class="vals">${line(t('readability.mean'), oneDigit(meanWords, language))}${line(t('readability.longest'), String(longest))}${line(t('readability.long', { n: longFrom }), `${oneDigit(longShare * 100, language)} %`)}${
    score === null
      ? line(t('readability.score'), t('readability.no-scale'))
      : line(
          t('readability.score'),
          `${t(`readability.band.${score.band}`)}, ${t('readability.ease', { ease: Math.round(score.ease), scale: t(`readability.scale.${score.scale}`) })}${isShort ? `. ${t('readability.short')}` : ''}`,
        )
  }${line(t('write.read.hinted'), t('write.read.of', { n: hinted, of: sentences.length }))}</dl>`
}

/** Of one sentence, beside the form in which it is written. */
export function readabilityOfSentence({ face }: Desktop, { words }: Written, language: Language): Piece {
  const { t } = face.words
  const { sentences, longSentence } = readabilityOf(words, language)
  const count = sentences.reduce((sum, one) => sum + one.words, 0)
  const hints = sentences.flatMap((one) =>
    one.hints.map((hint) =>
      t(`readability.hint.${hint}`, hint === 'long-words' ? { words: one.longWords.join(', ') } : {}),
    ),
  )
  return html`<p class="meta">${t('readability.words', { n: count })}${count > longSentence && html` (${t('write.read.bound', { n: longSentence })})`}${hints.map((one) => html`<br>${one}`)}</p>`
}
