/** Plain text → every run that may be a person's name, for withholding: wider than the people proposed. */
import type { Mention } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import type { Pack } from '../../core/pack.ts'
import type { Reading } from '../../core/reading.ts'
import { capitalRuns } from './runs.ts'

/** Known places are not taken out: a name beside one, or spelt like one, is then held back too. */
export function mentionsInflected(document: Document, _pack: Pack, reading: Reading): Mention[] {
  const text = document.text.replace(/[‘’ʼ]/g, "'").replace(/\s/g, ' ')
  return capitalRuns(text, { start: 0, end: text.length }, reading, []).map(({ span }) => ({
    name: document.text.slice(span.start, span.end).replaceAll(/\s+/g, ' '),
    span,
  }))
}
