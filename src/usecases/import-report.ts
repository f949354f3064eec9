/** A report's bytes in; the file, its source, its text and every proposed claim stored, in one transaction. */
import { today } from '../adapters/clock.ts'
import { HOME } from '../core/access.ts'
import type { Claim, Draft, Extraction } from '../core/claim.ts'
import type { Document, LeftOut, Source } from '../core/document.ts'
import { refuse } from '../core/faults.ts'
import { canonical, type Json } from '../core/json.ts'
import type { Language } from '../core/language.ts'
import { isIsoDay } from '../core/partial-date.ts'
import { sayTheSame } from '../document/same-words.ts'
import { record, type Writer } from '../store/append.ts'
import { sha256 } from '../store/leaf.ts'
import { earlierVersion, sameLength } from '../store/queries/documents.ts'
import { UNREAD } from '../store/queries/incidents.ts'
import type { ClaimRow, Fresh } from '../store/tables.ts'
import { type Context, organisationOf, packOf } from './context.ts'
import { mayDo } from './permit.ts'
import { nameWithoutEnding } from './propose-records.ts'
import { targetOfDocument } from './read-changes.ts'
import { draftDocument } from './reading/draft-document.ts'
import { near, type Readers } from './reading/readers.ts'

export type ImportReport = {
  readonly bytes: Uint8Array
  /** Name the report came under; without its ending it is how decisions refer to the document. */
  readonly name: string
  readonly country: string
  readonly source: Source
  /** The last day the report speaks of: years that it leaves out are resolved from this. */
  readonly asOf: string | null
  readonly language?: Language | undefined
  readonly encoding?: string | undefined
  readonly by: string
}
export type Imported = {
  readonly document: string
  readonly name: string
  readonly language: Language
  readonly drafts: number
  readonly claims: number
  /** The version of the same report that was here before, where there is one. */
  readonly earlier: string | null
  /** A report that says the same in another file, as far as can be told from its words. */
  readonly same: string | null
  /** What the file holds and the stored text does not. */
  readonly leftOut: readonly LeftOut[]
  /** Words of it were read in pictures, by a machine. */
  readonly recognised: boolean
}

/** How it is read, and a last question before anything is written: throws when nobody wants it any more. */
export type How = Readers & { readonly beforeWriting?: () => Promise<void> }

export async function importReport(
  context: Context,
  given: ImportReport,
  how: How = near,
): Promise<Imported> {
  const read = await readReport(context, given, how)
  await how.beforeWriting?.()
  return writeReport(context, read)
}

/** A report that was read and checked, before anything of it is written. */
export type ReportRead = {
  readonly id: string
  readonly name: string
  readonly given: ImportReport
  readonly document: Document
  readonly found: Extraction
  readonly rulesVersion: string
  readonly earlier: string | null
  readonly same: string | null
  /** Another organisation may hold the same bytes; it is not to be learnt from an answer. */
  readonly isFileHeld: boolean
}

export async function readReport(
  context: Context,
  asked: ImportReport,
  how: Readers = near,
): Promise<ReportRead> {
  // No store keeps a NUL, and no file of a person is called so.
  const given = { ...asked, name: asked.name.replace(/\p{Cc}+/gu, ' ') }
  const pack = packOf(context.knowledge, given.country)
  checkDay(given.asOf, today(context.clock))
  if (given.bytes.length > context.maxBytes) throw refuse('input.too-large', { limit: context.maxBytes })
  const hash = sha256(given.bytes)
  const organisation = organisationOf(context)
  await refuseKnown(context, hash, organisation)
  const { language, encoding } = given
  const document = await how.read(given.bytes, {
    sha256: hash,
    name: given.name,
    ...(language && { language }),
    ...(encoding && { encoding }),
  })
  const rules = { knowledge: context.knowledge, pack, asOf: given.asOf }
  const { version, found } = await draftDocument(document, rules, how.extract)
  const id = `d-${sha256(ownedBy(organisation, `${hash} ${document.reader}`)).slice(0, 16)}`
  const name = nameWithoutEnding(given.name)
  const { title, publisher } = given.source
  const like = { name, title, publisher, organisation, sha256: hash, event: null }
  // What was written down by hand is no version of anything, and no other file of it.
  const isByHand = given.source.way !== undefined
  const earlier = isByHand ? null : await earlierVersion(context.store, like)
  const same = isByHand ? null : await sameWords(context, document, organisation)
  const isFileHeld = await holdsFile(context, hash)
  const rulesVersion = version ?? UNREAD
  return { id, name, given, document, found, rulesVersion, earlier, same, isFileHeld }
}

