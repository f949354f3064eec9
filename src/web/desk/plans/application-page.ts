/** A plan as a funder reads it in, its page out: orders and languages to choose from, files to take, the application itself. */
import { isLanguage, LANGUAGES, type Language } from '../../../core/language.ts'
import type { PlanLeaf } from '../../../core/plan/application.ts'
import type { Paper } from '../../../publish/manuscript/manuscript.ts'
import { planManuscript } from '../../../publish/manuscript/of-plan.ts'
import { blocksOnPage } from '../../../publish/manuscript/on-page.ts'
import { html } from '../../../publish/markup.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'

export type AskedApplication = { readonly form: string; readonly language: Language }

/** What an address does not say, or says wrongly, is the first order and the language of the page. */
export function askedApplication(
  { codebook, face }: Desktop,
  form: string | undefined,
  language: string | undefined,
): AskedApplication {
  const forms = [...codebook.applications.keys()]
  return {
    form: forms.find((one) => one === form) ?? forms[0] ?? '',
    language: isLanguage(language) ? language : face.words.language,
  }
}

export function applicationPage(
  desktop: Desktop,
  id: string,
  {
    leaf,
    asked,
    papers,
  }: { readonly leaf: PlanLeaf; readonly asked: AskedApplication; readonly papers: readonly Paper[] },
): string {
  const { face, codebook } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/plans/${id}`
  const to = ({ form, language: of }: AskedApplication): string => `${home}/application?form=${form}&in=${of}`
  const manuscript = planManuscript(leaf)
  const forms = [...codebook.applications.values()].map(
    (one) =>
      html`<li><a href="${to({ ...asked, form: one.id })}"${one.id === asked.form && html` aria-current="page"`}>${one.name[language]}</a> <span class="meta">${one.what[language]}</span></li>
`,
  )
  const languages = LANGUAGES.map(
    (one) =>
      html`<a href="${to({ ...asked, language: one })}" lang="${one}"${one === asked.language && html` aria-current="page"`}>${t(`language.${one}`)}</a> `,
  )
  const files = papers.map(
    (paper) =>
      html`<a href="${home}/application.${paper}?form=${asked.form}&in=${asked.language}" download>${t(`kit.paper.${paper}`)}</a> `,
  )
  const body = [
    section(
      html`<a href="${home}">${leaf.title}</a>`,
      t('plans.application.note'),
      html`<h1>${t('plans.application')}</h1><p>${t('plans.application.form')}</p><ul class="plain">${forms}</ul><p>${t('plans.application.language')}: ${languages}</p><p>${t('plans.application.files')}: ${files}</p>`,
      true,
    ),
    section(
      leaf.kind,
      leaf.subject,
      html`<div lang="${leaf.language}"><h2>${leaf.title}</h2>${leaf.summary !== null && html`<p><i>${leaf.summary}</i></p>`}</div>`,
    ),
    ...manuscript.sections.map((one, at) =>
      section(
        one.title,
        one.aside ?? '',
        html`<div lang="${leaf.language}"><h2>${one.title}</h2>${leaf.sections[at]?.isTooLong && html`<p class="doubt" lang="${language}">${t('plans.application.long')}</p>`}${blocksOnPage(one.blocks)}</div>`,
      ),
    ),
    section(
      '',
      '',
      html`<div lang="${leaf.language}">${leaf.colophon.map((one) => html`<p class="meta">${one}</p>`)}</div>`,
    ),
  ]
  return frame(face, t('plans.application'), `plans/${id}/application`, body)
}
