/** Somebody who is shown by name in, their page out: the last that is known, the course over the years, proceedings, days held, sources. */
import { daysHeld } from '../../core/cases/days-held.ts'
import { type PublicCourse, publicCourse } from '../../core/cases/journey.ts'
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { href, type Page, subjectFeed } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { shapes } from '../quilt/draw.ts'
import { collectors, witnessesOf } from '../sections/collectors.ts'
import { courseOfPerson } from '../sections/course.ts'
import { facilitiesOf, mayBeSent } from '../sections/facility-rules.ts'
import { heldIn } from '../sections/held.ts'
import { journey } from '../sections/journey.ts'
import { incidentList } from '../sections/list.ts'
import { penaltiesOf } from '../sections/person-penalties.ts'
import { turnedBack } from '../sections/turned-back.ts'
import { whatHelps } from '../sections/what-helps.ts'
import { lastStages, stagesIn } from '../telling/standing.ts'
import { titleOf } from '../telling/title.ts'
import { whensIn } from '../telling/when.ts'
import type { PersonView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row, ruleLink } from './parts.ts'

/** What the pages and the data of a person are worked out of. */
function partsOf(view: PersonView) {
  const course = publicCourse(view.id, view.proceedings)
  const incidents = view.members.map((one) => one.incident)
  const acts = new Map(incidents.map((one) => [one.id, new Set(one.fields.acts.map((act) => act.value))]))
  const stages = view.proceedings.flatMap((one) => one.stages)
  const held = daysHeld(stages, (stage) => acts.get(stage.incident ?? '') ?? new Set())
  const pack = view.packs.get(incidents[0]?.country ?? '')
  return { course, incidents, held, pack, witnesses: witnessesOf(incidents) }
}

const linkTo = (view: PersonView, id: string, text: Piece): Markup =>
  html`<a href="${href(view.site, view.words.language, { kind: 'incident', id })}">${text}</a>`

/** The last stage of a journey with its day and its record; without any journey, the last incident. */
function standing(view: PersonView, course: PublicCourse, pack: Pack): { text: string; source: Piece } {
  const { words, tell, codebook, members } = view
  const stages = lastStages(course)
  if (stages.length > 0) {
    const sources = [...new Set(stages.flatMap((one) => one.incident ?? []))]
    return {
      text: stagesIn(course, pack, view),
      source: sources.map((id) => html`${linkTo(view, id, id)} `),
    }
  }
  const newest = members.at(-1)?.incident
  return newest
    ? {
        text: `${titleOf(newest, codebook, tell)}, ${whensIn(newest, tell)}`,
        source: linkTo(view, newest.id, newest.id),
      }
    : { text: words.t('doubt.unknown'), source: '' }
}

/** `/{lang}/p/aigul-serikova` */
export function personPage(view: PersonView): string {
  const { words, members, proceedings } = view
  const name = labelIn(view.name, words.language).text
  const { course, incidents, held, pack, witnesses } = partsOf(view)
  if (!pack) throw new Error(`no country pack for the incidents of ${view.id}`)
  const now = standing(view, course, pack)
  const codes = [...new Set(incidents.flatMap((one) => one.withheld))].sort()
  const sub = html`<p class="sub">${words.t('person.last')} ${now.source}</p><p class="meta">${words.t('person.no-end')}</p>`
  const page: Page = { kind: 'person', id: view.id }
  const body = html`${shapes(false)}${opening(words.t('person.title'), html`${words.t('person.ground')}<br>${words.t('face.incidents', { n: members.length })}`, `${name}: ${now.text}`, sub)}
${courseOfPerson(view, course, held.spans)}${
  proceedings.length > 0 &&
  row(
    'j',
    words.t('section.journey'),
    words.t('face.journey.note'),
    words.t('person.proceedings', { n: proceedings.length }),
    proceedings.map(
      (one, index) =>
        html`<h3 id="${one.id}">${words.t('person.case', { n: index + 1 })}</h3>${journey(one, null, pack, view)}`,
    ),
  )
}${row('h', words.t('person.held'), html`${words.t('person.held.note')}<br>${ruleLink('held.days@1', view)}`, heldIn(held, view), html`<p>${words.t('person.held.never-zero')}</p>`)}${penaltiesOf(course, pack, view)}${turnedBack(course, view)}${whatHelps(view, course)}${mayBeSent(view, course)}${
  codes.length > 0 &&
  row(
    'w',
    words.t('section.withheld'),
    '',
    words.t('section.withheld'),
    html`${codes.map((code) => html`<p>${words.t(`withheld.${code}`)}</p>`)}<p class="meta">${words.t('withheld.tell-us')}</p>`,
  )
}${row('n', words.t('nav.incidents'), words.t('person.incidents.note'), words.t('face.incidents', { n: incidents.length }), incidentList(incidents.toReversed(), view))}${row('s', words.t('section.sources'), words.t('source.shared'), words.t('person.witnesses', { n: witnesses.length }), collectors(witnesses, view))}`
  return layout({
    face: view,
    page,
    title: name,
    pack,
    crumbs: [
      { text: labelIn(pack.name, words.language).text, page: { kind: 'country', country: pack.id } },
      { text: name, page: null },
    ],
    feed: caseFeed(view),
    body,
  })
}

/** Of the case that most records tell of; one that no record tells of has none. */
function caseFeed({ site, words, proceedings }: PersonView): string | undefined {
  const told = (one: PersonView['proceedings'][number]): number =>
    one.stages.filter((stage) => stage.incident !== null).length
  const most = proceedings.toSorted((a, b) => told(b) - told(a))[0]
  return site.hasFeeds && most && told(most) > 0
    ? subjectFeed(site, words.language, { kind: 'case', id: most.id })
    : undefined
}

/** The same as data. */
export function personJson(view: PersonView): unknown {
  const { course, held, witnesses } = partsOf(view)
  const stages = (ids: readonly { readonly id: string }[]) =>
    ids.flatMap((one) => course.stageOf(one.id) ?? [])
  const { last } = course
  return {
    person: { id: view.id, name: view.name },
    asOf: course.asOf,
    last: last.kind === 'known' ? stages([last.entry]) : last.kind === 'unsure' ? stages(last.entries) : [],
    held,
    proceedings: view.proceedings,
    penalties: course.course.penalties.map(({ file, entry, state }) => ({
      proceeding: file,
      stage: course.stageOf(entry.id),
      state: state.kind === 'serving' ? 'unknown' : state.kind,
    })),
    turns: course.course.turns.map(({ kind, file, entry }) => ({
      ...{ kind, proceeding: file, stage: course.stageOf(entry.id) },
    })),
    maySend: facilitiesOf(view, course),
    incidents: view.members.map(({ incident, parts }) => ({ incident: incident.id, parts })),
    sources: witnesses.map(({ name, told }) => ({
      collector: name,
      sources: told.map(({ source, incidents }) => ({
        ...{ title: source.title, publisher: source.publisher, url: source.url, published: source.published },
        incidents: incidents.map((one) => one.id),
      })),
    })),
  }
}
