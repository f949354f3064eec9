/** Who asks for a report and which one in; what changed since its earlier version, and which records stand on words that are gone. */
import { refuse } from '../core/faults.ts'
import type { Target } from '../core/policy.ts'
import { type Change, changesBetween, standsIn } from '../document/changes.ts'
import {
  earlierVersion,
  likeOf,
  type StoredDocument,
  storedDocument,
  tellingsOf,
} from '../store/queries/documents.ts'
import { recordRow } from '../store/queries/records.ts'
import type { Context } from './context.ts'
import { mayDo, permit, targetOf } from './permit.ts'

export type Version = Pick<StoredDocument, 'id' | 'name' | 'title' | 'language'>
export type Changes = {
  readonly document: Version
  /** Null: nothing came before it under this name or from this source. */
  readonly earlier: Version | null
  readonly changes: readonly Change[]
  /** Records decided on the earlier version whose words are no longer there; those alone that the reader may read. */
  readonly shaken: readonly string[]
}

/** A report belongs to its compartment, and names everybody: it is of the team's tier whatever is made of it. */
export const targetOfDocument = ({ organisation }: Pick<StoredDocument, 'organisation'>): Target => ({
  organisation,
  state: 'draft',
  tier: 'team',
  coders: [],
  assigned: [],
  sharedWith: [],
})

const versionOf = ({ id, name, title, language }: StoredDocument): Version => ({ id, name, title, language })

/** A report and the version before it, as far as the one who asks may read them. */
export async function readVersions(
  context: Context,
  id: string,
): Promise<{ readonly document: StoredDocument; readonly earlier: StoredDocument | null }> {
  const document = await storedDocument(context.store, id)
  permit(context, 'read', { id, target: document && targetOfDocument(document) })
  if (!document) throw refuse('record.unknown', { id }, id)
  const before = await earlierVersion(context.store, document)
  const earlier = before === null ? null : await storedDocument(context.store, before)
  const mayRead = earlier !== null && mayDo(context, 'read', targetOfDocument(earlier))
  return { document, earlier: mayRead ? earlier : null }
}

/** Whether an earlier version is here that whoever asks may read: for a page that shows no more of it. */
export async function hasEarlier(context: Context, id: string): Promise<boolean> {
  const document = await likeOf(context.store, id)
  const before = document && (await earlierVersion(context.store, document))
  const earlier = before && (await likeOf(context.store, before))
  return !!earlier && mayDo(context, 'read', targetOfDocument(earlier))
}

export async function readChanges(context: Context, id: string): Promise<Changes> {
  const { document, earlier } = await readVersions(context, id)
  if (!earlier) return { document: versionOf(document), earlier, changes: [], shaken: [] }
  return {
    document: versionOf(document),
    earlier: versionOf(earlier),
    changes: changesBetween(earlier, document),
    shaken: await shakenBy(context, earlier, document),
  }
}

/** A record told by several passages is shaken when one of them is gone. */
async function shakenBy(
  context: Context,
  earlier: StoredDocument,
  later: StoredDocument,
): Promise<readonly string[]> {
  const stands = standsIn(later)
  const gone = (await tellingsOf(context.store, earlier.id)).filter(
    ({ span }) => !stands(earlier.text.slice(span.start, span.end)),
  )
  const shaken: string[] = []
  for (const record of new Set(gone.map((one) => one.record))) {
    const row = await recordRow(context.store, record)
    if (row && mayDo(context, 'read', targetOf(row))) shaken.push(record)
  }
  return shaken
}
