/** Recorded people as pages: on what ground each may be shown, to whom and until when; how to take somebody out, or record a ground anew. */
import { LANGUAGES, labelIn } from '../../../core/language.ts'
import { BASIS_KINDS, SHOW_LEVELS } from '../../../core/person.ts'
import { AUDIENCES } from '../../../core/tier.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { PersonKnown } from '../../../store/queries/persons.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { ground } from './ground.ts'
import { type PersonForm, personForm } from './person-form.ts'

export function peoplePage(
  desktop: Desktop,
  people: readonly PersonKnown[],
  today: string,
  form: PersonForm,
): string {
  const { face } = desktop
  const { t, language } = face.words
  const body = section(
    t('work.people'),
    t('work.people.note'),
    html`<h1>${t('work.people.heading', { n: people.length })}</h1>${personForm(desktop, form)}<ul class="work">${people.map(
      (one) =>
        html`<li><div><h2 class="name"><a href="/${language}/desk/people/${one.person.id}">${labelIn(one.person.names, language).text}</a></h2><p class="meta">${ground(face.words, one.binding, today)}</p></div></li>`,
    )}</ul>`,
    true,
  )
  return frame(face, t('work.people'), 'people', body)
}

type Words = Desktop['face']['words']

export function personPage(
  { face }: Desktop,
  known: PersonKnown,
  today: string,
  stillStands: readonly string[] | null,
): string {
  const { t, language } = face.words
  const { person, bases } = known
  const action = `/${language}/desk/people/${person.id}`
  const names = [...LANGUAGES.flatMap((one) => person.names[one] ?? []), ...person.variants]
  const body = [
    section(
      person.id,
      ground(face.words, known.binding, today),
      html`<h1>${labelIn(person.names, language).text}</h1>${
        stillStands !== null &&
        html`<div class="shown" role="status"><p>${t('work.person.out')}</p>${stillStands.length > 0 && html`<p>${t('work.person.stands')}</p><ul class="links">${stillStands.map((id) => html`<li><a href="/${language}/desk/records/${id}">${id}</a></li>`)}</ul>`}</div>`
      }<p>${[...new Set(names)].join(' · ')}</p>${known.others.length > 0 && html`<p class="shown">${t('twin.on-record')} ${known.others.map((id) => html`<a href="/${language}/desk/twice/people?left=${person.id}&amp;right=${id}">${id}</a> `)}</p>`}${face.mayAtAll('cases') && html`<p><a href="/${language}/desk/people/${person.id}/course">${t('course.title')}</a> · <a href="/${language}/desk/cases?about=${person.id}">${t('case.heading')}</a> · <a href="/${language}/desk/observations/new?person=${person.id}">${t('case.new.observation')}</a> · <a href="/${language}/desk/assistance/new?person-1=${person.id}">${t('case.new.assistance')}</a></p>`}`,
      true,
    ),
    section(
      t('work.person.take-out'),
      t('work.person.take-out.note'),
      html`<form method="post" action="${action}/withdraw">${tokenField(face)}<p class="fields"><label>${t('work.why')} *<br><input name="why" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('work.person.take-out')}</button></p></form>`,
    ),
    section(t('work.basis'), t('work.basis.note'), history(face.words, bases)),
    face.mayAtAll('consent') &&
      section(t('work.basis.anew'), t('work.basis.anew.note'), basisForm(face, `${action}/basis`)),
  ]
  return frame(face, `${t('work.people')}: ${person.id}`, `people/${person.id}`, body)
}

const history = ({ t, language }: Words, bases: PersonKnown['bases']): Piece =>
  bases.length === 0
    ? html`<p>${t('work.basis.never')}</p>`
    : html`<ol class="work">${[...bases]
        .reverse()
        .map(
          (one) =>
            html`<li><div><p>${t(`work.kind.${one.kind}`)}: ${t(`work.level.${one.level}`)}, ${t(`work.to.${one.to}`)}${one.beyond !== 'never' && html`, ${t('work.basis.beyond', { level: t(`work.level.${one.beyond}`) })}`}</p><p class="meta">${[dayIn(one.recordedOn, language), one.by, one.reason, one.givenHow, one.level !== 'never' && t('work.basis.until', { day: dayIn(one.reviewBy, language) })].filter(Boolean).join(' · ')}</p></div></li>`,
        )}</ol>`

function basisForm(face: Desktop['face'], action: string): Markup {
  const { t } = face.words
  const choice = (
    name: string,
    label: string,
    options: readonly string[],
    prefix: string,
    extra: readonly string[] = [],
  ): Markup =>
    html`<label>${label}<br><select name="${name}">${extra.map((one) => html`<option value="">${one}</option>`)}${options.map((one) => html`<option value="${one}">${t(`${prefix}.${one}`)}</option>`)}</select></label> `
  const text = (name: string, label: string, required: boolean, day = false): Markup =>
    html`<p><label>${label}${required && ' *'}<br><input name="${name}"${required && html` required`} maxlength="500" autocomplete="off"${day && html` placeholder="2027-11-20" pattern="\\d{4}-\\d{2}-\\d{2}"`}></label></p>`
  return html`<form method="post" action="${action}">${tokenField(face)}<p class="fields">${choice('kind', t('work.basis.kind'), BASIS_KINDS, 'work.kind')}${choice('level', t('work.basis.level'), SHOW_LEVELS, 'work.level')}${choice('to', t('work.basis.to'), AUDIENCES, 'work.to')}${choice('beyond', t('work.basis.beyond-label'), SHOW_LEVELS, 'work.level')}</p>
${text('reason', t('work.why'), true)}${text('how', t('work.basis.how'), false)}${text('review', t('work.basis.review'), true, true)}<p><button type="submit">${t('work.basis.do')}</button></p></form>`
}
