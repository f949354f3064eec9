/** Mailboxes in, the pages of what came in sealed out: days and sizes, what is opened on the reader's machine, an answer, a decision. */
import { CONSENTS, VERDICTS } from '../../../core/intake.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { Mailbox } from '../../../usecases/intake/triage.ts'
import type { RecipientsNow } from '../../../usecases/sealed/recipients.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { dated } from '../sealed/pages.ts'
import { unlockForm } from '../sealed/unlock-form.ts'

/** Enough of a mailbox to tell it from others in a talk. */
const short = (mailbox: string): string => mailbox.slice(0, 8)

export function intakeListPage({ face }: Desktop, boxes: readonly Mailbox[]): string {
  const { t, language } = face.words
  const one = ({ mailbox, letters, triage }: Mailbox): Piece =>
    html`<li><div><h2 class="name"><a href="/${language}/desk/intake/${mailbox}">${short(mailbox)}</a></h2><p class="meta">${[
      letters[0] && dayIn(letters[0].day, language),
      t('intake.parts', { n: letters.filter((letter) => letter.way === 'told').length }),
      triage ? t(`intake.verdict.${triage.verdict}`) : t('intake.waits'),
    ]
      .filter(Boolean)
      .join(' · ')}</p></div></li>`
  const body = section(
    t('intake.label'),
    t('intake.note'),
    html`<h1>${t('intake.heading', { n: boxes.length })}</h1>${boxes.length > 0 && html`<ul class="work">${boxes.map(one)}</ul>`}`,
    true,
  )
  return frame(face, t('intake.label'), 'intake', body)
}

type View = { readonly box: Mailbox; readonly recipients: RecipientsNow; readonly root: string }

export function mailboxPage(desktop: Desktop, view: View): string {
  const { face } = desktop
  const { t, language } = face.words
  const { mailbox, letters } = view.box
  const home = `/${language}/desk/intake`
  const body = [
    section(
      short(mailbox),
      t('intake.box.note'),
      html`<h1>${t('intake.box')}</h1>${unlockForm(face)}<ul class="work">${letters.map(
        (one) =>
          html`<li data-sealed="${home}/${one.id}.age" data-list="${one.list}"><div><h2 class="name">${t(`intake.way.${one.way}`)}${one.by !== null && ` · ${one.by}`}</h2><p class="meta">${[dayIn(one.day, language), t('sealed.sealed-to', { seq: one.list }), t(`intake.what.${one.what}`), t('intake.kib', { n: Math.ceil(one.bytes / 1024) })].join(' · ')}</p><div class="opened" hidden></div></div><div class="acts"><a href="${home}/${one.id}.age" download>${t('sealed.download')}</a></div></li>`,
      )}</ul>`,
      true,
    ),
    section(t('intake.answer'), t('intake.answer.note'), answerForm(desktop, view)),
    section(t('intake.triage'), t('intake.triage.note'), triageForm(desktop, view)),
  ]
  return frame(face, t('intake.box'), `intake/${mailbox}`, body, 'sealed')
}

function answerForm(desktop: Desktop, { box, recipients, root }: View): Piece {
  const { face } = desktop
  const { t, language } = face.words
  const replyTo = box.letters.find((one) => one.way === 'told')?.reply_to ?? ''
  if (recipients.kind !== 'holds')
    return html`<p>${t(`sealed.list.${recipients.kind}`, dated(desktop, recipients))}</p>`
  return html`<form id="seal" method="post" action="/${language}/desk/intake/${box.mailbox}/answer" data-to="/${language}/desk/intake/${box.mailbox}/answer" data-also="${replyTo}" data-token="${face.formToken}" data-signed="${JSON.stringify(recipients.signed)}" data-root="${root}" data-unbelieved="${t('sealed.unbelieved')}" data-empty="${t('fault.input.empty')}">
<p><label>${t('intake.answer.words')}<br><textarea name="words" rows="5" autocomplete="off" spellcheck="false"></textarea></label></p>
<p><button type="button" hidden>${t('intake.answer.do')}</button> <span role="status"></span></p><noscript><p>${t('intake.answer.script')}</p></noscript></form>`
}

function triageForm({ face }: Desktop, { box }: View): Piece {
  const { t, language } = face.words
  const now = box.triage
  const choices = (name: string, values: readonly string[], chosen: string | undefined): Piece =>
    html`<p><label>${t(`intake.${name}`)}<br><select name="${name}">${values.map((value) => html`<option value="${value}"${value === chosen && html` selected`}>${t(`intake.${name}.${value}`)}</option>`)}</select></label></p>`
  return html`${now && html`<p>${t('intake.decided', { verdict: t(`intake.verdict.${now.verdict}`), by: now.by })}${now.record !== null && html` <a href="/${language}/desk/sealed/incident/${now.record}">${now.record}</a>`}</p>`}
<form method="post" action="/${language}/desk/intake/${box.mailbox}/triage">${tokenField(face)}${choices('verdict', VERDICTS, now?.verdict ?? 'kept')}${choices('consent', CONSENTS, now?.consent ?? 'not-asked')}
<p><label>${t('intake.record')}<br><input name="record" autocomplete="off" maxlength="100"></label><br><span class="meta">${t('intake.record.note')}</span></p>
<p><label>${t('intake.why')}<br><input name="why" required maxlength="500" autocomplete="off"></label></p><p><button type="submit">${t('intake.do')}</button></p></form>
<p><a href="/${language}/desk/records/new">${t('intake.by-hand')}</a></p><p class="meta">${t('intake.by-hand.note')}</p>`
}
