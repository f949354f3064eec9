/** The body of a workspace page in, the whole document out: head, who is signed in, languages. */

import { HOME } from '../../core/access.ts'
import type { Visitor } from '../../core/account.ts'
import { LANGUAGES } from '../../core/language.ts'
import type { Action } from '../../core/policy.ts'
import type { Words } from '../../core/words.ts'
import { html, type Markup, type Piece } from '../../publish/markup.ts'
import { dayIn } from '../../publish/telling/when.ts'
import { FIELD } from '../middleware/form-token.ts'

/** Who looks, in which words; `visitor` is null before the door. */
export type DeskFace = {
  readonly words: Words
  readonly visitor: Visitor | null
  readonly formToken: string
  /** True when some line of the table of access lets whoever looks do this at all. */
  readonly mayAtAll: (action: Action) => boolean
}

export const tokenField = (face: DeskFace): Markup =>
  html`<input type="hidden" name="${FIELD}" value="${face.formToken}">`

/** Pages with a script of their own, beside the key that leaves: they ask for a passkey, make reviewing quick, take selected words or files that are dropped, open what is sealed. */
const SCRIPTS = {
  passkey: ['webauthn', 'passkey'],
  review: ['review'],
  pick: ['pick'],
  inbox: ['inbox'],
  links: ['links'],
  sealed: ['sealed'],
  field: ['field'],
} as const

/** `path`: the page below `/<language>/desk/`. */
export function frame(
  face: DeskFace,
  title: string,
  path: string,
  body: Piece,
  scripts?: keyof typeof SCRIPTS,
  head: Piece = false,
): string {
  const { t, language } = face.words
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} · Aigaq</title><link rel="stylesheet" href="/assets/style.css">
${face.visitor && html`<script src="/assets/leave.js" defer></script>`}${head}${scripts && SCRIPTS[scripts].map((name) => html`<script src="/assets/${name}.js" defer></script>`)}</head>
<body><div class="page"><a class="skip" href="#main">${t('nav.skip')}</a>
${face.visitor && html`<form id="leave" method="post" action="/desk/leave"><button type="submit" class="plain" title="${t('safe.leave.key')}">${t('safe.leave')}</button></form>`}
<header class="head"><a class="brand" href="/${language}/desk/"><span>Aigaq</span></a>
${face.visitor && visitorNav(face, face.visitor, path)}<nav aria-label="${t('nav.language')}"><ul class="langs">${LANGUAGES.map(
    (one) =>
      html`<li><a href="/${one}/desk/${path}" lang="${one}" hreflang="${one}"${one === language && html` aria-current="true"`}>${t(`language.${one}`)}</a></li>`,
  )}</ul></nav></header>
${face.words.unreviewed && html`<aside class="unread">${t('language.unreviewed')}</aside>`}
${face.visitor?.awayFrom && html`<aside class="unread"><a href="/${language}/desk/me/journey">${t('safe.travel', { day: dayIn(face.visitor.awayFrom, language) })}</a></aside>`}
<main id="main">${body}</main></div></body></html>`
  return page.toString()
}

/** What a role may do, the page it is done on, its name. */
const PAGES = [
  ['read', 'records', 'work.records'],
  ['read', 'search', 'search.title'],
  ['import', 'documents', 'desk.reports'],
  ['people', 'people', 'work.people'],
  ['people', 'links', 'link.nav'],
  ['cases', 'cases', 'case.nav'],
  ['cases', 'calendar', 'calendar.title'],
  ['interview', 'voices', 'voices.nav'],
  ['campaign', 'campaigns', 'camp.nav'],
  ['plan', 'plans', 'plans.nav'],
  ['test-card', 'cards', 'lawcard.title'],
  ['tally-lesson', 'lessons', 'lesson.title'],
  ['analyse', 'analyses', 'analyses.nav'],
  ['people', 'sealed', 'sealed.label'],
  ['intake', 'intake', 'intake.label'],
  ['intake', 'field', 'phone.desk.label'],
  ['act-rule', 'actions', 'act.desk.label'],
  ['decide', 'measure', 'measure.title'],
  ['assess', 'measure/rating', 'rate.nav'],
  ['recommend', 'recommendations', 'rec.title'],
  ['recommend', 'tactics', 'tactic.title'],
  ['write', 'write', 'write.nav'],
  ['export', 'exports', 'work.exports'],
  ['accounts', 'accounts', 'door.accounts'],
  ['lift', 'away', 'door.away.nav'],
  ['log', 'log', 'work.log'],
] as const satisfies readonly (readonly [Action, string, string])[]

function visitorNav(face: DeskFace, { actor, away }: Visitor, path: string): Markup {
  const { t, language } = face.words
  const link = (to: string, text: string): Markup =>
    html`<li><a href="/${language}/desk/${to}"${path === to && html` aria-current="page"`}>${text}</a></li>`
  return html`<nav aria-label="${t('door.nav')}"><ul class="who">${
    !away && [
      ...PAGES.map(
        ([action, to, text]) =>
          face.mayAtAll(action) &&
          // Cards are the house's own.
          !(to === 'cards' && actor.organisation !== HOME) &&
          // Who may come to the Measure room finds the rating in it.
          !(to === 'measure/rating' && face.mayAtAll('decide')) &&
          link(to, t(text)),
      ),
      link('access', t('work.access')),
      face.mayAtAll('panic') && link('house', t('panic.label')),
      link('me', actor.handle),
    ]
  }<li><form method="post" action="/${language}/desk/sign-out">${tokenField(face)}<button type="submit" class="plain">${t('door.sign-out')}</button></form></li></ul></nav>
`
}
