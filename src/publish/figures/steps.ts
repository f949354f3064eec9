/** The steps of a bill in, a line of them with their days out: filled is done, hollow is to come. */
import { html, type Markup } from '../markup.ts'

export type Step = { readonly label: string; readonly when: string; readonly isDone: boolean }

/** A list that the style sheet lays out as a line on wide pages and down a rail on narrow ones: it is its own table. */
export const stepLine = (steps: readonly Step[]): Markup =>
  html`<ol class="way">${steps.map(
    ({
      label,
      when,
      isDone,
    }) => html`<li${isDone && html` class="done"`}><b>${label}</b><span>${when}</span></li>
`,
  )}</ol>`
