/** One sentence → places that no gazetteer knows, by the shape of their name and the words around it. */
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import { PHRASAL, type PlaceMention, useOf } from './place-use.ts'
import { runsIn } from './runs.ts'
import { findAll } from './scan.ts'

const SITE =
  /(?:^|\s)(?:square|avenue|street|park|boulevard|prospekt|monument|statue|memorial|residence|hall|palace|market|bazaar|stadium|bridge|airport|station|plaza|gate|hotel|road)$/i
const AREA =
  /(?:^|\s)(?:region|district|oblast|province|county|governorate|state|prefecture|city|town|village)s?$/i

const SITES =
  /\b(?:[Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Tt]o|off|blocked|occupied|reached|entered)\s+(?:the\s+)?((?:\p{Lu}[\p{L}'-]+\s+){1,3}(?:Square|Avenue|Street|Road|Park|Boulevard|Prospekt|Palace|Stadium|Bridge|Plaza|Monument|Memorial|Roundabout|Circle|Market))\b/gu

/** Named sites, even where their name is an ordinary word (Freedom Square). */
export const sites = (text: string, span: Span): PlaceMention[] =>
  findAll(text, SITES, span).map(({ span: at, groups }) => {
    const name = (groups[1] ?? '').replaceAll(/\s+/g, ' ')
    return {
      span: { start: at.end - (groups[1] ?? '').length, end: at.end },
      name,
      canonical: name,
      place: null,
      kind: 'site',
      town: null,
      use: 'scene',
    }
  })

/** Places the pack does not know: a name with a locality word, or a single name after «in» or «near». */
export function unknownPlaces(text: string, span: Span, lexicon: Lexicon): PlaceMention[] {
  return runsIn(text, span, lexicon).flatMap((run): PlaceMention[] => {
    const before = text.slice(Math.max(span.start, run.span.start - 40), run.span.start)
    const after = text.slice(run.span.end, run.span.end + 24)
    const site = SITE.test(run.name) && run.words.length > 1
    const area = AREA.test(run.name) && run.words.length > 1
    const named =
      /^\s+(?:village|district|region|town|province|county|city|municipality)\b/.test(after) ||
      /\b(?:village|town|city|district|province|municipality|suburb|settlement|hamlet|port)s?\s+(?:of\s+)?$/.test(
        before,
      )
    const institution = run.words.some((word) => lexicon.institutions.has(word.toLowerCase()))
    const located =
      /\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Tt]hrough|[Aa]round)\s+(?:(?:(?:north|south)-?)?(?:western|eastern|northern|southern|central|downtown|nearby)\s+)?$/.test(
        before,
      ) &&
      (run.words.length <= 2 ||
        (run.words.length === 3 &&
          /^(?:Tracts|Hills|Valley|Islands|Coast|Forest|Delta|Province|Bay)$/.test(run.words[2] ?? ''))) &&
      !PHRASAL.test(before)
    const beyond = BEYOND.test(before) && run.words.length <= 2 && /^\s*[,.;)]/.test(after)
    const home = (homeOf(before, lexicon) || SEAT.test(before)) && run.words.length <= 2
    const seat =
      /^\s+(?:[\p{Lu}][\p{Ll}-]+\s+){0,2}Court\b/u.test(after) &&
      run.words.length <= (/^\s+(?:Municipal|City|District|Regional|Provincial)\b/.test(after) ? 2 : 1) &&
      !ADJECTIVE.test(run.name)
    if (institution || (/^["']?\s*(?:Court|Ministry)/.test(after) && !seat)) return []
    if (ADJECTIVE.test(run.name) && /^\s+[Dd]istrict\b/.test(after)) return []
    if (run.words.length === 1 && run.name === run.name.toUpperCase()) return []
    if (!(site || area || named || located || beyond || seat || home)) return []
    if (located && !site && !area && !named && /['"]$/.test(before)) return []
    // «Lipova City»: the locality word is part of the name, unless it names a court or a council.
    const title = TITLE.exec(after)?.[0] ?? ''
    const name = run.name + title
    const use = home || (named && /\bfrom\s+$/.test(before)) ? 'base' : useOf(text, run.span, span.start)
    return [
      {
        span: { start: run.span.start, end: run.span.end + title.length },
        name,
        canonical: name,
        place: null,
        kind: site
          ? 'site'
          : area && /region|oblast|province|state|governorate|county/i.test(name)
            ? 'region'
            : 'town',
        town: null,
        use,
      },
    ]
  })
}

const TITLE = /^\s(?:City|Province|Region|Oblast|County|Governorate|State|Prefecture)\b(?!\s+\p{Lu})/u

/** The name of a city district, as Slavic languages form it, is no seat of a court of its own. */
const ADJECTIVE = /sk(?:y|iy|yi|yy|i|oy|aya)$/

/** «In Nukus, Karakalpakstan,»: the wider place after the nearer one. */
const BEYOND =
  /\b(?:in|near|outside|[Ii]n the (?:village|town|city|community) of)\s+\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)?,\s+$|^In\s+\p{Lu}[\p{L}'-]+,\s+$/u

/** «The parish priest of San Isidro»: where somebody holds an office. */
const SEAT = /\b(?:mayor|governor|priest|bishop|archbishop|parish|diocese|residents?|people)\s+of\s+$/i

/** «A blogger from Jinja»: a place after a person's role and «from». */
const homeOf = (before: string, lexicon: Lexicon): boolean => {
  const role = /([\p{L}-]+)\s+from\s+$/u.exec(before)?.[1]?.toLowerCase() ?? ''
  return lexicon.people.has(role) || lexicon.roles.has(role)
}
