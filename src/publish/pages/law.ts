/** A provision and the incidents that used it in, its page out. */

import { labelIn } from '../../core/language.ts'
import type { Certainty } from '../../core/pack.ts'
import { lawCard } from '../card/cards.ts'
import { provisionIn, usesOf } from '../laws.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { shapes } from '../quilt/draw.ts'
import { sewn } from '../quilt/patch.ts'
import { incidentList } from '../sections/list.ts'
import { writtenIn } from '../telling/when.ts'
import type { LawView } from '../views.ts'
import { layout } from './layout.ts'
import { foreign, labelled, opening, row, unknown } from './parts.ts'

const LEVELS = ['report', 'verified', 'recalled', 'unknown']
const NEWEST = 50

/** How sure the pack is, in words; nothing noted means nobody has checked. */
function certainty(level: Certainty, view: LawView): Markup {
  const word = level?.split(/\W/)[0] ?? 'unknown'
  return html`<span class="src">${view.words.t(`certainty.${LEVELS.includes(word) ? word : 'unknown'}`)}</span>`
}

function penalties(view: LawView): Piece {
  const { provision, words, tell } = view
  if (provision.penalties.length === 0) return unknown(words)
  return html`<dl class="vals">${provision.penalties.map((one) => {
    const from = one.from === null ? null : words.t('face.since', { date: writtenIn(one.from, tell) })
    const to = one.to === null ? null : words.t('face.until', { date: writtenIn(one.to, tell) })
    return html`<div><dt>${[from, to].filter((part) => part !== null).join(', ') || unknown(words)}</dt><dd>${foreign(one.text, 'en', words)}${certainty(one.certainty, view)}</dd></div>
`
  })}</dl>`
}

const changes = (view: LawView): Markup =>
  html`<dl class="vals">${view.provision.changes.map(
    (one) =>
      html`<div><dt>${writtenIn(one.date, view.tell)}</dt><dd>${foreign(one.event, 'en', view.words)}${certainty(one.certainty, view)}</dd></div>
`,
  )}</dl>`

/** `/{lang}/kz/law/CC-405` */
export function lawPage(view: LawView): string {
  const { provision, pack, words, incidents } = view
  const name = provisionIn(provision, pack, view)
  const act = pack.acts.get(provision.act)
  const use = usesOf(incidents).find((one) => one.provision === provision.id)
  const newest = [...sewn(incidents)].reverse().slice(0, NEWEST)
  const sub = html`<p class="sub">${labelled(provision.title, words)}</p><p class="unread">${words.t('face.law.no-lawyer')} ${words.t('law.not-advice')}</p>`
  const note = html`${act && labelled(act.title, words)}${certainty(provision.certainty.provision, view)}`
  const body = html`${opening(words.t('face.law'), note, name, sub)}
${row('p', words.t('face.law.penalties'), words.t('face.law.penalties-note'), words.t('face.law.penalties'), penalties(view))}${
  provision.changes.length > 0 && row('c', words.t('law.changes'), '', words.t('law.changes'), changes(view))
}${row(
  'u',
  words.t('face.law.uses'),
  use ? words.t('face.laws.split', { stated: use.stated, inferred: use.inferred }) : '',
  use ? words.t('face.law.used', { n: use.stated + use.inferred }) : words.t('doubt.none-recorded'),
  newest.length === 0
    ? html`<p>${words.t('face.recorded-only')}</p>`
    : html`${shapes(false)}${incidentList(newest, view)}`,
)}`
  return layout({
    face: view,
    page: { kind: 'law', country: pack.id, provision: provision.id },
    title: name,
    pack,
    crumbs: [
      { text: labelIn(pack.name, words.language).text, page: { kind: 'country', country: pack.id } },
      { text: name, page: null },
    ],
    card: lawCard(view),
    body,
  })
}

/** The same as data. */
export const lawJson = (view: LawView): unknown => ({
  country: view.pack.id,
  provision: view.provision,
  act: view.pack.acts.get(view.provision.act) ?? null,
  uses: usesOf(view.incidents).find((one) => one.provision === view.provision.id) ?? null,
  incidents: view.incidents.map((one) => one.id),
})
