/** The log as a page for whoever watches over the house: who did what and when, never what it was about. */
import { html, type Markup } from '../../../publish/markup.ts'
import type { LogLine } from '../../../store/queries/log.ts'
import type { KeptSafe } from '../../../usecases/log/kept-safe.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { keptSafeSection } from './kept-safe.ts'

/** `kept`: for the house's own alone. */
export function logPage({ face }: Desktop, lines: readonly LogLine[], kept: KeptSafe | null): string {
  const { t, language } = face.words
  const last = lines.at(-1)
  const heading = html`<h1>${t('work.log.heading')}</h1>`
  const table = (before: Markup | false) =>
    section(
      t('work.log'),
      t('work.log.note'),
      html`${before}<div class="scroll" role="region" tabindex="0" aria-label="${t('work.log')}"><table><thead><tr><th scope="col">${t('work.log.entry')}</th><th scope="col">${t('work.log.when')}</th><th scope="col">${t('work.log.who')}</th><th scope="col">${t('work.log.what')}</th><th scope="col">${t('work.log.hash')}</th></tr></thead><tbody>${lines.map(
        (one) =>
          html`<tr><td>${one.seq}</td><td>${momentIn(one.at, language)}</td><td>${one.actor}</td><td>${one.use_case}</td><td><code>${one.hash.slice(0, 16)}</code></td></tr>`,
      )}</tbody></table></div>${last && last.seq > 1 && html`<p class="pages"><a href="/${language}/desk/log?before=${last.seq}">${t('nav.next')}</a></p>`}`,
      before !== false,
    )
  // First what somebody may have to look after: below two hundred entries nobody would see it.
  const body = kept ? html`${keptSafeSection(face, kept, heading)}${table(false)}` : table(heading)
  return frame(face, t('work.log'), 'log', body)
}
