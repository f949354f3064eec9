/** Words of a command or a form in, what is to be drafted out; what is missing or unknown is told. */
import type { Codebook } from '../../core/codebook.ts'
import { refuse } from '../../core/faults.ts'
import {
  ASKED_FOR,
  type Asked,
  addresseesIn,
  isKind,
  KINDS,
  OF_CASE,
} from '../../publish/manuscript/kinds.ts'

export { KINDS }

/** `words`: in the order of `ASKED_FOR`. `form`: of a submission; `to`: of a letter; `of`: of what may be about one case. */
export type AskedInWords = {
  readonly kind: string
  readonly words: readonly string[]
  readonly form?: string | undefined
  readonly of?: string | undefined
  readonly to?: string | undefined
}

export function askedIn(
  { kind, words, form, of, to }: AskedInWords,
  { submissions, addressees }: Pick<Codebook, 'submissions' | 'addressees'>,
): Asked {
  if (!isKind(kind)) throw refuse('write.kind', { name: kind, kinds: KINDS.join(', ') })
  const isOfCase = OF_CASE.has(kind) && of !== undefined
  const missing = ASKED_FOR[kind].filter((one) => one !== 'form' && one !== 'to')[words.length]
  if (missing !== undefined && !isOfCase) throw refuse('write.asked', { kind, missing })
  const [first = '', period = ''] = words
  switch (kind) {
    case 'case':
      return { kind, of: first }
    case 'watchlist':
    case 'rating':
      return { kind, country: first }
    case 'update':
    case 'briefing':
      return { kind, country: first, period }
    case 'submission': {
      if (form === undefined) throw refuse('write.asked', { kind, missing: 'form' })
      if (!submissions.has(form))
        throw refuse('write.form', { name: form, forms: [...submissions.keys()].join(', ') })
      return { kind, country: first, period, form, of }
    }
    case 'statement':
      return { kind, country: first, period, of }
    case 'letter': {
      const known = addresseesIn(to ?? '')
      if (known.length === 0) throw refuse('write.asked', { kind, missing: 'to' })
      refuseUnknownAddressees(known, addressees)
      return { kind, country: first, period, to: known.join(','), of }
    }
  }
}

export function refuseUnknownAddressees(to: readonly string[], addressees: Codebook['addressees']): void {
  const unknown = to.find((one) => !addressees.has(one))
  if (unknown !== undefined)
    throw refuse('write.addressee', { name: unknown, known: [...addressees.keys()].join(', ') }, 'to')
}
