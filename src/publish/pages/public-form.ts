/** What every form has that takes something from anybody: the place where its work goes, and the one script that such a page may carry. */
import { html, type Markup } from '../markup.ts'
import type { Face } from '../views.ts'
import type { Script } from './layout.ts'

/** Forms are one kind of page with a script: `tell` seals and works, `work` works. */
export const formScript = (file: 'tell' | 'work', why: string): Script => ({
  why,
  tag: html`<script src="/assets/${file}.js" defer></script>`,
})

export const workScript: Script = formScript(
  'work',
  'counts on this device while the form is filled in, so that nobody can send thousands; without it the form waits its turn',
)

/** Attributes of a form that asks for work: `<form method="post" … ${workOf(face, 'letters')}>`. */
export const workOf = ({ words }: Face, form: string): Markup =>
  html` data-work="${form}" data-working="${words.t('work.working')}"`

/** Stands beside the button that sends the form. */
export const workField = ({ words }: Face): Markup =>
  html`<input type="hidden" name="work" value=""> <span role="status"></span><noscript><p class="meta">${words.t('work.waits')}</p></noscript>`
