/** A manuscript in, plain text out: for a message, a terminal, a voice. */
import { type Manuscript, sentencesOf } from './manuscript.ts'

export const plainOf = (manuscript: Manuscript): string =>
  [
    manuscript.title,
    `${manuscript.kind}: ${manuscript.subject}`,
    ...(manuscript.summary === null ? [] : [manuscript.summary]),
    ...(manuscript.figure === null ? [] : [manuscript.figure.alt]),
    ...manuscript.sections.flatMap((one) => [
      [one.title.toLocaleUpperCase(manuscript.language), one.aside === null ? '' : `(${one.aside})`]
        .join(' ')
        .trim(),
      one.blocks
        .flatMap(sentencesOf)
        .map(({ runs }) => runs.map((run) => (run.kind === 'note' ? ` [${run.note}]` : run.text)).join(''))
        .join('\n\n'),
    ]),
    manuscript.colophon.join('\n'),
    manuscript.notes
      .map(({ number, citations, href, bond }) => `[${number}] ${[...citations, href ?? bond.id].join('; ')}`)
      .join('\n'),
  ]
    .join('\n\n')
    .concat('\n')
