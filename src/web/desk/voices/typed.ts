/** The forms of a testimony as they were sent in, lines to record out. */
import { LANGUAGES } from '../../../core/language.ts'
import type { Approved, Consent, QuoteUse, SpeakerShown } from '../../../core/testimony/lines.ts'
import type { TestimonyInput } from '../../../usecases/testimony/save-testimony.ts'
import { saidOf, type Typed, typedOf } from '../cases/fields.ts'
import { inLanguage, SHOWN } from './fields.ts'

const listIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((one) => one !== '')

/** `Asan Usenov (usenov)` as a list of people offers it, or the id alone. */
const idIn = (text: string): string => /\(([^()]+)\)\s*$/.exec(text)?.[1] ?? text.trim()

export function testimonyOf(id: string, typed: Typed): TestimonyInput {
  const person = saidOf(typed, 'person')
  const words = saidOf(typed, 'words')
  return {
    ...{ record: 'testimony', id, country: typedOf(typed, 'country') },
    speaker: person === undefined ? { who: typedOf(typed, 'who') } : { person: idIn(person) },
    ...{ on: saidOf(typed, 'on') ?? null, interviewer: typedOf(typed, 'interviewer') },
    language: LANGUAGES.find((one) => one === typed.spoken) ?? 'ru',
    ...(words !== undefined && { words }),
    incidents: listIn(typedOf(typed, 'incidents')),
    tier: typed.tier === 'sealed' ? 'sealed' : 'team',
  }
}

const approvedIn = (typed: Typed, name: 'wording' | 'as'): Approved => {
  const [en, ru, kk] = LANGUAGES.map((one) => saidOf(typed, inLanguage(name, one)) ?? null)
  return { en: en ?? null, ru: ru ?? null, kk: kk ?? null }
}

export function quotationOf(id: string, quotation: string, typed: Typed): TestimonyInput {
  const level = SHOWN.find((one) => one !== 'described' && one === typed.shown)
  const shown: SpeakerShown =
    level === undefined || level === 'described'
      ? { kind: 'described', as: approvedIn(typed, 'as') }
      : { kind: 'level', level }
  const wording = approvedIn(typed, 'wording')
  return {
    record: 'quotation',
    id,
    quotation,
    said: typedOf(typed, 'said'),
    wording,
    shown,
    consent: consentIn(typed),
  }
}

/** Null: no use was chosen, so nobody agreed yet. */
function consentIn(typed: Typed): Consent | null {
  const use = useIn(typed)
  return (
    use && {
      ...{ use, on: typedOf(typed, 'given-on'), how: typedOf(typed, 'how') },
      until: saidOf(typed, 'until') ?? null,
    }
  )
}

function useIn(typed: Typed): QuoteUse | null {
  switch (typed.use) {
    case 'any':
      return { kind: 'any' }
    case 'partners':
      return { kind: 'partners' }
    case 'publications':
      return { kind: 'publications', ids: listIn(typedOf(typed, 'publications')) }
    default:
      return null
  }
}
