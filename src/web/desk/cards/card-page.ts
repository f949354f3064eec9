/** One law card in one language as those who keep it see it: all its words with how sure each is, how they read, who stood for them, and the forms. */
import { LANGUAGES } from '../../../core/language.ts'
import { readabilityOf } from '../../../core/readability/readability.ts'
import { type CardLine, wordsOfCard } from '../../../core/teach/law-card.ts'
import { isUnderstood } from '../../../core/teach/standing.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { readability } from '../../../publish/sections/readability.ts'
import { writtenIn } from '../../../publish/telling/when.ts'
import type { CardAtWork } from '../../../usecases/teach/review-cards.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import { controls, type FieldFault, type FormField, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { reviewFields, testFields } from './fields.ts'
import { cardStatus } from './list-page.ts'

export type CardForms = {
  /** What was sent and refused; null: nothing was. */
  readonly sent: { readonly form: 'review' | 'test'; readonly typed: Typed } | null
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
  /** Words that somebody tries out; null: those of the card. */
  readonly tried: string | null
  readonly mayReview: boolean
}

const pathOf = ({ of }: CardAtWork, { face }: Desktop): string =>
  `/${face.words.language}/desk/cards/${of.country}/${of.card}/${of.language}`

function words({ card, of }: CardAtWork, { face }: Desktop): Markup {
  const { t } = face.words
  const list = (id: string, lines: readonly (CardLine & { readonly lead?: string })[]): Piece =>
    lines.length > 0 &&
    html`<h2>${t(`lawcard.h.${id}`)}</h2><ul class="points">${lines.map(
      ({ text, certainty, source, lead }) =>
        html`<li><span lang="${of.language}">${lead !== undefined && html`<b>${lead}</b> `}${text[of.language]}</span> <span class="meta">${certainty ?? t('doubt.unknown')}${source !== null && certainty !== source && html` · <span lang="en">${source}</span>`}</span></li>
`,
    )}</ul>`
  const steps = card.steps.map((one) => ({ ...one, lead: one.when[of.language] }))
  const changes = card.changes.map((one) => ({ ...one, lead: one.date }))
  return html`<p lang="${of.language}"><b>${card.title[of.language]}</b>. ${card.one[of.language]}</p>${list('says', card.says)}${list('penalties', card.penalties)}${list('steps', steps)}${list('advice', card.advice)}${list('world', card.world)}${list('changes', changes)}<h2>${t('lawcard.easy')}</h2><ul class="points" lang="${of.language}">${card.easy.map(({ text, certainty }) => html`<li>${text[of.language]}${certainty !== undefined && html` <span class="meta" lang="en">${certainty ?? t('doubt.unknown')}</span>`}</li>`)}</ul>`
}

function history(one: CardAtWork, desktop: Desktop): Piece {
  const { face, codebook, told } = desktop
  const { t, language } = face.words
  const { reviews, tests } = one.history
  const day = (iso: string): string => writtenIn(iso, told.tell)
  const isOld = (print: string): Piece =>
    print !== one.card.prints[one.of.language] && html` <span class="doubt">${t('cards.other-words')}</span>`
  return html`${
    reviews.length > 0 &&
    html`<ul class="points">${reviews.toReversed().map((each) => {
      const role = codebook.cards.roles.find(({ id }) => id === each.role)?.label[language] ?? each.role
      return html`<li>${day(each.on)}: ${t(`cards.verdict.${each.verdict}`)}, ${role} (${each.by}). ${t('cards.until', { day: day(each.until) })} <code>${each.print.slice(0, 8)}</code>${isOld(each.print)}</li>
`
    })}</ul>`
  }${
    tests.length > 0 &&
    html`<h3>${t('cards.tests')}</h3><ul class="points">${tests.toReversed().map(
      (each) =>
        html`<li>${day(each.on)}: ${t('cards.asked', { n: each.readers })} (${each.by}). ${codebook.cards.questions.map(({ id, text }) => html`${text[language]} <b>${each.right[id] ?? t('doubt.unknown')}/${each.readers}</b>. `)}<b>${t(isUnderstood(each, codebook.cards) ? 'cards.understood' : 'cards.not-understood')}</b>${isOld(each.print)}</li>
`,
    )}</ul>`
  }${reviews.length + tests.length === 0 && html`<p>${t('cards.nobody')}</p>`}`
}

function form(
  one: CardAtWork,
  desktop: Desktop,
  { sent, faults, lines }: CardForms,
  name: 'review' | 'test',
  fields: readonly FormField[],
): Markup {
  const { face } = desktop
  const { t } = face.words
  const isOurs = sent?.form === name
  return html`${isOurs && wrong([...faults.map((each) => each.line), ...lines])}<form method="post" action="${pathOf(one, desktop)}/${name}">${tokenField(face)}<input type="hidden" name="print" value="${one.card.prints[one.of.language]}">${controls(fields, isOurs ? sent.typed : {}, isOurs ? faults : [], face.words)}${button(t(`cards.${name}.do`))}</form>`
}

/** Words are measured and forgotten: the text of a card is changed in the country pack. */
function trying(one: CardAtWork, desktop: Desktop, { tried }: CardForms): Markup {
  const { face } = desktop
  const { t } = face.words
  const text = tried ?? wordsOfCard(one.card, one.of.language)
  return html`${readability(readabilityOf(text, one.of.language), face.words)}<form method="post" action="${pathOf(one, desktop)}/try">${tokenField(face)}<p><label>${t('cards.try')}<br><textarea name="words" rows="14" cols="60" maxlength="20000" lang="${one.of.language}">${text}</textarea></label><br><span class="meta">${t('cards.try.note')}</span></p>${button(t('cards.try.do'), true)}</form>`
}

export function cardPage(desktop: Desktop, one: CardAtWork, forms: CardForms): string {
  const { face } = desktop
  const { t, language } = face.words
  const title = one.card.title[language]
  const target = desktop.codebook.cards.targets[one.of.language]
  const others = LANGUAGES.map(
    (each) =>
      html`<a href="/${language}/desk/cards/${one.of.country}/${one.of.card}/${each}"${each === one.of.language && html` aria-current="page"`}>${t(`language.${each}`)}</a> `,
  )
  const body = html`${section(
    html`<a href="/${language}/desk/cards">${t('lawcard.title')}</a>`,
    html`${one.card.id}<br>${others}<br><code>${one.card.prints[one.of.language].slice(0, 8)}</code>`,
    html`<h1>${title}</h1><p>${cardStatus(one, desktop)}</p>${words(one, desktop)}`,
    true,
  )}${section(t('cards.stood'), t('cards.stood.note', { days: desktop.codebook.cards.days }), html`<h2>${t('cards.stood')}</h2>${history(one, desktop)}${forms.mayReview && html`<h3>${t('cards.review')}</h3>${form(one, desktop, forms, 'review', reviewFields(desktop))}`}`)}${section(t('cards.test'), t('cards.test.note'), html`<h2>${t('cards.test')}</h2>${form(one, desktop, forms, 'test', testFields(desktop))}`)}${section(t('cards.reads'), target.reason[language], html`<h2>${t('cards.reads')}</h2>${one.reads.misses.length > 0 && html`<p class="doubt">${t('lawcard.reads.misses', { what: one.reads.misses.map((each) => t(`lawcard.miss.${each}`)).join(', ') })} <span lang="${one.of.language}">${one.card.misses[one.of.language] ?? ''}</span></p>`}${trying(one, desktop, forms)}`)}`
  return frame(face, title, `cards/${one.of.country}/${one.of.card}/${one.of.language}`, body)
}
