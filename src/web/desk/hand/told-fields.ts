/** Words that somebody writes down in, the fields for them and for who told them out; what was typed stands in them. */
import { RELIABILITIES, WAYS } from '../../../core/document.ts'
import { LANGUAGES, labelIn } from '../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Told } from '../../../usecases/hand/read-words.ts'
import type { Desktop } from '../desktop.ts'
import { LONGEST_TOLD } from '../form-fields.ts'

type Option = readonly [string, string]

/** `label`: what is asked for, in the words of the page. */
export const wordsField = ({ face }: Desktop, told: Told, label: string): Markup =>
  html`<p><label>${label}<br><textarea name="words" rows="12" maxlength="${LONGEST_TOLD}" autocomplete="off">${told.words}</textarea></label></p>
<p class="fields">${select(
    'language',
    face.words.t('hand.language'),
    [
      ['', face.words.t('hand.language.tell')],
      ...LANGUAGES.map((one): Option => [one, face.words.t(`language.${one}`)]),
    ],
    told.language,
  )}</p>`

/** With the reason why words of each way stay inside, before anybody writes them down. */
export function sourceFields({ face, codebook }: Desktop, told: Told): Markup {
  const { t, language } = face.words
  const text = (name: keyof Told, label: string, hint: Piece = false, max = 300): Markup =>
    html`<p><label>${label}<br><input name="${name}" value="${told[name]}" maxlength="${max}" autocomplete="off">${hint && html`<br><span class="meta">${hint}</span>`}</label></p>
`
  const ways = WAYS.flatMap((one): readonly Option[] => {
    const rule = codebook.ways.get(one)
    return rule ? [[one, `${labelIn(rule.label, language).text} (${t(`hand.goes.${rule.words}`)})`]] : []
  })
  const reliabilities = [...RELIABILITIES].reverse().map((one): Option => [one, t(`reliability.${one}`)])
  return html`<fieldset><legend>${t('hand.source')}</legend><p class="said">${t('hand.source.note')}</p>
<p>${select('way', `${t('hand.way')} *`, [['', t('hand.choose')], ...ways], told.way)}</p>
${text('title', t('hand.title'), t('hand.title.note'))}${text('publisher', t('hand.publisher'), t('hand.publisher.note'))}${text('collector', t('desk.collector'), t('hand.collector.note'))}${text('told', t('hand.told'), '2026-11-20', 10)}${text('url', t('hand.url'))}${text('licence', t('hand.licence'))}
<p class="fields">${select('reliability', t('hand.reliability'), reliabilities, told.reliability)} ${select('information', t('hand.information'), reliabilities, told.information)}</p></fieldset>`
}

export const select = (name: string, label: string, options: readonly Option[], chosen: string): Markup =>
  html`<label>${label}<br><select name="${name}">${options.map(([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`)}</select></label>`
