/** A text in a file in, how it reads out: lengths, score, and the sentences to look at; nothing is stored. */

import { refuse } from '../core/faults.ts'
import { isLanguage } from '../core/language.ts'
import type { Readability } from '../core/readability/readability.ts'
import type { Words } from '../core/words.ts'
import { readabilityOfFile } from '../usecases/readability-of-file.ts'
import { readFile } from './read-file.ts'
import { textOption, type Verb } from './verb.ts'

export const readabilityVerb: Verb = {
  name: 'readability',
  help: 'Tell how a text reads: lengths, ease on a published scale, and the sentences to look at (nothing is stored).',
  arguments: [{ name: '<file>', help: 'plain text, Markdown, HTML, DOCX or PDF' }],
  options: [{ flags: '--language <code>', help: 'en, ru or kk; without it the language is recognised' }],
  run: async (given) => {
    const { terminal, config } = given
    const [file = ''] = given.arguments
    const language = textOption(given, 'language')
    if (language !== undefined && !isLanguage(language)) throw refuse('input.language', { language })
    const read = await readabilityOfFile(readFile(file, config.maxBytes), file, language)
    terminal.say(told(read, terminal.words))
    terminal.data(read)
    return 0
  },
}

const round = (number: number): number => Math.round(number * 10) / 10

function told(read: Readability, words: Words): string {
  const { meanWords, longShare, longFrom, score, sentences, isShort } = read
  if (meanWords === null || longShare === null) return words.t('readability.nothing')
  const scale = score && words.t(`readability.scale.${score.scale}`)
  return [
    `${words.t('readability.mean')}: ${round(meanWords)}`,
    `${words.t('readability.longest')}: ${Math.max(...sentences.map((one) => one.words))}`,
    `${words.t('readability.long', { n: longFrom })}: ${round(longShare * 100)} %`,
    score === null
      ? words.t('readability.no-scale')
      : `${words.t('readability.score')}: ${words.t(`readability.band.${score.band}`)}, ${words.t('readability.ease', { ease: Math.round(score.ease), scale: scale ?? '' })}`,
    ...(score !== null && isShort ? [words.t('readability.short')] : []),
    '',
    ...sentences
      .filter((one) => one.hints.length > 0)
      .flatMap((one) => [
        one.text,
        `  ${[
          words.t('readability.words', { n: one.words }),
          ...one.hints.map((hint) =>
            words.t(
              `readability.hint.${hint}`,
              hint === 'long-words' ? { words: one.longWords.join(', ') } : {},
            ),
          ),
        ].join('; ')}`,
      ]),
  ].join('\n')
}
