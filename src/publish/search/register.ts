/** Public incidents in, a register out: every name, place and law in the order of the alphabet, each leading to its records. For a copy that is read without script. */
import { bodyNamed } from '../../core/bodies.ts'
import { type Language, labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident, PublicPlace } from '../../core/public-record.ts'
import { billMeant } from '../../core/things.ts'
import { provisionIn } from '../laws.ts'
import { href, type Page } from '../links.ts'
import { between, html, type Markup } from '../markup.ts'
import { dateOf } from '../telling/when.ts'
import { shownName } from '../telling/who.ts'
import type { Face } from '../views.ts'

/** An entry leads to one page, or to so many of its newest records. */
const MOST = 12

export type Entry = {
  readonly text: string
  readonly to: Page | null
  readonly records: readonly PublicIncident[]
}
export type Register = Readonly<Record<'names' | 'places' | 'bodies' | 'laws', readonly Entry[]>>

export function registerOf(
  incidents: readonly PublicIncident[],
  packs: ReadonlyMap<string, Pack>,
  face: Face,
): Register {
  const { language } = face.words
  const kinds = { names: new Map(), places: new Map(), bodies: new Map(), laws: new Map() } satisfies Record<
    keyof Register,
    Map<string, PublicIncident[]>
  >
  const pages = new Map<string, Page>()
  const add = (kind: keyof Register, text: string, one: PublicIncident, page: Page | null): void => {
    if (page) pages.set(`${kind} ${text}`, page)
    const records: PublicIncident[] = kinds[kind].get(text) ?? []
    if (records.at(-1) !== one) records.push(one)
    kinds[kind].set(text, records)
  }
  for (const one of incidents) {
    const pack = packs.get(one.country)
    for (const { value } of one.fields.people) {
      const name = value.kind === 'withheld' ? null : shownName(value, language)
      const hasPage = value.kind === 'named' && value.harmed === true
      if (name !== null) add('names', name, one, hasPage ? { kind: 'person', id: value.id } : null)
    }
    for (const { value } of one.fields.places)
      add('places', labelIn(value.label, language).text, one, pack ? pageOfPlace(value, pack) : null)
    for (const { value } of one.fields.organisations)
      add('bodies', value, one, pack ? pageOfBody(value, pack) : null)
    for (const { value } of one.fields.laws) {
      const provision = pack?.provisions.get(value.provision ?? '')
      const bill = pack?.bills.get(pack ? (billMeant(value.name, one, pack) ?? '') : '')
      if (pack && provision)
        add('laws', provisionIn(provision, pack, face), one, {
          ...{ kind: 'law', country: pack.id, provision: provision.id },
        })
      else if (pack && bill)
        add('laws', labelIn(bill.title, language).text, one, {
          ...{ kind: 'bill', country: pack.id, id: bill.id },
        })
    }
  }
  const entries = (kind: keyof Register): readonly Entry[] =>
    [...(kinds[kind] as Map<string, PublicIncident[]>)]
      .map(([text, records]) => ({ text, records, to: pages.get(`${kind} ${text}`) ?? null }))
      .sort(inOrder(language))
  return {
    names: entries('names'),
    places: entries('places'),
    bodies: entries('bodies'),
    laws: entries('laws'),
  }
}

const pageOfPlace = ({ place }: PublicPlace, pack: Pack): Page | null => {
  const known = pack.places.get(place ?? '')
  if (!known) return null
  const country = pack.id
  return known.kind === 'country' ? { kind: 'country', country } : { kind: 'place', country, id: known.id }
}

const pageOfBody = (name: string, pack: Pack): Page | null => {
  const id = bodyNamed(pack, name)
  return id === null ? null : { kind: 'body', country: pack.id, id }
}

/** As the language of the reader orders its letters, numbers by their size. */
const inOrder = (language: Language): ((a: Entry, b: Entry) => number) => {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return (a, b) => compare(a.text, b.text) || (a.text < b.text ? -1 : 1)
}

export function registerList(entries: readonly Entry[], face: Face): Markup {
  const { site, words } = face
  return html`<ul class="register">${entries.map(({ text, to, records }) => {
    if (to)
      return html`<li><a href="${href(site, words.language, to)}">${text}</a> <b>${records.length}</b></li>`
    const newest = [...records].reverse().slice(0, MOST)
    const links = newest.map(
      (one) =>
        html`<a href="${href(site, words.language, { kind: 'incident', id: one.id })}">${dateOf(one).from ?? one.id}</a>`,
    )
    return html`<li>${text}: ${between(links, ', ')}${records.length > MOST && html` <b>${words.t('find.of-all', { n: records.length })}</b>`}</li>`
  })}</ul>`
}
