/** The testimonies that somebody may read as a page: who spoke, when, and how many quotations stand. */
import { html } from '../../../publish/markup.ts'
import type { TestimonyOnRecord } from '../../../store/queries/testimonies.ts'
import { row as section } from '../accounts/pieces.ts'
import { dateIn } from '../cases/entry-text.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'

/** As the team calls them; a name is looked up by whoever may read people. */
export const speakerText = ({ speaker }: Pick<TestimonyOnRecord, 'speaker'>): string =>
  'person' in speaker ? speaker.person : speaker.who

export function voicesPage(desktop: Desktop, all: readonly TestimonyOnRecord[]): string {
  const { face } = desktop
  const { t, language } = face.words
  const standing = (one: TestimonyOnRecord): number =>
    [...one.quotations.values()].filter((each) => each.state === 'stands').length
  const body = section(
    t('voices.nav'),
    t('voices.note'),
    html`<h1>${all.length === 0 ? t('voices.none') : t('voices.heading', { n: all.length })}</h1>
<ul class="waits"><li><a href="/${language}/desk/voices/new">${t('voices.new')}</a></li></ul>
${
  all.length > 0 &&
  html`<ul class="work">${all.map(
    (one) =>
      html`<li><div><h2 class="name"><a href="/${language}/desk/voices/${one.id}">${speakerText(one)}</a></h2><p class="meta">${one.on !== null && html`${dateIn(desktop, one.on)} · `}${t(`language.${one.language}`)} · ${t('voices.by', { who: one.interviewer })}</p></div><div class="meta stage">${t('voices.stand', { n: standing(one) })}</div></li>
`,
  )}</ul>`
}`,
    true,
  )
  return frame(face, t('voices.nav'), 'voices', body)
}
