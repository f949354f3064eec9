/** The corrections of a record in, a sentence for each out: the day, and the reason where it may be read. */
import type { IncidentBody } from '../../core/public-record.ts'
import { html, type Markup } from '../markup.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

export const corrections = (all: IncidentBody['corrections'], { words }: Face): Markup =>
  html`<ul>${all.map(({ at, why }) => {
    const day = dayIn(at.slice(0, 10), words.language)
    return html`<li>${why === null ? words.t('corrected.on', { day }) : words.t('corrected.why', { day, why })}</li>`
  })}</ul>`
