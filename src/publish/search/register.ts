/** Public incidents in, a register out: every name, place and law in the order of the alphabet, each leading to its records. For a copy that is read without script. */
import { type Language, labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
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
  const add = (kind: keyof Register, text: string, one: PublicIncident): void => {
    const records: PublicIncident[] = kinds[kind].get(text) ?? []
    if (records.at(-1) !== one) records.push(one)
    kinds[kind].set(text, records)
  }
  for (const one of incidents) {
    const pack = packs.get(one.country)
    for (const { value } of one.fields.people) {
      const name = value.kind === 'withheld' ? null : shownName(value, language)
      if (name !== null) add('names', name, one)
    }
    for (const { value } of one.fields.places) add('places', labelIn(value.label, language).text, one)
    for (const { value } of one.fields.organisations) add('bodies', value, one)
    for (const { value } of one.fields.laws) {
      const provision = pack?.provisions.get(value.provision ?? '')
      if (!pack || !provision) continue
      const text = provisionIn(provision, pack, face)
      pages.set(text, { kind: 'law', country: pack.id, provision: provision.id })
      add('laws', text, one)
    }
  }
  const entries = (kind: keyof Register): readonly Entry[] =>
    [...(kinds[kind] as Map<string, PublicIncident[]>)]
      .map(([text, records]) => ({ text, records, to: (kind === 'laws' && pages.get(text)) || null }))
      .sort(inOrder(language))
  return {
    names: entries('names'),
    places: entries('places'),
    bodies: entries('bodies'),
    laws: entries('laws'),
  }
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
