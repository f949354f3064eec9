/** A title and a body in three languages below each other in, a page of a copy that belongs to no language out. */
import { LANGUAGES, type Language } from '../../core/language.ts'
import type { Words } from '../../core/words.ts'
import { html, type Piece } from '../markup.ts'

export type AllWords = Readonly<Record<Language, Words>>

export type PlainPage = {
  readonly title: string
  readonly words: AllWords
  readonly of: (words: Words) => Piece
  /** Before and after the three. */
  readonly first?: Piece
  readonly last?: Piece
  /** Why this page has a script, for who reads its source. */
  readonly script?: string
  /** What a page opened from a card may do, since no server says it: nothing but be read. */
  readonly policy: string
}

export const NOTHING =
  "default-src 'none'; style-src 'self' file:; font-src 'self' file:; img-src 'self' file:"

export const plainPage = ({ title, words, of, first, last, script, policy }: PlainPage): string =>
  html`<!doctype html>
<html lang="en"${script !== undefined && html` data-script="${script}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="stylesheet" href="assets/style.css">
</head>
<body>
<div class="page">
<main id="main">
${first}
${LANGUAGES.map((language) => html`<section class="row first" lang="${language}"><div class="lab"><b>${words[language].t('mirror.label')}</b></div><div class="stack">${of(words[language])}</div></section>`)}
${last}
</main>
</div>
</body>
</html>
`.toString()
