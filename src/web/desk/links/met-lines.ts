/** Names that were met before in, lines that lead to the people and the records, each with how alike they are, out. */
import type { Reason } from '../../../core/names/score.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import type { Met } from '../../../usecases/link/names-met.ts'
import type { Desktop } from '../desktop.ts'

/** Each name that is met; none for one that is like nobody's. */
export function metLines({ face }: Desktop, met: readonly Met[]): readonly Markup[] {
  const { t, language } = face.words
  const why = (reasons: readonly Reason[]): string =>
    [...new Set(reasons.map((one) => t(`link.why.${one.kind}`)))].join(', ')
  return met.flatMap(({ name, people, records }) => {
    const lines = [
      ...people.map(
        ({ person, spelling, found }) =>
          html`<a href="/${language}/desk/people/${person}">${spelling}</a> <span class="meta">${t('link.on-record')}: ${why(found.why)}</span>`,
      ),
      ...records.map(
        (one) =>
          html`<a href="/${language}/desk/records/${one.record}">${one.record}</a> ${one.name} <span class="meta">${why(one.found.why)}</span>`,
      ),
    ]
    return lines.length === 0
      ? []
      : [html`<li>${name}<ul>${lines.map((one) => html`<li>${one}</li>`)}</ul></li>`]
  })
}
