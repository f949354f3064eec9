/** How the house is kept in, the sentences that tell it to whoever watches over it out; what somebody must look after stands out. */
import { html, type Markup } from '../../../publish/markup.ts'
import type { KeptSafe } from '../../../usecases/log/kept-safe.ts'
import { row as section } from '../accounts/pieces.ts'
import type { DeskFace } from '../frame.ts'
import { momentIn } from '../moment.ts'

/** `heading`: of the page, which begins with it. */
export function keptSafeSection(face: DeskFace, kept: KeptSafe, heading: Markup): Markup {
  const { t } = face.words
  return section(
    t('work.kept'),
    t('work.kept.note'),
    html`${heading}${backupLine(face, kept)}${evidenceLine(face, kept)}${signedLine(face, kept)}${witnessLines(face, kept)}`,
    true,
  )
}

function backupLine({ words }: DeskFace, { backups }: KeptSafe): Markup | false {
  if (!backups) return false
  const { state, last } = backups
  const at = last ? momentIn(last.at, words.language) : ''
  const text = words.t(`work.kept.backup.${state}`, { at })
  return state === 'fresh' ? html`<p>${text}</p>` : html`<p class="wrong">${text}</p>`
}

function evidenceLine({ words }: DeskFace, { evidence }: KeptSafe): Markup {
  if (!evidence) return html`<p>${words.t('work.kept.evidence.none')}</p>`
  const { at, all, wrong } = evidence
  const params = { at: momentIn(at, words.language), n: wrong.length, all }
  return wrong.length === 0
    ? html`<p>${words.t('work.kept.evidence.whole', params)}</p>`
    : html`<p class="wrong">${words.t('work.kept.evidence.wrong', params)}</p>`
}

function signedLine({ words }: DeskFace, { signed, entries }: KeptSafe): Markup {
  if (!signed) return html`<p>${words.t('work.kept.unsigned')}</p>`
  const at = momentIn(signed.at, words.language)
  return html`<p>${words.t('work.kept.signed', { n: signed.entries, entries, at })}</p>`
}

function witnessLines({ words }: DeskFace, { witnesses }: KeptSafe): Markup {
  if (witnesses.length === 0) return html`<p>${words.t('work.kept.no-witness')}</p>`
  return html`<ul>${witnesses.map(({ name, seen }) => {
    const at = seen ? momentIn(seen.at, words.language) : ''
    const text = seen
      ? words.t('work.kept.witness', { name, n: seen.entries, at })
      : words.t('work.kept.witness.none', { name })
    return html`<li>${text}</li>`
  })}</ul>`
}
