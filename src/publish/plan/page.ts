/** The planner of a workshop: the sheet of a plan to fill in at a table without a network. It needs its script, and says what is left without. */

import { LANGUAGES } from '../../core/language.ts'
import { PLAN_CHECKS } from '../../core/plan/open-point.ts'
import { HINTS } from '../../core/readability/readability.ts'
import { BANDS } from '../../core/readability/scales.ts'
import { html, type Markup } from '../markup.ts'
import { carrying, doors } from './doors.ts'
import { moments } from './moments.ts'
import { partSection } from './parts.ts'
import { LANGUAGE_NAMES, labelOf, type PlanView, partsOf, sheetFor } from './view.ts'

const WHY = 'seals on the device what a table writes, keeps it without a network and sends nothing'

/** What the script says, in the language of the page. */
const SAID = [
  ...['working', 'failed', 'full', 'kept', 'unread', 'wrong-words', 'weak-words', 'no-table', 'no-file'],
  ...['faulty', 'fault.json', 'fault.shape', 'fault.plan', 'fault.too-long', 'fault.too-many', 'other-plan'],
  ...['taken', 'nothing-new', 'changed', 'given', 'wipe.again', 'rivals', 'rival', 'choose', 'empty'],
  ...['line', 'gone', 'open-count', 'nothing-open', 'progress', 'wrote', 'sum', 'at-least', 'asked'],
  ...['where', 'words-of', 'too-many-words', 'sentences', 'ease', 'no-scale', 'device-taken'],
  ...['comments', 'since', 'nothing-kept'],
]
/** The workspace says these, too, and in the same words. */
const SAID_AT_THE_DESK = ['by-desk', 'comment.done', 'same', 'line.new', 'line.struck', 'before', 'now']

/** Left for the script to fill in. */
const PLACES = Object.fromEntries(
  [
    'n',
    'of',
    'by',
    'at',
    'sum',
    'own',
    'open',
    'line',
    'what',
    'part',
    'name',
    'mean',
    'ease',
    'band',
    'words',
  ].map((one) => [one, `{${one}}`]),
)

function saidOf({ words: { t } }: PlanView): Readonly<Record<string, string>> {
  const all = (prefix: string, keys: readonly string[], as = ''): readonly (readonly [string, string])[] =>
    keys.map((one) => [`${as}${one}`, t(`${prefix}${one}`, PLACES)])
  return Object.fromEntries([
    ...all('planner.', SAID),
    ...all('plans.', SAID_AT_THE_DESK),
    ...all('plan.check.', PLAN_CHECKS, 'check.'),
    ...all('readability.hint.', HINTS, 'hint.'),
    ...all('readability.band.', BANDS, 'band.'),
  ])
}

export function planPage(view: PlanView): string {
  const { t, language, unreviewed } = view.words
  const page = html`<!doctype html>
<html lang="${language}" data-script="${WHY}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${t('planner.app')}</title><link rel="manifest" href="/plan/${language}.webmanifest"><link rel="icon" href="/plan/icon.svg">
<link rel="stylesheet" href="/assets/style.css"><link rel="stylesheet" href="/plan/plan.css"><script src="/plan/plan.js" defer></script></head>
<body class="installed planner"><a class="skip" href="#main">${t('nav.skip')}</a>
${head(view)}<div class="desk"><main id="main" data-said="${JSON.stringify(saidOf(view))}" data-sheet="${JSON.stringify(sheetFor(view))}">
${unreviewed && html`<p class="meta">${t('language.unreviewed')}</p>`}<p id="told" role="status"></p>
<noscript><p>${t('planner.script')} <a href="/plan/${language}/paper">${t('planner.paper')}</a></p></noscript>
${doors(view)}${overview(view)}${partsOf(view).map((part) => partSection(view, part))}${moments(view)}${carrying(view)}</main>
${parts(view)}</div>
<nav id="on" aria-label="${t('planner.on-and-back')}" hidden><button type="button" data-step="-1">${t('planner.back')}</button><button type="button" data-to="overview">${t('planner.overview')}</button><button type="button" data-step="1">${t('planner.next')}</button></nav>
</body></html>
`
  return page.toString()
}

const head = ({ words: { t, language } }: PlanView): Markup =>
  html`<header><h1>${t('planner.app')}</h1><p class="meta"><span id="whose"></span><span id="kept"></span></p><nav aria-label="${t('nav.language')}"><ul>${LANGUAGES.map(
    (one) =>
      html`<li><a href="/plan/${one}" lang="${one}" hreflang="${one}"${one === language && html` aria-current="true"`}>${LANGUAGE_NAMES[one]}</a></li>`,
  )}</ul></nav><button type="button" id="wipe" hidden>${t('planner.wipe')}</button></header>
`

/** Buttons, not links: what was looked at when stands in no history. */
const parts = (view: PlanView): Markup => {
  const one = (to: string, label: string): Markup =>
    html`<li><button type="button" data-to="${to}">${label} <span class="count"></span></button></li>`
  return html`<nav id="parts" aria-label="${view.words.t('planner.parts')}" hidden><ul>${one('overview', view.words.t('planner.overview'))}${partsOf(view).map((part) => one(`part-${part.id}`, labelOf(view, part)))}${one('moments', view.words.t('plans.versions'))}${one('carry', view.words.t('planner.carry'))}</ul></nav>
`
}

const overview = ({ words: { t } }: PlanView): Markup =>
  html`<section id="overview" class="step" aria-labelledby="overview-heading" hidden><h2 id="overview-heading" tabindex="-1">${t('planner.overview')}</h2>
<p><label><span id="how-far"></span><br><progress id="progress" max="1" value="0"></progress></label></p>
<div class="part"><h3>${t('planner.budget')}</h3><p id="sum"></p><p id="asked" class="meta"></p></div>
<div class="part"><h3>${t('planner.tables')}</h3><ul class="plain" id="wrote"></ul></div>
<div class="part" id="comments" hidden><h3>${t('planner.comments.heading')}</h3><ul class="plain" id="all-comments"></ul></div>
<div class="part"><h3>${t('planner.open-heading')}</h3><details><summary id="how-many-open"></summary><ul class="plain" id="all-open"></ul></details></div></section>
`

/** A name and a picture that say nothing of who made it. */
export const planManifest = ({ words: { t, language } }: PlanView): object => ({
  ...{ id: '/plan/', scope: '/plan/', start_url: `/plan/${language}`, lang: language },
  ...{ name: t('planner.app'), short_name: t('planner.app'), display: 'standalone', orientation: 'any' },
  ...{ background_color: '#16131a', theme_color: '#16131a' },
  icons: [{ src: '/plan/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
})

export const PLAN_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><path fill="#16131a" d="M0 0h512v512H0z"/><path fill="none" stroke="#f2ebdd" stroke-width="24" d="M112 112h288v288H112zM112 208h288M208 208v192"/></svg>`
