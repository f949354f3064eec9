/** Things that phones sealed in, the list of them out: what is known from outside, where each is opened, what becomes of it. */
import { labelIn } from '../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { FieldHead } from '../../../store/queries/field.ts'
import { FIELD_PAGE, FIELD_VERDICTS } from '../../../usecases/field/triage.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import type { FieldDesk } from './view.ts'

/** Enough of a hash to tell it from others in a talk. */
const short = (id: string): string => id.slice(0, 8)

export function fieldItems(desktop: Desktop, { list, country }: FieldDesk): Markup {
  const { t, language } = desktop.face.words
  const home = `/${language}/desk/field`
  const other = list.waits ? `${home}?decided=1` : home
  return html`<ul id="came" class="work" data-words="${JSON.stringify(words(desktop))}" data-terms="${JSON.stringify(terms(desktop))}" data-hand="/${language}/desk/records/new" data-observation="/${language}/desk/observations/new" data-country="${country}" data-token="${desktop.face.formToken}">${list.items.map((one) => item(desktop, one))}</ul>
${pages(list.page, list.waits ? list.waiting : list.decided, list.waits ? '' : 'decided=1&')}<p><a href="${other}">${t(list.waits ? 'phone.desk.to-decided' : 'phone.desk.to-waiting')}</a></p>`
}

function pages(page: number, many: number, asked: string): Piece {
  const last = Math.ceil(many / FIELD_PAGE)
  return (
    last > 1 &&
    html`<p class="pages">${Array.from({ length: last }, (_, at) => at + 1).map((one) =>
      one === page
        ? html`<b aria-current="page">${one}</b> `
        : html`<a href="?${asked}page=${one}">${one}</a> `,
    )}</p>`
  )
}

function item(desktop: Desktop, one: FieldHead): Markup {
  const { t, language } = desktop.face.words
  const file = `/${language}/desk/field/${one.id}.age`
  const isGone = one.verdict === 'aside'
  const from = [
    one.phone !== null ? t('phone.desk.phone', { name: one.phone }) : t('phone.desk.unknown-phone'),
    one.brought !== null && t('phone.desk.brought', { by: one.brought }),
  ]
  const meta = [
    ...from,
    dayIn(one.day, language),
    t('sealed.sealed-to', { seq: one.list }),
    t('intake.kib', { n: Math.ceil(one.bytes / 1024) }),
    one.verdict && t('phone.desk.was', { verdict: t(`phone.desk.verdict.${one.verdict}`), by: one.by ?? '' }),
    isGone && t('phone.desk.gone'),
  ]
  return html`<li${!isGone && html` data-sealed="${file}"`}><div><h2 class="name">${t('phone.desk.item')} · <code>${short(one.id)}</code></h2><p class="meta">${meta.filter(Boolean).join(' · ')}${one.record !== null && html` · ${one.record}`}</p><div class="opened" hidden></div>${one.verdict === null && decideForm(desktop, one.id)}</div>${!isGone && html`<div class="acts"><a href="${file}" download>${t('sealed.download')}</a></div>`}</li>
`
}

function decideForm({ face }: Desktop, id: string): Markup {
  const { t, language } = face.words
  return html`<details><summary>${t('phone.desk.decide')}</summary><form method="post" action="/${language}/desk/field/${id}/decide">${tokenField(face)}
<p><label>${t('phone.desk.verdict')}<br><select name="verdict">${FIELD_VERDICTS.map((one) => html`<option value="${one}">${t(`phone.desk.verdict.${one}`)}</option>`)}</select></label></p>
<p><label>${t('phone.desk.record')}<br><input name="record" autocomplete="off" maxlength="100"></label></p><p><label>${t('phone.desk.why')}<br><input name="why" autocomplete="off" maxlength="500"></label></p><p><button type="submit">${t('phone.desk.do')}</button></p></form></details>`
}

/** For the script of the page, which opens them: how it calls what it found. */
const words = ({
  face: {
    words: { t },
  },
}: Desktop) => ({
  ...Object.fromEntries(
    ['court', 'case', 'at', 'place', 'low', 'best', 'high'].map((one) => [one, t(`phone.${one}`)]),
  ),
  ...Object.fromEntries(
    ['note', 'photo', 'hearing', 'count'].map((one) => [`kind.${one}`, t(`phone.${one}.heading`)]),
  ),
  ...Object.fromEntries(
    ['yes', 'no', 'partly', 'unknown', 'not_asked'].map((one) => [`answer.${one}`, t(`case.answer.${one}`)]),
  ),
  write: t('phone.desk.write'),
  'write.note': t('phone.desk.write.note'),
  bare: t('phone.desk.bare'),
})

function terms({ codebook, face }: Desktop) {
  const label = (labels: Parameters<typeof labelIn>[0]) => labelIn(labels, face.words.language).text
  const { units, methods, sheet } = codebook.field
  const questions = codebook.cases.sheets.get(sheet)?.questions ?? new Map()
  return {
    sheet,
    units: Object.fromEntries([...units].map(([id, one]) => [id, { label: label(one.label) }])),
    methods: Object.fromEntries(
      [...methods].map(([id, one]) => [id, { label: label(one.label), qualifier: one.qualifier }]),
    ),
    questions: Object.fromEntries([...questions].map(([id, one]) => [id, label(one.label)])),
  }
}
