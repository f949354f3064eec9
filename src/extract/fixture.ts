/** Words → what the extraction reads in them, with the English reading and the pack of the house; for tests. */
import { fileURLToPath } from 'node:url'
import { loadCodebook } from '../adapters/load-codebook.ts'
import { loadPack } from '../adapters/load-pack.ts'
import { loadReading } from '../adapters/load-reading.ts'
import type { Block, Document } from '../core/document.ts'
import { type Fault, Refusal } from '../core/faults.ts'
import type { Span } from '../core/span.ts'
import { extract } from './extract.ts'
import { type Line, readLines } from './lines.ts'
import { prepare } from './prepare.ts'
import { type GoldRecord, toRecord } from './to-record.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const faults: Fault[] = []
const [kz, book] = [loadPack(root, 'kz', faults), loadCodebook(root, faults)]
if (!kz || !book) throw new Refusal(faults)
export const pack = kz
export const codebook = book
export const reading = loadReading(root)
export const whole = (text: string): Span => ({ start: 0, end: text.length })

/** One block a line: `# ` is a heading, `• ` an item, `_ ` page furniture, `^ ` a footnote. */
export function documentOf(text: string): Document {
  const blocks: Block[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const kind = ({ '# ': 'heading', '• ': 'item', '_ ': 'furniture', '^ ': 'footnote' } as const)[
      line.slice(0, 2)
    ]
    const start = at + (kind ? 2 : 0)
    if (line.trim() !== '') blocks.push({ kind: kind ?? 'paragraph', span: { start, end: at + line.length } })
    at += line.length + 1
  }
  return {
    sha256: 'ab'.repeat(32),
    mediaType: 'text/plain',
    language: 'en',
    reader: 'fixture@1',
    text,
    blocks,
    leftOut: [],
  }
}

/** Every sentence of the words, read. */
export const linesOf = (text: string, asOf: string | null = null): Line[] =>
  readLines(prepare(documentOf(text)), pack, reading, asOf).flatMap((passage) => passage.lines)

/** The incidents of the words, as records, each with the words it spans. */
export function recordsOf(
  text: string,
  asOf: string | null = null,
): (GoldRecord & { readonly words: string })[] {
  const document = documentOf(text)
  return extract(document, { pack, codebook, reading, asOf }).drafts.map((draft, index) => ({
    ...toRecord('test', document, draft, index),
    words: text.slice(draft.span.start, draft.span.end),
  }))
}
