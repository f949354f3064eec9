/** The records of a period or a case in, a submission to the body that a form belongs to out: each field that it asks for, filled or shown as missing, then law, facts and recommendations. */
import { labelIn } from '../../core/language.ts'
import type { SubmissionForm } from '../../core/submission.ts'
import { said } from '../grammar/slots.ts'
import type { Drafter, Material } from '../manuscript/kinds.ts'
import { type Block, type Section, sentencesIn } from '../manuscript/manuscript.ts'
import { sewn } from '../quilt/patch.ts'
import { listIn } from '../telling/pattern.ts'
import { localeOf, periodIn } from '../telling/when.ts'
import { asksOf, wordsOf } from './analyses.ts'
import { chapterIntro, chaptersOf } from './chapters.ts'
import { fieldValue } from './field-values.ts'
import { finished } from './finished.ts'
import { caseBox } from './journeys.ts'
import { lawChapter } from './law-chapter.ts'
import { leadOf } from './lead.ts'
import { background, isBackground, section } from './parts.ts'
import { quiltFigure } from './quilt-figure.ts'
import { paragraph, points, sentence } from './sentences.ts'
import { toldOf } from './told.ts'

export const submissionManuscript: Drafter = (view, addressOf) => {
  const { tell, words, pack, period, asked, codebook } = view
  const form = asked.kind === 'submission' ? codebook.submissions.get(asked.form) : undefined
  if (!form) throw new Error(`no form of submissions is called so: ${JSON.stringify(asked)}`)
  const country = labelIn(pack.name, words.language).text
  const begun = {
    kind: said(tell, 'kind.submission'),
    subject: `${country}, ${periodIn(period.from, period.to, words.language)}`,
    title: wordsOf(form.name, view),
    // A long paper has a cover, which would be empty without it.
    ...{ summary: null, figure: quiltFigure(view) },
  }
  const body: readonly Section[] = [
    section('brief', said(tell, 'title.summary'), paragraph(leadOf(view))),
    background(view),
    lawChapter(view),
    ...factsOf(view),
    section(
      'cases',
      said(tell, 'title.cases'),
      view.proceedings.map((one) => caseBox(one, pack, view)),
    ),
    section('asks', said(tell, 'title.asks'), asksOf(view)),
  ]
  const first = section('form', said(tell, 'title.form'), formBlocks(form, view, body))
  return finished(begun, [first, ...body], view, addressOf)
}

const factsOf = (view: Material): readonly Section[] =>
  chaptersOf(
    sewn(view.incidents).filter((one) => !isBackground(one)),
    view,
    (id, own) => [...chapterIntro(id, view), ...points(own.map((one) => toldOf(one, view.pack, view)))],
  )

/** Fields first: whoever sends it sees at once what is still missing. */
function formBlocks(form: SubmissionForm, view: Material, body: readonly Section[]): readonly Block[] {
  const { tell } = view
  const fields = form.fields.map((field) => {
    const value = fieldValue(field.from, view)
    const need = said(tell, field.isRequired ? 'field.required' : 'field.optional')
    return {
      label: `${wordsOf(field.label, view)} (${need.toLocaleLowerCase(localeOf(tell.language))})`,
      told: sentence(`field:${field.id}`, value?.text ?? said(tell, 'told.missing'), value?.bonds ?? []),
      isMissing: value === null,
    }
  })
  const n = form.fields.filter((field, at) => field.isRequired && fields[at]?.isMissing === true).length
  return [
    { kind: 'fields', fields },
    ...paragraph([
      n === 0 ? null : sentence('form:missing', said(tell, 'submission.missing', { n })),
      limitSentence(form, view, body),
      languageSentence(form, view),
      form.certainty?.startsWith('verified') === true
        ? null
        : sentence('form:unchecked', said(tell, 'submission.unchecked')),
    ]),
  ]
}

const wordsIn = (text: string): number => text.split(/\s+/u).filter((one) => /[\p{L}\p{N}]/u.test(one)).length

/** Of the body alone: notes and the list of fields do not count. */
function limitSentence(form: SubmissionForm, { tell }: Material, body: readonly Section[]) {
  if (form.words === null) return null
  const has = sentencesIn(body)
    .flatMap((one) => one.runs.flatMap((run) => (run.kind === 'text' ? [wordsIn(run.text)] : [])))
    .reduce((sum, one) => sum + one, 0)
  const key = has > form.words ? 'submission.over' : 'submission.limit'
  return sentence('form:limit', said(tell, key, { n: form.words, has }))
}

function languageSentence({ languages }: SubmissionForm, { tell, words }: Material) {
  if (languages.includes(words.language)) return null
  const names = new Intl.DisplayNames([localeOf(tell.language)], { type: 'language' })
  const list = listIn(
    tell,
    languages.map((one) => names.of(one) ?? one),
  )
  return sentence('form:language', said(tell, 'submission.language', { list }))
}
