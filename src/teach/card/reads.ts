/** A law card in one language in, how its words read and whether they hold their target out. */
import type { Codebook } from '../../core/codebook.ts'
import type { Language } from '../../core/language.ts'
import { type Readability, readabilityOf } from '../../core/readability/readability.ts'
import { type Miss, missesOf } from '../../core/teach/card-rules.ts'
import { type LawCard, wordsOfCard } from '../../core/teach/law-card.ts'
import type { Words } from '../../core/words.ts'

export type CardReads = { readonly read: Readability; readonly misses: readonly Miss[] }

export function readsOf(card: LawCard, language: Language, { cards }: Pick<Codebook, 'cards'>): CardReads {
  const read = readabilityOf(wordsOfCard(card, language), language)
  return { read, misses: missesOf(read, cards.targets[language]) }
}

const tenths = (n: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(n)

/** As it is told on the card: the numbers, then what they miss and why. */
export function readsIn(
  { read, misses }: CardReads,
  card: LawCard,
  { t, language }: Words,
): readonly string[] {
  const { score, meanWords, longShare, longFrom } = read
  if (meanWords === null || longShare === null) return []
  const why = card.misses[language]
  return [
    t('lawcard.reads', {
      words: tenths(meanWords, language),
      share: Math.round(longShare * 100),
      from: longFrom,
    }),
    score === null
      ? t('lawcard.reads.no-scale')
      : score.grade === null
        ? t('lawcard.reads.ease', { ease: Math.round(score.ease) })
        : t('lawcard.reads.grade', { ease: Math.round(score.ease), grade: tenths(score.grade, language) }),
    misses.length === 0
      ? t('lawcard.reads.holds')
      : t('lawcard.reads.misses', { what: misses.map((one) => t(`lawcard.miss.${one}`)).join(', ') }),
    ...(misses.length > 0 && why !== undefined ? [why] : []),
  ]
}
