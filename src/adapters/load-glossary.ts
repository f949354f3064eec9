/** codebook/glossary.yaml: terms of rights in easy words. */
import { z } from 'zod'
import type { Glossary } from '../core/teach/glossary.ts'
import { fullLabels, head, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const forms = z.array(text.regex(/^[\p{L} *’'-]+$/u, 'letters, spaces, and * for any ending')).min(1)
const term = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/, 'small letters and hyphens'),
  term: fullLabels,
  forms: z.strictObject({ en: forms, ru: forms, kk: forms }),
  means: fullLabels,
  see: listOf(text, null),
})

export const glossaryFile = withChecks(z.strictObject({ ...head, terms: listOf(term) }), (file, tell) => {
  const terms = rowsOf(file, 'terms')
  const ids = new Set(terms.map((one) => one.id))
  terms.forEach(({ see }, at) => {
    for (const one of Array.isArray(see) ? see : [])
      if (!ids.has(one)) tell(`no term "${one}"`, ['terms', at, 'see'])
  })
})

export const glossaryFrom = ({ terms }: z.infer<typeof glossaryFile>): Glossary =>
  new Map(terms.map((one) => [one.id, one]))
