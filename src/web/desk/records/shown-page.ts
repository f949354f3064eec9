/** One record as withholding gives it to a partner, or to any reader: what is held back is a slip. */
import { LANGUAGES, type Language, labelIn } from '../../../core/language.ts'
import type { IncidentBody } from '../../../core/public-record.ts'
import type { PartnerTestimony, QuotedSpeaker } from '../../../core/testimony/testimony.ts'
import type { Audience } from '../../../core/tier.ts'
import { FIELD_OF, PARTS } from '../../../publish/fields.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import { slip } from '../../../publish/pages/parts.ts'
import { piecesOf } from '../../../publish/sections/pieces.ts'
import type { ReadRecord } from '../../../usecases/read-records.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { behindNotice, painOf } from '../painful.ts'
import { exportForm } from './export-form.ts'
import { titleOf } from './title.ts'

export function shownPage(
  desktop: Desktop,
  record: Exclude<ReadRecord, { kind: 'team' }>,
  copies: readonly Audience[],
): string {
  const { face } = desktop
  const { t } = face.words
  const { incident } = record
  const title = titleOf(desktop, record)
  const body = [
    section(
      incident.id,
      t(`work.form.${record.kind}`),
      html`<h1>${title}</h1>${incident.sources.map(
        (one) =>
          html`${behindNotice(
            desktop,
            painOf(
              desktop,
              one.passage.map((part) => (part.kind === 'withheld' ? ' ' : part.text)).join(''),
              incident.fields.acts.map((act) => act.value),
            ),
            html`<p class="passage" lang="${one.language}">${one.passage.map((part) =>
              part.kind === 'withheld'
                ? slip(face.words)
                : part.kind === 'mark'
                  ? html`<mark>${part.text}</mark>`
                  : part.text,
            )}</p>`,
          )}<p class="meta">${[one.title, one.publisher].filter(Boolean).join(' · ')}</p>`,
      )}`,
      true,
    ),
    section(t('work.values'), t('work.values.held'), values(desktop, incident)),
    record.kind === 'partner' &&
      record.voices.length > 0 &&
      section(t('voices.nav'), t('voices.partner.note'), voices(record.voices)),
    copies.length > 0 &&
      section(t('work.export'), t('work.export.note'), exportForm(desktop, incident, copies)),
  ]
  return frame(face, `${title} (${incident.id})`, `records/${incident.id}`, body)
}

/** Told as on public pages, in the same order. */
function values({ face, told, packs }: Desktop, incident: IncidentBody): Markup {
  const pack = packs.get(incident.country)
  if (!pack) return html``
  const shown = PARTS.map((part) => [part, piecesOf(part, { incident, pack, face: told })] as const)
  return html`<dl class="vals">${shown
    .filter(([, pieces]) => pieces.length > 0)
    .map(
      ([part, pieces]) =>
        html`<div><dt>${face.words.t(`field.${FIELD_OF[part]}`)}</dt><dd>${pieces.map(({ piece }) => html`<p>${piece}</p>`)}</dd></div>`,
    )}</dl>`
}

/** In every language in which the speaker approved the words. */
const voices = (all: readonly PartnerTestimony[]): Markup =>
  html`${all.map(({ wording, speaker }) =>
    LANGUAGES.map((one) => {
      const as = speaker.kind === 'described' ? speaker.as[one] : nameIn(speaker, one)
      return (
        wording[one] !== null &&
        html`<blockquote lang="${one}"><p>${wording[one]}</p><footer class="meta">${as}</footer></blockquote>`
      )
    }),
  )}`

const nameIn = (speaker: Exclude<QuotedSpeaker, { kind: 'described' }>, language: Language): string =>
  speaker.kind === 'named' ? labelIn(speaker.name, language).text : speaker.text
