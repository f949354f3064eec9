/** A public incident in, what it answers to in a search out: the words that readers see of it, and what it is counted under. */
import { bodyNamed } from '../../core/bodies.ts'
import { LANGUAGES, type Labels, labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { PartialDate } from '../../core/partial-date.ts'
import type { PublicIncident, PublicLaw } from '../../core/public-record.ts'
import { facetLexeme, NARROWS, type Narrow, type PublicSought, VALUE_MARK } from '../../core/public-search.ts'
import { searchWords } from '../../core/search.ts'
import { SOUND_MARK, spellingsOfLabels } from '../../core/sought.ts'
import { SHORTEST_SOUND } from '../../core/sound-pattern.ts'
import { soundOf } from '../../core/withholding/sound.ts'
import { facetOf } from '../filter.ts'
import type { AllWords } from '../mirror/plain-page.ts'
import { patchOf } from '../quilt/patch.ts'
import { dateOf } from '../telling/when.ts'
import { shownName } from '../telling/who.ts'
import type { Face } from '../views.ts'

export type SoughtIn = { readonly codebook: Face['codebook']; readonly words: AllWords; readonly pack: Pack }

const all = (labels: Labels | undefined): readonly string[] => (labels ? spellingsOfLabels(labels) : [])

export function publicSought(incident: PublicIncident, given: SoughtIn): PublicSought {
  const held = spellingsIn(incident, given)
  const names = held.flatMap((one) => (one.isName ? one.spellings : []))
  const values = [incident.id, ...(incident.merged ?? []), ...held.flatMap((one) => one.spellings)]
  const words = [...values, ...textsOf(incident)].join(' \n ')
  const lexemes = new Set([
    ...searchWords(words),
    ...[incident.id, ...(incident.merged ?? [])].flatMap((id) => [id, `${VALUE_MARK}${id}`]),
    ...values.flatMap(searchWords).map((word) => `${VALUE_MARK}${word}`),
    ...names
      .flatMap(searchWords)
      .map(soundOf)
      .filter((sound) => sound.length >= SHORTEST_SOUND)
      .map((sound) => `${SOUND_MARK}${sound}`),
  ])
  const facets = NARROWS.flatMap((one) =>
    [...new Set(narrowOf(incident, one, given))].map((value) => `${one}=${value}`),
  )
  const { from, to } = dateOf(incident)
  const marked = facets.map((one) => facetLexeme(...(one.split(/=(.*)/s) as [Narrow, string])))
  return {
    ...{ id: incident.id, country: incident.country, day: from ?? to, facets, words },
    lexemes: [...lexemes, ...marked].map((one) => one.slice(0, LONGEST)),
  }
}

/** PostgreSQL keeps no longer lexeme than 2046 bytes. */
const LONGEST = 500

/** How one value is written, in any language; names may be in any script, and are also found by their sound. */
export type Spellings = { readonly isName: boolean; readonly spellings: readonly string[] }

export function spellingsIn({ fields }: PublicIncident, given: SoughtIn): readonly Spellings[] {
  const { codebook, pack } = given
  const people = fields.people.map(({ value }) => {
    if (value.kind === 'named') return all(value.name)
    return value.kind === 'alias' ? LANGUAGES.flatMap((one) => shownName(value, one) ?? []) : []
  })
  const places = fields.places.map(({ value }) => {
    const known = pack.places.get(value.place ?? '')
    const region = pack.regions.get(value.region ?? '')
    return [
      ...[value.name, value.canonical, ...all(value.label)],
      ...(known ? [...all(known.name), ...known.variants] : []),
      ...(region ? [...all(region.name), ...region.variants] : []),
    ]
  })
  const organisations = fields.organisations.map(({ value }) => {
    const known = pack.organisations.get(bodyNamed(pack, value) ?? '')
    return known ? [value, ...all(known.name), ...known.aliases] : [value]
  })
  const others = [
    ...fields.acts.map(({ value }) => all(codebook.acts.get(value)?.label)),
    ...fields.penalties.map(({ value }) => all(codebook.vocabularies.penalties.get(value.type)?.label)),
    ...fields.laws.map(({ value }) => lawWords(value, given)),
    ...fields.freedoms.map(({ value }) => all(codebook.vocabularies.freedoms.get(value)?.label)),
    ...[fields.offences, fields.actors, fields.saidBy, fields.outcome].flatMap((held) =>
      held.map(({ value }) => [value]),
    ),
  ]
  return [
    ...[...people, ...places, ...organisations].map((spellings) => ({ isName: true, spellings })),
    ...others.map((spellings) => ({ isName: false, spellings })),
  ].filter((one) => one.spellings.length > 0)
}

/** A law is looked for by its number, its code, the words of its heading. */
function lawWords(law: PublicLaw, { codebook, words, pack }: SoughtIn): readonly string[] {
  const provision = pack.provisions.get(law.provision ?? '')
  const act = pack.acts.get(provision?.act ?? '')
  const code = codebook.vocabularies.law_codes.get(law.code)
  const named = LANGUAGES.map((language) =>
    words[language].t('face.law.article', {
      code: law.name ?? (code ? labelIn(code.label, language).text : law.code),
      article: [law.article, law.part].filter(Boolean).join(' '),
    }),
  )
  return [...named, ...all(provision?.title), ...all(act?.title), ...(act?.aliases ?? [])]
}

/** Passages as they are shown, what sources are called, what was answered and corrected. */
export const textsOf = (incident: PublicIncident): readonly string[] => [
  ...incident.sources.flatMap(({ passage, title, publisher, collector }) => [
    passage.map((part) => (part.kind === 'withheld' ? ' ' : part.text)).join(''),
    ...[title, publisher, collector].flatMap((one) => one ?? []),
  ]),
  ...incident.replies.flatMap((one) => (one.kind === 'asked' ? (one.answer?.text ?? []) : [])),
  ...incident.corrections.flatMap((one) => one.why ?? []),
]

function narrowOf(incident: PublicIncident, narrow: Narrow, { codebook, pack }: SoughtIn): readonly string[] {
  switch (narrow) {
    case 'period':
      return periodsOf(dateOf(incident))
    case 'outcome':
      return incident.fields.kind === 'aggregate'
        ? []
        : [String(patchOf(incident, codebook).gravity ?? 'unknown')]
    default:
      return facetOf(incident, narrow, pack)
  }
}

/** Longer than this, a date says too little to be asked for by quarter. */
const MOST_QUARTERS = 8

/** Years and quarters it may lie in; of an open or a long span the years of its bounds alone. */
function periodsOf({ from, to }: PartialDate): readonly string[] {
  const bounds = [from, to].flatMap((day) => day ?? [])
  const years = bounds.map((day) => day.slice(0, 4))
  const [first, last] = [numberOf(bounds[0]), numberOf(bounds.at(-1))]
  if (first === null || last === null || last - first >= MOST_QUARTERS) return [...new Set(years)]
  const quarters = Array.from({ length: last - first + 1 }, (_, n) => first + n)
  return [
    ...new Set(
      quarters.flatMap((n) => {
        const year = String(Math.floor(n / 4)).padStart(4, '0')
        return [year, `${year}-q${(n % 4) + 1}`]
      }),
    ),
  ]
}

/** Quarters counted from the year 0. */
const numberOf = (day: string | undefined): number | null =>
  day === undefined ? null : Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1
