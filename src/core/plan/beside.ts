/** What somebody says of a line of a plan, or how a moment is to be called, in; entries of the plan out. What colleagues said of a line. */
import type { PlanEntries, PlanEntry } from './entry.ts'
import { linesOf, type Plan, type PlanLine, said } from './plan.ts'
import { COMMENT, COMMENT_OF, COMMENT_TEXT, VERSION } from './terms.ts'
import { standing } from './versions.ts'
import { entriesOfLine, type Written } from './write.ts'

/** Of a comment. */
export const MOST_COMMENT = 2_000
/** Of the name of a version. */
export const MOST_VERSION = 200

export const commentsOn = (plan: Plan, line: string): readonly PlanLine[] =>
  linesOf(plan, COMMENT).filter((one) => said(one, COMMENT_OF) === line)

/** A line of its own, new each time: what two tables say at once stands one below the other. */
type New = Omit<Written, 'part' | 'line'>
const begun = (written: New, part: string): Written => ({ ...written, part, line: written.newId() })

/** `of`: a line, or the id of a part of one line. */
export const entriesOfComment = (
  entries: PlanEntries,
  written: New,
  of: string,
  text: string,
): readonly PlanEntry[] =>
  entriesOfLine(entries, begun(written, COMMENT), { [COMMENT_OF]: of, [COMMENT_TEXT]: text })

/** The moment as it stands, under a name. */
export const entriesOfVersion = (entries: PlanEntries, written: New, name: string): readonly PlanEntry[] =>
  entriesOfLine(entries, begun(written, VERSION), { name, holds: standing(entries) })
