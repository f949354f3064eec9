/** The page that phones install: four forms, what was finished, one press that takes all of it away. It needs its script, and says what is left without. */

import { FIELD_KINDS } from '../../core/field/outbox.ts'
import { LANGUAGES, type Language } from '../../core/language.ts'
import { html, type Markup } from '../markup.ts'
import { finishedPart } from './finished.ts'
import { fieldForm } from './forms.ts'
import type { FieldView } from './view.ts'

const NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', kk: 'Қазақша' }
const WHY = 'seals on the phone what is written there, keeps it without a network and sends it later'

/** What the script says, in the language of the page. */
const SAID = [
  ...['sealed', 'empty', 'numbers', 'unlisted', 'unbelieved', 'older', 'full', 'no-picture', 'failed'],
  ...['none', 'many', 'sending', 'sent', 'offline', 'no-pass', 'refused', 'carried', 'taken', 'receipts'],
  ...['no-file', 'pass.has', 'pass.none', 'pass.wrong', 'list.now', 'list.none', 'list.ended', 'room.now'],
  ...['room.kept', 'room.not-kept', 'room.low', 'room.unknown', 'working', 'of-somebody', 'item'],
  ...FIELD_KINDS.map((one) => `kind.${one}`),
]

export function fieldPage(view: FieldView): string {
  const { t, language, unreviewed } = view.words
  const said = Object.fromEntries(SAID.map((one) => [one, t(`phone.${one}`, PLACES)]))
  const page = html`<!doctype html>
<html lang="${language}" data-script="${WHY}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${t('phone.app')}</title><link rel="manifest" href="/field/${language}.webmanifest"><link rel="icon" href="/field/icon.svg">
<link rel="stylesheet" href="/assets/style.css"><link rel="stylesheet" href="/field/field.css"><script src="/field/field.js" defer></script></head>
<body class="installed field"><a class="skip" href="#main">${t('nav.skip')}</a>
<header><h1>${t('phone.app')}</h1><nav aria-label="${t('nav.language')}"><ul>${LANGUAGES.map(
    (one) =>
      html`<li><a href="/field/${one}" lang="${one}" hreflang="${one}"${one === language && html` aria-current="true"`}>${NAMES[one]}</a></li>`,
  )}</ul></nav><button type="button" id="wipe" hidden>${t('phone.wipe')}</button></header>
<main id="main" data-said="${JSON.stringify(said)}">
${unreviewed && html`<p class="meta screen">${t('language.unreviewed')}</p>`}<p id="told" role="status"></p>
<noscript><p>${t('phone.script')}</p></noscript>
${FIELD_KINDS.map((one) => fieldForm(view, one))}${finishedPart(view)}</main>
${kinds(view)}</body></html>
`
  return page.toString()
}

/** Left for the script to fill in. */
const PLACES = {
  n: '{n}',
  of: '{of}',
  seq: '{seq}',
  day: '{day}',
  size: '{size}',
  kind: '{kind}',
  why: '{why}',
}

/** Under the thumb. Buttons, not links: what was looked at when stands in no history. */
const kinds = ({ words: { t } }: FieldView): Markup =>
  html`<nav id="kinds" aria-label="${t('phone.kinds')}" hidden>${[...FIELD_KINDS, 'finished'].map(
    (one) => html`<button type="button" data-to="${one}">${t(`phone.kind.${one}`)}</button>`,
  )}</nav>
`

/** A name and a picture that say nothing of who made it. */
export const fieldManifest = ({ words: { t, language } }: Pick<FieldView, 'words'>): object => ({
  ...{ id: '/field/', scope: '/field/', start_url: `/field/${language}`, lang: language },
  ...{ name: t('phone.app'), short_name: t('phone.app'), display: 'standalone', orientation: 'any' },
  ...{ background_color: '#16131a', theme_color: '#16131a' },
  icons: [{ src: '/field/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
})

export const FIELD_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><path fill="#16131a" d="M0 0h512v512H0z"/><path fill="none" stroke="#f2ebdd" stroke-width="24" d="M136 96h240v320H136zM184 176h144M184 240h144M184 304h96"/></svg>`