/** The store of the context may be a transaction that others write in as well. */
export async function writeReport(context: Context, read: ReportRead): Promise<Imported> {
  const { id, name, given, document, found, rulesVersion, earlier, same } = read
  const organisation = organisationOf(context)
  const { sha256: hash } = document
  // The bytes are safe on disk before the log says that we have them; a file without an event is harmless.
  context.files.put(given.bytes)
  const { bytes: _, ...said } = given
  const happening = {
    actor: given.by,
    at: context.clock.now(),
    useCase: 'import-report',
    object: id,
    input: asJson({ ...said, sha256: hash }),
    organisation,
  }
  const claims = await record(context.store, happening, async (writer) => {
    // Behind the lock: of two who send one file at once the second learns that it is here.
    await refuseKnown({ ...context, store: writer.trx }, hash, organisation)
    if (!read.isFileHeld)
      await writer.append('files', [
        { sha256: hash, bytes: given.bytes.length, name: given.name, media_type: document.mediaType },
      ])
    const source = await writeSource(writer, given.source, organisation)
    await writeDocument(writer, id, name, source, document, given)
    return writeReading(writer, id, rulesVersion, found)
  })
  const { leftOut } = document
  return {
    document: id,
    name,
    language: document.language,
    drafts: found.drafts.length,
    claims,
    earlier,
    same,
    leftOut,
    recognised: document.blocks.some((one) => one.recognised),
  }
}

function checkDay(day: string | null, now: string): void {
  if (day === null) return
  if (!isIsoDay(day)) throw refuse('input.date', { date: day })
  if (day > now) throw refuse('input.date-future', { date: day })
}

async function refuseKnown(context: Context, hash: string, organisation: string): Promise<void> {
  const known = await context.store
    .selectFrom('documents')
    .select(['id', 'name'])
    .where('sha256', '=', hash)
    .where((one) => one.fn.coalesce('organisation', one.val(HOME)), '=', organisation)
    .executeTakeFirst()
  if (!known) return
  const mayRead = mayDo(context, 'read', targetOfDocument({ organisation }))
  throw refuse('input.duplicate', { name: known.name, ...(mayRead && { id: known.id }) })
}

/** Told and never refused: a report as docx and as pdf are two files, and somebody may need both. */
async function sameWords(context: Context, document: Document, organisation: string): Promise<string | null> {
  if (!mayDo(context, 'read', targetOfDocument({ organisation }))) return null
  const isSame = sayTheSame(document.text)
  const alike = await sameLength(context.store, { ...document, organisation })
  return alike.find((one) => one.sha256 !== document.sha256 && isSame(one.text))?.id ?? null
}

const holdsFile = async (context: Context, hash: string): Promise<boolean> =>
  (await context.house.selectFrom('files').select('sha256').where('sha256', '=', hash).executeTakeFirst()) !==
  undefined

/** What an id is made of: the content, and whose it is where it is not the house's own. */
const ownedBy = (organisation: string, content: string): string =>
  organisation === HOME ? content : `${content} ${organisation}`

const asJson = (value: unknown): Json => JSON.parse(canonical(value)) as Json

async function writeSource(writer: Writer, source: Source, organisation: string): Promise<string> {
  const id = `s-${sha256(ownedBy(organisation, canonical(source))).slice(0, 16)}`
  const known = await writer.trx.selectFrom('sources').select('id').where('id', '=', id).executeTakeFirst()
  if (!known) {
    const {
      reliabilityOfSource,
      reliabilityOfInformation,
      titleIn,
      way = null,
      elsewhere = null,
      ...rest
    } = source
    await writer.append('sources', [
      {
        id,
        ...rest,
        title_in: titleIn ?? null,
        reliability_of_source: reliabilityOfSource,
        reliability_of_information: reliabilityOfInformation,
        way,
        elsewhere,
      },
    ])
  }
  return id
}

async function writeDocument(
  writer: Writer,
  id: string,
  name: string,
  source: string,
  document: Document,
  given: ImportReport,
): Promise<void> {
  const { mediaType: media_type, leftOut: _, ...rest } = document
  await writer.append('documents', [
    { id, name, source, ...rest, media_type, country: given.country, as_of: given.asOf },
  ])
}

export const readingId = (document: string, version: string): string =>
  `r-${sha256(`${document} ${version}`).slice(0, 16)}`

export async function writeReading(
  writer: Writer,
  document: string,
  version: string,
  found: Extraction,
): Promise<number> {
  const id = readingId(document, version)
  const drafts = found.drafts.map(({ span, rule }) => ({ span, rule }))
  await writer.append('readings', [
    { id, document, rules_version: version, drafts, mentions: found.mentions },
  ])
  const rows = found.drafts.flatMap((draft, index) => claimRows(draft, index, id, document))
  await writer.append('claims', rows)
  return rows.length
}

/** The id is made of the content, so that the same rules on the same text propose the same claims. */
function claimRows(draft: Draft, index: number, reading: string, document: string): Fresh<ClaimRow>[] {
  const rows = draft.proposals.map((one): Fresh<ClaimRow> => {
    const content = { reading, index, field: one.field, value: one.value, span: one.span, rule: one.rule }
    return {
      id: `c-${sha256(canonical(content)).slice(0, 20)}`,
      record_kind: 'incident',
      record: null,
      reading,
      draft: index,
      document,
      field: one.field satisfies Claim['field'],
      value: asJson(one.value),
      start_at: one.span?.start ?? null,
      end_at: one.span?.end ?? null,
      rule: one.rule,
      coder: null,
      basis: one.basis,
    }
  })
  // Two rules may say the very same thing of the very same words; that is one claim.
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
