/** What colleagues said of a sentence, or of the text as a whole: comments, tasks, and the form for one more. */
import { html, type Markup } from '../../../publish/markup.ts'
import { button } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import { momentIn } from '../moment.ts'
import type { TextView } from './text-page.ts'

export function remarksSection(
  desktop: Desktop,
  { read, remarks, typed }: TextView,
  sentence: string,
): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const action = `/${language}/desk/write/${read.row.id}/remarks`
  const own = remarks.filter((one) => (one.sentence ?? '') === sentence)
  const lines = own.map((one) => {
    const whom = one.to === null ? t(`write.remark.${one.kind}`) : t('write.task.for', { handle: one.to })
    const words = one.isOver ? html`<del>${one.words}</del>` : one.words
    return html`<li><p>${words}</p><p class="meta">${whom} · ${one.by}, ${momentIn(one.at, language)}</p><form method="post" action="${action}/${one.remark}" class="inline">${tokenField(face)}<input type="hidden" name="at" value="${sentence}"><button type="submit" class="plain" name="over" value="${one.isOver ? 'no' : 'yes'}">${t(one.isOver ? 'write.remark.again' : 'write.remark.over')}</button></form></li>
`
  })
  const isTyped = typed.form === 'remark'
  return html`<h3>${t(sentence === '' ? 'write.said.text' : 'write.said')}</h3>${lines.length > 0 && html`<ul class="waits">${lines}</ul>`}<details${isTyped && html` open`}><summary>${t('write.say')}</summary><form method="post" action="${action}">${tokenField(face)}<input type="hidden" name="sentence" value="${sentence}"><p><label>${t('write.say.words')}<br><textarea name="words" rows="3" maxlength="2000" required>${isTyped ? (typed.words ?? '') : ''}</textarea></label></p><p><label>${t('write.say.to')}<br><input name="to" value="${isTyped ? (typed.to ?? '') : ''}" maxlength="80" autocomplete="off" autocapitalize="none" spellcheck="false"><br><span class="meta">${t('write.say.to.hint')}</span></label></p>${button(t('write.say.do'), true)}</form></details>`
}
