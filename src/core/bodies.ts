/** A name as a record has it in, the body of the pack it means out: a court, a medium, an office, a party. */
import type { Rule } from './codebook.ts'
import { foldName } from './names/fold.ts'
import type { Organisation, Pack } from './pack.ts'

export const BODY_RULE: Rule = {
  id: 'body.as-named@1',
  reason: {
    en: 'A name in a record means a body of the country pack when it is one of its names there, but for an article before it and a town after it. A name that fits two bodies means neither.',
    ru: 'Название в записи означает организацию из данных о стране, если это одно из её названий там, не считая артикля перед ним и города после него. Название, которое подходит двум организациям, не означает ни одной.',
    kk: 'Жазбадағы атау ел деректеріндегі ұйымды, егер ол сол жердегі атауларының бірі болса, білдіреді; алдындағы артикль мен соңындағы қала есепке алынбайды. Екі ұйымға сай келетін атау ешқайсысын білдірмейді.',
  },
  example: '“the administrative court in Almaty” is the specialised inter-district administrative court.',
}

type Names = {
  readonly bodies: ReadonlyMap<string, string | null>
  readonly places: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  readonly beforePlace: ReadonlySet<string>
}

/** Made once for a pack. */
const known = new WeakMap<Pack, Names>()

/** Id of the body, or null. */
export function bodyNamed(pack: Pack, name: string): string | null {
  const { bodies, places, articles, beforePlace } = namesOf(pack)
  const words = foldName(name)
  const bare = articles.has(words[0] ?? '') ? words.slice(1) : words
  const found = bodies.get(bare.join(' '))
  if (found !== undefined) return found
  const at = bare.findLastIndex((word) => beforePlace.has(word))
  if (at < 1 || !places.has(bare.slice(at + 1).join(' '))) return null
  return bodies.get(bare.slice(0, at).join(' ')) ?? null
}

function namesOf(pack: Pack): Names {
  const made = known.get(pack)
  if (made) return made
  const bodies = new Map<string, string | null>()
  for (const one of pack.organisations.values())
    for (const name of spellingsOf(one)) {
      const key = foldName(name).join(' ')
      const other = bodies.get(key)
      bodies.set(key, other === undefined || other === one.id ? one.id : null)
    }
  const places = [...pack.places.values()].flatMap(({ name, variants }) => [
    ...[name.en, name.ru ?? [], name.kk ?? []].flat(),
    ...variants,
  ])
  const folded = (all: readonly string[]): ReadonlySet<string> =>
    new Set(all.map((one) => foldName(one).join(' ')))
  const { articles, beforePlace } = pack.besideBodies
  const names = {
    ...{ bodies, places: folded(places) },
    ...{ articles: folded(articles), beforePlace: folded(beforePlace) },
  }
  known.set(pack, names)
  return names
}

/** `Court of a town, region` is also known without its region; a Russian name may end in its own short form in brackets. */
function spellingsOf({ name, aliases }: Organisation): readonly string[] {
  const own = [name.en, name.ru, name.kk].flatMap((one) => one ?? [])
  const parts = own.flatMap((one) => [one, one.split(',')[0] ?? '', one.replace(/\s*\(.*\)$/, '')])
  return [...new Set([...parts, ...aliases])].filter((one) => foldName(one).length > 0)
}
