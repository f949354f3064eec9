/** One record as colleagues read it: the words that tell it, what was decided, where it stands and what may be done with it. */
import type { Claim } from '../../../core/claim.ts'
import { labelIn } from '../../../core/language.ts'
import type { Incident } from '../../../core/record.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { sayingsTable } from '../hand/sayings.ts'
import { tierForm } from '../hand/tier-form.ts'
import { ground } from '../people/ground.ts'
import { questionsSection } from '../questions/section.ts'
import { secondLine } from '../second/pages.ts'
import { valueText } from '../value-text.ts'
import { collectors } from './collectors.ts'
import { coverForm } from './cover-form.ts'
import { exportForm } from './export-form.ts'
import { stateLabel } from './labels.ts'
import { passage } from './passage.ts'
import type { RecordView } from './record-view.ts'
import { replySection } from './reply-form.ts'
import { shareForm } from './share-form.ts'
import { moveForms, nextLine } from './steps.ts'
import { titleOf } from './title.ts'

/** What leads on towards a page, and what leads back: the first is asked for, the second is there for whoever needs it. */
const ONWARD: ReadonlySet<string> = new Set(['verify', 'clear', 'publish', 'correct', 'reopen'])

export function recordPage(desktop: Desktop, view: RecordView): string {
  const { face } = desktop
  const { row } = view
  const { t, language } = face.words
  const title = titleOf(desktop, { kind: 'team', row })
  const incident = row.body as unknown as Incident
  const onward = view.moves.filter((name) => ONWARD.has(name))
  const back = view.moves.filter((name) => !ONWARD.has(name))
  const body = [
    section(
      row.id,
      standing(desktop, view),
      html`<h1>${title}</h1>${nextLine(desktop, view, onward)}${secondLine(desktop, row.id, view.second, view.mayReadSecond)}${row.passages.map((one) => passage(desktop, one, incident))}${view.numbers.length > 0 && html`<p class="meta">${t('record.list-numbers')} ${view.numbers.map(({ document, number }, index) => html`${index > 0 && ', '}<a href="/${language}/desk/documents/${document}/list">${number}</a>`)}</p>`}`,
      true,
    ),
    section(t('work.values'), t('work.values.note'), values(desktop, view, incident)),
    sources(desktop, view),
    row.kind === 'aggregate' &&
      html`<div id="covers">${section(t('cover.title'), t('cover.note'), coverForm(desktop, view))}</div>`,
    view.documented.length > 0 &&
      html`<div id="collectors">${section(t('source.collectors'), t('source.shared'), collectors(desktop, view))}</div>`,
    view.mayDecide && section(t('hand.tier'), t('hand.tier.note'), tierForm(desktop, row, view.tiers)),
    onward.length > 0 &&
      html`<div id="step">${section(t('work.moves'), t('work.moves.note'), moveForms(desktop, view, onward))}</div>`,
    questionsSection(desktop, {
      about: { incident: row.id },
      questions: view.questions,
      mayAsk: view.mayAsk,
    }),
    html`<div id="reply">${replySection(desktop, view)}</div>`,
    back.length > 0 && section(t('work.back'), t('work.back.note'), moveForms(desktop, view, back)),
    view.mayShare && section(t('work.share'), t('work.share.note'), shareForm(desktop, row)),
    view.copies.length > 0 &&
      section(t('work.export'), t('work.export.note'), exportForm(desktop, row, view.copies)),
  ]
  return frame(face, `${title} (${row.id})`, `records/${row.id}`, body)
}

/** Once more than one source tells it, what they say stands side by side. */
function sources(desktop: Desktop, view: RecordView): Piece {
  const { t, language } = desktop.face.words
  const { row, sayings, mayDecide, seen } = view
  const isSeveral = sayings.some((one) => one.isDisputed || one.values.some((value) => !value.stands))
  const tellings = (row.body as unknown as Incident).tellings.length
  const add =
    mayDecide &&
    html`<p><a href="/${language}/desk/records/${row.id}/source">${t('hand.another.add')}</a></p>`
  if (sayings.length === 0 || (!add && tellings < 2 && !isSeveral)) return false
  const table = (tellings > 1 || isSeveral) && sayingsTable(desktop, row, sayings, { mayDecide, seen })
  return html`<div id="sayings">${section(t('hand.sayings'), t('hand.sayings.note'), html`${table}${add}`)}</div>`
}

