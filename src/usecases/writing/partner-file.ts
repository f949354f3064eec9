/** A text as a word processor's file for a partner, out and back: what they changed is merged with the text as it stands, what they remarked is a remark here. */
import { refuse } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import { short } from '../../core/mark.ts'
import type { Text } from '../../core/publication/text.ts'
import type { Returned } from '../../core/returned.ts'
import { servedAt } from '../../publish/links.ts'
import { editsOf } from '../../publish/manuscript/edits/edits.ts'
import { sentOf } from '../../publish/manuscript/edits/sent.ts'
import { isOtherText } from '../../publish/manuscript/edits/told.ts'
import type { AddressOf } from '../../publish/manuscript/kinds.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import { merged } from '../../publish/writing/merge.ts'
import { type Head, headOfPaper, markOfPaper, partnersCopy } from '../../publish/writing/paper-away.ts'
import { type Remarked, textOfEdits, type Untaken } from '../../publish/writing/paper-back.ts'
import { textAt } from '../../store/queries/written-texts.ts'
import type { Context } from '../context.ts'
import { recordsUnder, withNotes } from '../drafting/with-notes.ts'
import { openReturned } from '../read-edits.ts'
import { setManuscript } from '../set-manuscript.ts'
import { type BroughtBack, seenOf } from './bring-back.ts'
import { newMark, writeLines } from './line.ts'
import { hindrancesOf, type PublicationRead, readPublication } from './read-publication.ts'
import { remarksOf } from './say-of-text.ts'
import { recordChanges } from './write-text.ts'

export type PartnerBack = BroughtBack & {
  readonly untaken: readonly Untaken[]
  /** How many remarks stood in it that nobody had made here yet. */
  readonly remarks: number
}

/** `site`: where the records can be read; empty: notes name them by their ids. */
export async function takeForPartner(
  context: Context,
  id: string,
  site: string,
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array }> {
  const read = await readPublication(context, id)
  const { language } = read.row
  // Over these nobody approves: they leave for no partner either.
  const held = new Set(hindrancesOf(read).blocking)
  const copy = copyOf(context, read, read.text, { id, version: read.seen }, held)
  const manuscript = await noted(context, read, copy, site)
  const words = context.knowledge.words[language]
  return { name: `${id}-${language}.docx`, ...(await setManuscript(manuscript, 'docx', { words })) }
}

function copyOf(
  { knowledge }: Pick<Context, 'knowledge'>,
  { today, row }: PublicationRead,
  text: Text,
  head: Head,
  held: ReadonlySet<string>,
): Manuscript {
  if (!today) throw refuse('write.nothing', {}, row.id)
  const line = knowledge.words[row.language].t('write.paper.line', { mark: markOfPaper(head) })
  return partnersCopy(text, today, { held, line })
}

async function noted(
  { knowledge, house }: Context,
  { row }: PublicationRead,
  copy: Manuscript,
  at: string,
): Promise<Manuscript> {
  const incidents = await recordsUnder(house, copy, row.request)
  const pack = knowledge.packs.get(row.request.country ?? incidents[0]?.country ?? '')
  if (!pack) return copy
  const { language }: { readonly language: Language } = row
  const site = servedAt(at)
  const addressOf: AddressOf = (page) => (at === '' ? null : site.whole(language, page, 'html'))
  const face = { site, words: knowledge.words[language], tell: knowledge.tells[language] }
  return withNotes(house, copy, { ...face, codebook: knowledge.codebook, pack, incidents }, addressOf)
}

/** The signs that a file of parts begins with, as every DOCX does. */
export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const wordsIn = ({ pieces }: Returned): string => pieces.map((one) => one.words).join('\n')

export async function bringFromPartner(
  context: Context,
  id: string,
  bytes: Uint8Array,
): Promise<PartnerBack> {
  const read = await readPublication(context, id)
  const returned = await openReturned(bytes)
  const head = headOfPaper(wordsIn(returned))
  if (!head || head.id !== id) throw refuse('write.file', { problem: head?.id ?? '?' }, 'file')
  if (!read.versions.some((one) => one.event === head.version))
    throw refuse('write.file', { problem: String(head.version) }, 'file')
  const base = seenOf(read, textAt(read.rows, head.version))
  const sent = await noted(context, read, copyOf(context, read, base, head, new Set()), '')
  const all = editsOf(returned, sentOf(sent))
  if (isOtherText(all)) throw refuse('write.file', { problem: '?' }, 'file')
  const back = textOfEdits(
    base,
    sent,
    all.edits,
    (after, words) => `s-${short(`${head.version} ${after} ${words}`)}`,
  )
  const { text, conflicts, isOrderKept } = merged(base, back.text, read.text)
  const changed = await recordChanges(context, read, text, read.seen, 'brought back')
  const remarks = await sayAgain(context, id, text, back.remarked)
  return { changed, conflicts, isOrderKept, untaken: back.untaken, remarks }
}

const MOST_WORDS = 2000
/** A file can hold any number; a colleague reads so many. */
const MOST_REMARKS = 200

/** Said by whoever brings it in: no name of the file is taken. One that stands here word for word is not said again. */
async function sayAgain(
  context: Context,
  id: string,
  text: Text,
  remarked: readonly Remarked[],
): Promise<number> {
  const told = remarked.map(({ sentence, quoted, words }) => ({
    sentence: sentence !== null && text.sentences.has(sentence) ? sentence : null,
    words: (quoted === '' ? `DOCX: ${words}` : `DOCX, “${quoted}”: ${words}`).slice(0, MOST_WORDS),
  }))
  const keyOf = (one: { readonly sentence: string | null; readonly words: string }): string =>
    JSON.stringify([one.sentence, one.words])
  const known = new Set((await remarksOf(context, id)).map(keyOf))
  const fresh = [...new Map(told.map((one) => [keyOf(one), one])).values()]
    .filter((one) => !known.has(keyOf(one)))
    .slice(0, MOST_REMARKS)
  const lines = fresh.map(({ sentence, words }) => ({
    ...{ record: 'remark' as const, id, remark: newMark('r'), kind: 'comment' as const, words },
    ...(sentence !== null && { sentence }),
  }))
  if (lines.length > 0) await writeLines(context, 'write', lines)
  return lines.length
}
