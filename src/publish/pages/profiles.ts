/** People who are shown by name and were held or tried in, a list of them out: where each stands as far as is known, and for how long they surely were held. */
import { daysHeld } from '../../core/cases/days-held.ts'
import { publicCourse } from '../../core/cases/journey.ts'
import { labelIn } from '../../core/language.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { heldIn } from '../sections/held.ts'
import { stagesIn } from '../telling/standing.ts'
import type { Profile, ProfilesView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** What the list and its data are worked out of: the same as on the page of each person. */
function partsOf(view: ProfilesView, one: Profile) {
  const course = publicCourse(one.id, one.proceedings)
  const acts = new Map(
    one.incidents.map((each) => [each.id, new Set(each.fields.acts.map((act) => act.value))]),
  )
  const stages = one.proceedings.flatMap((each) => each.stages)
  const held = daysHeld(stages, (stage) => acts.get(stage.incident ?? '') ?? new Set())
  return { course, held, standing: stagesIn(course, view.pack, view) }
}

/** Turned back: a release, or a case that was closed, was followed by another arrest or sentence. */
const isTurned = ({ course }: ReturnType<typeof partsOf>): boolean =>
  course.course.turns.some((one) => one.kind !== 'set-aside')

/** `/{lang}/kz/profiles` */
export function profilesPage(view: ProfilesView): string {
  const { words, pack, profiles, site } = view
  const name = labelIn(pack.name, words.language).text
  const all = profiles.map((one) => ({ one, parts: partsOf(view, one) }))
  const turned = all.filter((each) => isTurned(each.parts)).length
  const line = ({ one, parts }: (typeof all)[number]): Markup =>
    html`<li><a href="${href(site, words.language, { kind: 'person', id: one.id })}">${labelIn(one.name, words.language).text}</a><p>${parts.standing}</p><p class="meta">${heldIn(parts.held, view)}${isTurned(parts) && html` · ${words.t('profile.turned')}`}</p></li>
`
  return layout({
    face: view,
    page: { kind: 'profiles', country: pack.id },
    title: `${words.t('profile.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: words.t('profile.title'), page: null },
    ],
    body: html`${opening(
      words.t('profile.title'),
      html`${name}<br>${words.t('person.ground')}`,
      words.t('profile.heading', { n: all.length, turned }),
      html`<p class="sub">${words.t('profile.sub')}</p><p class="meta">${words.t('person.no-end')} ${words.t('person.held.never-zero')}</p>`,
    )}${row('p', words.t('profile.title'), words.t('person.held.note'), words.t('profile.list'), html`<ul class="inc bare">${all.map(line)}</ul>`)}`,
  })
}

/** The same as data. */
export const profilesJson = (view: ProfilesView): unknown => ({
  country: view.pack.id,
  profiles: view.profiles.map((one) => {
    const { course, held } = partsOf(view, one)
    return { id: one.id, name: one.name, asOf: course.asOf, held, turns: course.course.turns.length }
  }),
})
