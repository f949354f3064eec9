/** The list of recipients in, what is said of it out: who, where, and the words by which each key is compared. */
import { html, type Piece } from '../../../publish/markup.ts'
import type { RecipientsNow } from '../../../usecases/sealed/recipients.ts'
import type { Desktop } from '../desktop.ts'
import { dated } from './pages.ts'

export function recipientsList(
  desktop: Desktop,
  { recipients }: { readonly recipients: RecipientsNow },
): Piece {
  const { t, language } = desktop.face.words
  return html`<p>${t(`sealed.list.${recipients.kind}`, dated(desktop, recipients))}</p>${
    recipients.people.length > 0 &&
    html`<table><thead><tr><th scope="col">${t('sealed.who')}</th><th scope="col">${t('sealed.where')}</th><th scope="col">${t('sealed.compare')}</th></tr></thead><tbody>${recipients.people.map(
      (one) =>
        html`<tr><th scope="row">${one.who}</th><td>${t(`sealed.place.${one.place}`)}</td><td><code>${one.words}</code></td></tr>`,
    )}</tbody></table>
<p><a href="/${language}/desk/sealed/recipients.json">${t('sealed.list.file')}</a></p>`
  }`
}
