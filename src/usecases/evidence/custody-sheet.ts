/** A file as received in, by its SHA-256, its name, or a document read out of it; its custody sheet out. */
import type { CustodySheet, CustodyStep } from '../../core/custody.ts'
import { refuse } from '../../core/faults.ts'
import { readNote } from '../../core/log/note.ts'
import { sha256 as hashOf } from '../../store/leaf.ts'
import { stampsOf } from '../../store/queries/time-stamps.ts'
import type { DocumentRow, FileRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { imprintOf } from '../log/stamp-what-waits.ts'
import { COPY } from './copy-for-others.ts'
import { destroyedFiles } from './destroyed-files.ts'
import { rereadOf } from './reread-evidence.ts'
import { viewsOf } from './views.ts'

type Asking = Pick<Context, 'house' | 'files'>
type Documents = readonly Pick<
  DocumentRow,
  'id' | 'name' | 'source' | 'reader' | 'language' | 'text' | 'event'
>[]

/** `within`: a compartment, whose texts, copies and people alone are told; another may hold the same file, and nobody here learns that. */
export async function custodySheet(
  { house, files }: Asking,
  asked: string,
  within?: string,
): Promise<CustodySheet> {
  const file = await fileOf(house, asked)
  const { sha256 } = file
  const all = house
    .selectFrom('documents')
    .select(['id', 'name', 'source', 'reader', 'language', 'text', 'event'])
    .where('sha256', '=', sha256)
    .orderBy('event')
  const documents = await (within === undefined ? all : all.where('organisation', '=', within)).execute()
  const own = within === undefined ? undefined : documents[0]
  const destroyed = (await destroyedFiles(house)).has(sha256)
  const found = await files.check(sha256)
  return {
    ...{ sha256, bytes: file.bytes, name: own?.name ?? file.name, mediaType: file.media_type },
    state: destroyed && found === 'missing' ? 'destroyed' : found,
    received: await stepOf(house, own?.event ?? file.event),
    from: await sourcesOf(house, documents),
    derived: await derivedOf(house, documents),
    taken: await takenOf(house, documents, within),
    reread: await rereadOf(house, file),
    copies: await copiesOf(house, sha256, within),
    views: await viewsOf(house, sha256, within),
    signed: await signedSince(house, file.event),
    stamps: await stampsSince(house, file),
  }
}

/** Named as decisions name it too: by the name of the file without its ending. */
export async function fileOf(house: Context['house'], asked: string): Promise<FileRow> {
  const documents = await house.selectFrom('documents').select(['id', 'name', 'sha256']).execute()
  const named = documents.filter(
    ({ id, name }) => id === asked || name === asked || name.replace(/\.[^.]+$/, '') === asked,
  )
  const [sha256 = asked, another] = [...new Set(named.map((one) => one.sha256))]
  if (another !== undefined) throw refuse('input.value', { problem: `${asked}: ${sha256}, ${another} …` })
  const file = await house.selectFrom('files').selectAll().where('sha256', '=', sha256).executeTakeFirst()
  if (!file) throw refuse('record.unknown', { id: asked })
  return file
}

async function stepOf(house: Context['house'], seq: number): Promise<CustodyStep> {
  const event = await house
    .selectFrom('events')
    .select(['at', 'actor'])
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  return { entry: seq, at: event.at, by: event.actor }
}

const sourcesOf = async (house: Context['house'], documents: Documents): Promise<CustodySheet['from']> =>
  documents.length === 0
    ? []
    : house
        .selectFrom('sources')
        .select(['title', 'publisher', 'collector'])
        .where('id', 'in', [...new Set(documents.map((one) => one.source))])
        .orderBy('id')
        .execute()

async function derivedOf(house: Context['house'], documents: Documents): Promise<CustodySheet['derived']> {
  const stones = await house
    .selectFrom('tombstones')
    .select('of_event')
    .where('table_name', '=', 'documents')
    .execute()
  const erased = new Set(stones.map((one) => one.of_event))
  return Promise.all(
    documents.map(async ({ id, reader, language, text, event }) => ({
      ...(await stepOf(house, event)),
      ...{ document: id, reader, language, sha256: hashOf(text), isErasedIn: erased.has(event) },
    })),
  )
}

/** Copies hold records, not files: what is told here is which copies held a record that rests on this file. */
async function takenOf(
  house: Context['house'],
  documents: Documents,
  within: string | undefined,
): Promise<CustodySheet['taken']> {
  if (documents.length === 0) return []
  const told = await house
    .selectFrom('tellings')
    .select('record')
    .where(
      'document',
      'in',
      documents.map((one) => one.id),
    )
    .execute()
  const records = new Set(told.map((one) => one.record))
  const taken = await house
    .selectFrom('exports_taken')
    .innerJoin('exports', 'exports.id', 'exports_taken.export')
    .select([
      'exports.ids',
      'exports.audience',
      'exports.organisation',
      'exports_taken.format',
      'exports_taken.sha256',
    ])
    .select(['exports_taken.by', 'exports_taken.at', 'exports_taken.event'])
    .orderBy('exports_taken.event')
    .execute()
  return taken
    .filter((one) => within === undefined || one.organisation === within)
    .filter((one) => one.ids.some((id) => records.has(id)))
    .map(({ event, at, by, format, audience, sha256 }) => ({
      entry: event,
      at,
      by,
      format,
      audience,
      sha256,
    }))
}

/** Of the file itself, and of the first checkpoint over its entry that somebody stamped. */
async function stampsSince(
  house: Context['house'],
  { sha256, event }: Pick<FileRow, 'sha256' | 'event'>,
): Promise<CustodySheet['stamps']> {
  const after = await house
    .selectFrom('checkpoints')
    .select('note')
    .where('size', '>=', event)
    .orderBy('size')
    .execute()
  const stamps = await stampsOf(house, [sha256, ...after.map(imprintOf)])
  const first = stamps.find((one) => one.stamped === 'checkpoint')?.imprint
  return stamps
    .filter((one) => one.imprint === sha256 || one.imprint === first)
    .map(({ stamped, authority, at, token }) => ({ stamped, authority, at, token }))
}

/** Copies of the file itself, made for others. */
async function copiesOf(
  house: Context['house'],
  sha256: string,
  within: string | undefined,
): Promise<CustodySheet['copies']> {
  const all = house
    .selectFrom('events')
    .select(['seq', 'at', 'actor', 'input'])
    .where('use_case', '=', COPY)
    .where('object', '=', sha256)
    .orderBy('seq')
  const events = await (within === undefined ? all : all.where('organisation', '=', within)).execute()
  return events.map(({ seq, at, actor, input }) => {
    const { copy = '', cleaner = '', reason = '' } = (input ?? {}) as Readonly<Record<string, string>>
    return { entry: seq, at, by: actor, sha256: copy, cleaner, reason }
  })
}

/** The first checkpoint that covers the entry, and every witness who signed one that does. */
async function signedSince(house: Context['house'], seq: number): Promise<CustodySheet['signed']> {
  const first = await house
    .selectFrom('checkpoints')
    .select(['size', 'at', 'note'])
    .where('size', '>=', seq)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst()
  if (!first) return null
  const lines = await house.selectFrom('cosignatures').select('name').where('size', '>=', seq).execute()
  const witnesses = [...new Set(lines.map((one) => one.name))].sort()
  return { entries: first.size, at: first.at, witnesses, checkpoint: readNote(first.note)?.text ?? '' }
}
