/** Words of a command or a form in, what is to be drafted out; what is missing or unknown is told. */
import type { Codebook } from '../../core/codebook.ts'
import { refuse } from '../../core/faults.ts'
import { ASKED_FOR, type Asked, isKind, KINDS } from '../../publish/manuscript/kinds.ts'

export { KINDS }

/** `words`: in the order of `ASKED_FOR`. `form` and `of`: of a submission. */
export type AskedInWords = {
  readonly kind: string
  readonly words: readonly string[]
  readonly form?: string | undefined
  readonly of?: string | undefined
}

export function askedIn(
  { kind, words, form, of }: AskedInWords,
  { submissions }: Pick<Codebook, 'submissions'>,
): Asked {
  if (!isKind(kind)) throw refuse('write.kind', { name: kind, kinds: KINDS.join(', ') })
  const isOfCase = kind === 'submission' && of !== undefined
  const missing = ASKED_FOR[kind].filter((one) => one !== 'form')[words.length]
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
  }
}
