/** A law card, how it stands and what the records say in; the card as it is told in one language out. The door of the stage. */
import { labelIn } from '../../core/language.ts'
import type { CardLeaf } from '../../core/teach/leaf.ts'
import { type CardStanding, isUnderstood } from '../../core/teach/standing.ts'
import type { CardGiven } from './given.ts'
import { readsIn, readsOf } from './reads.ts'
import { easyOf, sectionsOf } from './sections.ts'

/** Who stands for it and until when, in the words of readers. */
export function statusIn(
  standing: CardStanding,
  given: Pick<CardGiven, 'codebook' | 'words' | 'when'>,
): string {
  const { words, codebook, when } = given
  const role = codebook.cards.roles.find((one) => one.id === standing.role)?.label[words.language] ?? ''
  const { state, on, until } = standing
  if (state === 'draft' || on === null || until === null) return words.t('lawcard.status.draft')
  // A day in Russian ends with a dot of its own.
  return words.t(`lawcard.status.${state}`, { role, on: when(on), until: when(until) }).replaceAll('..', '.')
}

function readersIn({ standing, codebook, words, when }: CardGiven): string {
  const { readers } = standing
  if (readers === null) return words.t('lawcard.readers.none')
  const key = isUnderstood(readers, codebook.cards) ? 'lawcard.readers.yes' : 'lawcard.readers.no'
  return words.t(key, { n: readers.readers, on: when(readers.on) })
}

export function cardLeaf(given: CardGiven): CardLeaf {
  const { card, pack, codebook, words, standing, isExample } = given
  const { t, language } = words
  const isReviewed = standing.state === 'reviewed'
  return {
    ...{ language, country: pack.id, id: card.id, state: standing.state },
    kind: [t('lawcard.kind'), labelIn(pack.name, language).text].join(' · '),
    title: card.title[language],
    official: given.provisions,
    one: card.one[language],
    watermark: isReviewed
      ? isExample
        ? t('lawcard.mark.example')
        : null
      : t(`lawcard.mark.${standing.state}`),
    status: statusIn(standing, given),
    sections: sectionsOf(given),
    mayBeCarried: isReviewed,
    easy: easyOf(given),
    reads: [...readsIn(readsOf(card, language, codebook), card, words), readersIn(given)],
    foot: [
      t('lawcard.not-advice'),
      ...(isExample ? [t('example.note')] : []),
      t('lawcard.version', { id: card.id, version: card.version, print: card.prints[language].slice(0, 8) }),
      ...(given.address === null ? [] : [given.address]),
    ],
  }
}
