/** Words that a reader looked for, or a filter, in; links to the pages of the things they mean out. */
import { bodyNamed } from '../../core/bodies.ts'
import { foldName } from '../../core/names/fold.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { placeOfRegion } from '../../core/things.ts'
import { provisionIn } from '../laws.ts'
import { href, type Page } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { labelled } from '../pages/parts.ts'
import type { Face, Filter } from '../views.ts'

type Found = { readonly page: Page; readonly text: Piece }

function line(found: readonly Found[], { site, words }: Face): Markup | false {
  if (found.length === 0) return false
  const links = found.map(({ page, text }) => html`<a href="${href(site, words.language, page)}">${text}</a>`)
  return html`<p class="meta">${words.t('thing.pages')}: ${between(links, ' · ')}</p>`
}

const folded = (text: string): string => foldName(text).join(' ')

/** Places and bodies of the packs by their whole name, and people whom the answers show by a name that has these words. */
export function pagesNamed(
  asked: string,
  packs: readonly Pack[],
  answers: readonly PublicIncident[],
  face: Face,
): Markup | false {
  const words = foldName(asked)
  if (words.length === 0) return false
  const whole = words.join(' ')
  const ofPacks = packs.flatMap((pack): readonly Found[] => {
    const places = [...pack.places.values()].filter(
      ({ kind, name, variants }) =>
        kind !== 'country' &&
        [name.en, name.ru, name.kk, ...variants].some((one) => one !== null && folded(one) === whole),
    )
    const id = bodyNamed(pack, asked)
    const body = id === null ? undefined : pack.organisations.get(id)
    return [
      ...places.map((one) => ({
        page: { kind: 'place', country: pack.id, id: one.id } as const,
        text: labelled(one.name, face.words),
      })),
      ...(body
        ? [
            {
              page: { kind: 'body', country: pack.id, id: body.id } as const,
              text: labelled(body.name, face.words),
            },
          ]
        : []),
    ]
  })
  const people = answers.flatMap((one) =>
    one.fields.people.flatMap(({ value }) =>
      value.kind === 'named' && value.harmed === true ? [value] : [],
    ),
  )
  const named = [...new Map(people.map((one) => [one.id, one])).values()].filter(({ name }) => {
    const own = new Set([name.en, name.ru, name.kk].flatMap((one) => (one === null ? [] : foldName(one))))
    return words.every((word) => own.has(word))
  })
  const ofPeople = named.map(
    (one): Found => ({ page: { kind: 'person', id: one.id }, text: labelled(one.name, face.words) }),
  )
  return line([...ofPeople, ...ofPacks], face)
}

/** The laws and regions that rows are narrowed to. */
export function pagesOfFilter({ law = '', region = '' }: Filter, pack: Pack, face: Face): Markup | false {
  const laws = law.split(',').flatMap((id): readonly Found[] => {
    const provision = pack.provisions.get(id)
    return provision
      ? [
          {
            page: { kind: 'law', country: pack.id, provision: id },
            text: provisionIn(provision, pack, face),
          },
        ]
      : []
  })
  const regions = region.split(',').flatMap((id): readonly Found[] => {
    const place = placeOfRegion(id, pack)
    return place
      ? [
          {
            page: { kind: 'place', country: pack.id, id: place.id },
            text: labelled(place.name, face.words),
          },
        ]
      : []
  })
  return line([...laws, ...regions], face)
}
