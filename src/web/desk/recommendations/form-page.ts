/** The form of a recommendation: its own words, the demand in ours, who asks whom, and which law and right it is about. */
import { labelIn } from '../../../core/language.ts'
import { FREEDOMS } from '../../../core/values.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import { controls, type FieldFault, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { BODIES, demandFields, LAWS, type Ticked, type Where } from './fields.ts'

export type DemandForm = {
  /** Null: a new one. */
  readonly id: string | null
  readonly where: Where
  readonly typed: Typed
  readonly ticked: Ticked
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
  readonly mayRelease: boolean
  /** Of a passage that a rule proposed: its id. */
  readonly proposed: string | null
}

export function demandFormPage(desktop: Desktop, form: DemandForm): string {
  const { face } = desktop
  const { t, language } = face.words
  const { id, where, typed, ticked, faults, lines, mayRelease, proposed } = form
  const home = `/${language}/desk/recommendations`
  const title = t(id === null ? 'demand.new' : 'demand.change')
  const body = section(
    html`<a href="${home}">${t('rec.title')}</a>`,
    t('demand.form.note'),
    html`<h1>${title}</h1>${wrong([...faults.map((one) => one.line), ...lines])}
${where && html`<blockquote><p>${where.words}</p></blockquote>`}
<form method="post" action="${id === null ? home : `${home}/${id}`}">${tokenField(face)}${
      where &&
      html`<input type="hidden" name="document" value="${where.document}"><input type="hidden" name="proposed" value="${proposed ?? ''}">`
    }${controls(demandFields(desktop, where ? 'report' : 'hand', mayRelease), typed, faults, face.words)}${boxes(desktop, ticked)}${button(t('demand.save'))}</form>${lists(desktop)}`,
    true,
  )
  return frame(face, title, id === null ? 'recommendations/new' : `recommendations/${id}/edit`, body)
}

function boxes({ face, codebook }: Desktop, ticked: Ticked): Markup {
  const { t, language } = face.words
  const box = (name: 'to' | 'freedom', value: string, label: string): Markup =>
    html`<p><label><input type="checkbox" name="${name}" value="${value}"${ticked[name].includes(value) && html` checked`}> ${label}</label></p>`
  return html`<fieldset><legend>${t('rec.facet.to')} *</legend>${[...codebook.addressees.values()].map(
    (one) => box('to', one.id, labelIn(one.name, language).text),
  )}</fieldset><fieldset><legend>${t('rec.right')}</legend>${FREEDOMS.map((one) => {
    const term = codebook.vocabularies.freedoms.get(one)
    return box('freedom', one, term ? labelIn(term.label, language).text : one)
  })}</fieldset>
`
}

/** Whatever is offered while typing ends with the id that is kept. */
function lists({ codebook, packs, face }: Desktop): Markup {
  const { language } = face.words
  const bodies = [
    ...codebook.recommendations.bodies.values(),
    ...[...packs.values()].flatMap((one) => [...one.organisations.values()]),
  ]
  const laws = [...packs.values()].flatMap((one) => [
    ...one.bills.values(),
    ...one.acts.values(),
    ...one.provisions.values(),
  ])
  return html`<datalist id="${BODIES}">${bodies.map((one) => html`<option value="${one.id}">${labelIn(one.name, language).text}</option>`)}</datalist><datalist id="${LAWS}">${laws.map((one) => html`<option value="${one.id}">${labelIn(one.title, language).text}</option>`)}</datalist>`
}