function standing(desktop: Desktop, { row, mayHistory, sameEvent }: RecordView): Piece {
  const { t, language } = desktop.face.words
  const state = desktop.policy.states.get(row.state as never)
  const isNew = row.state === 'published' || row.state === 'corrected'
  const home = `/${language}/desk/records/${row.id}`
  const lines: readonly Piece[] = [
    html`<b>${stateLabel(desktop, row.state)}</b>${state && labelIn(state.what, language).text}`,
    row.shown !== null && t(isNew ? 'work.shown' : 'work.shown-older'),
    t('work.read-by', { tier: t(`tier.${row.tier}`), organisation: row.organisation }),
    t('work.coded-by', { who: row.coders.join(', ') }),
    ...sameEvent.map(
      (id) =>
        html`${t('pair.of-record')} <a href="/${language}/desk/twice?left=${row.id}&amp;right=${id}">${id}</a>`,
    ),
    mayHistory && html`<a href="${home}/history">${t('work.history')}</a>`,
    mayHistory && html`<a href="${home}/relations">${t('work.relations')}</a>`,
    desktop.face.mayAtAll('cases') &&
      html`<a href="/${language}/desk/cases?about=${row.id}">${t('case.heading')}</a>`,
    html`<a href="/${language}/desk/sealed/incident/${row.id}">${t('sealed.label')}</a>`,
    desktop.face.mayAtAll('open-case') &&
      html`<a href="/${language}/desk/observations/new?incident=${row.id}">${t('case.new.observation')}</a>`,
    desktop.face.mayAtAll('open-case') &&
      html`<a href="/${language}/desk/assistance/new?incident=${row.id}">${t('case.new.assistance')}</a>`,
  ]
  return html`<ul class="stands">${lines.filter(Boolean).map((one) => html`<li>${one}</li>`)}</ul>`
}

const reader = (claim: Claim): string =>
  claim.reader.kind === 'rule' ? claim.reader.rule : claim.reader.coder

/** Written as the source says it, in its language. */
const AS_SAID: ReadonlySet<string> = new Set(['organisation', 'offence', 'actor', 'source', 'outcome'])

/** Values of one field stand together, with whoever read and decided them said once. */
function values(
  { face, told, packs }: Desktop,
  { row, bases, today }: RecordView,
  incident: Incident,
): Markup {
  const { t, language } = face.words
  const pack = packs.get(row.country) ?? null
  const spoken = row.passages[0]?.language ?? language
  const inItsWords = (field: string, text: string): Piece =>
    AS_SAID.has(field) && spoken !== language ? html`<span lang="${spoken}">${text}</span>` : text
  const person = (id: string): Markup =>
    html` <a class="meta" href="/${language}/desk/people/${id}">${id}</a>`
  return html`<dl class="vals">${incident.rulings
    .filter((ruling) => ruling.values.length > 0)
    .map(
      (ruling) =>
        html`<div><dt>${t(`field.${ruling.field}`)}</dt><dd>${ruling.values.map(
          (held) =>
            html`<p>${inItsWords(ruling.field, valueText(held, told, pack))}${ruling.field === 'person' && html` <span class="meta">${t('safe.name', { ground: ground(face.words, bases.get(held.person ?? '') ?? [], today) })}</span>`}${held.person && (face.mayAtAll('people') ? person(held.person) : html` <span class="meta">${held.person}</span>`)}</p>`,
        )}<p class="meta">${[...new Set([...ruling.values.flatMap((held) => held.claims.map(reader)), ruling.by])].join(' · ')}</p></dd></div>`,
    )}</dl>`
}
