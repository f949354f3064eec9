/** Publications that are being written as a page: where each stands, whose task waits, and how a new one is begun. */
import { LANGUAGES, labelIn } from '../../../core/language.ts'
import { KINDS } from '../../../publish/manuscript/kinds.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import type { Listed, Writing } from '../../../usecases/writing/list-publications.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { kindText, stateText, subjectText } from './texts.ts'

export type ListView = Writing & {
  readonly faults: readonly string[]
  readonly typed: Readonly<Record<string, string>>
}

export function listPage(desktop: Desktop, { publications, tasks, faults, typed }: ListView): string {
  const { face } = desktop
  const { t, language } = face.words
  const open = publications.filter((one) => one.status.state !== 'withdrawn')
  const gone = publications.filter((one) => one.status.state === 'withdrawn')
  const titles = new Map(publications.map((one) => [one.row.id, one.title]))
  const body = [
    section(
      t('write.title'),
      t('write.note'),
      html`<h1>${open.length === 0 ? t('write.none') : t('write.heading', { n: open.length })}</h1>${wrong(faults)}${open.length > 0 && list(desktop, open)}`,
      true,
    ),
    tasks.length > 0 &&
      section(
        t('write.tasks'),
        t('write.tasks.note'),
        html`<ul class="work">${tasks.map(
          (one) =>
            html`<li><div><p class="name"><a href="/${language}/desk/write/${one.publication}${one.sentence !== null && `?at=${encodeURIComponent(one.sentence)}#at`}">${one.words}</a></p><p class="meta">${titles.get(one.publication) ?? ''} · ${one.by}, ${momentIn(one.at, language)}</p></div></li>
`,
        )}</ul>`,
      ),
    section(t('write.new'), t('write.new.note'), newForm(desktop, typed)),
    gone.length > 0 && section(t('write.withdrawn'), '', list(desktop, gone)),
  ]
  return frame(face, t('write.title'), 'write', body)
}

const list = (desktop: Desktop, some: readonly Listed[]): Markup => {
  const { t, language } = desktop.face.words
  return html`<ul class="work">${some.map(
    ({ row, title, status, last }) =>
      html`<li><div><h2 class="name"><a href="/${language}/desk/write/${row.id}" lang="${row.language}">${title}</a></h2><p class="meta">${subjectText(desktop, row)} · <span lang="${row.language}">${t(`language.${row.language}`)}</span></p><p class="meta">${t('write.last', { handle: last.by, when: momentIn(last.at, language) })}</p></div><div class="meta stage">${stateText(desktop, status.state)}</div></li>
`,
  )}</ul>`
}

/** One form for all kinds: it says of each field which kinds ask for it. */
function newForm(desktop: Desktop, typed: Readonly<Record<string, string>>): Markup {
  const { face, packs } = desktop
  const { t, language } = face.words
  const choose = (name: string, options: readonly (readonly [string, string])[]): Markup =>
    html`<select name="${name}">${options.map(([value, text]) => html`<option value="${value}"${typed[name] === value && html` selected`}>${text}</option>`)}</select>`
  const forms = [...desktop.codebook.submissions.values()].map(
    (one) => [one.id, labelIn(one.name, language).text] as const,
  )
  const addressees = [...desktop.codebook.addressees.keys()].join(', ')
  const text = (name: 'period' | 'of' | 'to', hint: string): Markup =>
    html`<label>${t(`write.new.${name}`)}<br><input name="${name}" value="${typed[name] ?? ''}" maxlength="100" autocomplete="off" autocapitalize="none" spellcheck="false"><br><span class="meta">${hint}</span></label>`
  return html`<form method="post" action="/${language}/desk/write" class="broad">${tokenField(face)}<p class="fields"><label>${t('write.new.kind')}<br>${choose(
    'kind',
    KINDS.map((one) => [one, kindText(desktop, one)] as const),
  )}</label> <label>${t('write.new.country')}<br>${choose(
    'country',
    [...packs.values()].map((one) => [one.id, labelIn(one.name, language).text] as const),
  )}</label> <label>${t('write.new.language')}<br>${choose(
    'language',
    LANGUAGES.map((one) => [one, t(`language.${one}`)] as const),
  )}</label></p><p class="fields">${text('period', t('write.new.period.hint'))}${text('of', t('write.new.of.hint'))}<label>${t('write.new.form')}<br>${choose('form', [['', '—'], ...forms])}<br><span class="meta">${t('write.new.form.hint')}</span></label>${text('to', t('write.new.to.hint', { list: addressees }))}</p>${button(t('write.new.do'))}</form>`
}
