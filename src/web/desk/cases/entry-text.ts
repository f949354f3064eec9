/** An entry in, its words in the reader's language out: what it is, when it was, of whom. */
import type { Entry, EntryBody } from '../../../core/cases/case.ts'
import { fineMultiple, offenceOf } from '../../../core/cases/fine.ts'
import { dateOfEntry } from '../../../core/cases/standing.ts'
import { fullPenalty, type Stage } from '../../../core/decided.ts'
import { type Labels, labelIn } from '../../../core/language.ts'
import type { Pack } from '../../../core/pack.ts'
import { lawIn } from '../../../publish/laws.ts'
import { penaltyIn } from '../../../publish/telling/penalty.ts'
import { dayIn, whenIn } from '../../../publish/telling/when.ts'
import type { Desktop } from '../desktop.ts'

export const dateIn = ({ told }: Desktop, date: string | null): string => whenIn(dateOfEntry(date), told.tell)
export const stageText = ({ face }: Desktop, stage: Stage): string => face.words.t(`face.stage.${stage}`)

export const lawText = (
  { told }: Desktop,
  law: {
    readonly code: string
    readonly article?: string | undefined
    readonly part?: string | undefined
    readonly name?: string | undefined
  },
): string =>
  lawIn(
    { code: law.code as never, article: law.article ?? null, part: law.part ?? null, name: law.name ?? null },
    told,
  )

type Terms = ReadonlyMap<string, { readonly label: Labels }>
export const termText = ({ face }: Desktop, terms: Terms, id: string): string => {
  const term = terms.get(id)
  return term ? labelIn(term.label, face.words.language).text : id
}

/** The country's data of a record; null where nothing says which country it is. */
export const packOf = ({ packs }: Desktop, { country }: { readonly country: string | null }): Pack | null =>
  packs.get(country ?? '') ?? null

/** Without its multiple: that has a day of its own, and a sentence of its own. */
export function penaltyText(
  desktop: Desktop,
  body: Extract<EntryBody, { kind: 'penalty' }>,
  pack: Pack | null,
): string {
  const { told, packs } = desktop
  const known = pack ?? [...packs.values()][0]
  if (!known) return body.penalty.type
  // A sum of which nobody said in what money is no sum in that of the first country at hand.
  if (pack === null && body.penalty.amount !== undefined && body.penalty.currency === undefined)
    return `${termText(desktop, desktop.codebook.vocabularies.penalties, body.penalty.type)}, ${body.penalty.amount}`
  const { who: _who, ...penalty } = fullPenalty(body.penalty, known.currency)
  return penaltyIn({ ...penalty, indexMultiple: null, persons: null }, known, told.tell)
}

/** Index units of the day of the offence, or why they are not known; a sum that is no whole number of them is a warning. */
export function fineText(
  desktop: Desktop,
  entries: readonly Entry[],
  body: Extract<EntryBody, { kind: 'penalty' }>,
  pack: Pack | null,
): { readonly text: string; readonly isOdd: boolean } | null {
  const { t, language } = desktop.face.words
  const fine = fineMultiple(body.penalty, offenceOf(entries, body.charge), pack)
  if (fine === null) return null
  if (fine.kind === 'unknown') return { text: t(`case.fine.unknown.${fine.why}`), isOdd: false }
  const index = pack ? labelIn(pack.index.name, language).text : ''
  return {
    text: t('case.fine.multiple', { n: fine.n, index: `${index} (${fine.index})` }),
    isOdd: !fine.isWhole,
  }
}

export function entryText(
  desktop: Desktop,
  body: EntryBody,
  entries: readonly Entry[],
  pack: Pack | null,
): string {
  const { t, language } = desktop.face.words
  const { restrictions, answers } = desktop.codebook.cases
  const charge = (id: string): string => {
    const found = entries.find((one) => one.id === id)
    return found?.body.kind === 'charge' ? lawText(desktop, found.body.law) : id
  }
  switch (body.kind) {
    case 'charge':
      return lawText(desktop, body.law)
    case 'outcome':
      return [
        `${charge(body.charge)}: ${t(`case.standing.${body.standing}`)}`,
        body.into && `→ ${charge(body.into)}`,
      ]
        .filter(Boolean)
        .join(' ')
    case 'stage':
      return [stageText(desktop, body.stage), body.court, body.note].filter(Boolean).join(' · ')
    case 'hearing':
      return [t(`case.hearing.${body.state}`), body.hour, body.court, body.note].filter(Boolean).join(' · ')
    case 'penalty':
      return penaltyText(desktop, body, pack)
    case 'restriction': {
      const until =
        body.until === null
          ? t('case.restriction.open')
          : t('case.restriction.until', { day: dayIn(body.until, language) })
      return [t('case.restriction', { what: termText(desktop, restrictions, body.what) }), until, body.note]
        .filter(Boolean)
        .join(' · ')
    }
    case 'answer':
      return [termText(desktop, answers, body.answer), body.words].filter(Boolean).join(': ')
  }
}

/** The day by which it has its place in the course; null: it has none. */
export const dayOfEntry = (body: EntryBody): string | null =>
  body.kind === 'charge' ? body.offence : body.kind === 'restriction' ? body.from : body.date
