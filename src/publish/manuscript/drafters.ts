/** A kind in, what drafts it out. */
import { briefingManuscript } from '../drafts/briefing.ts'
import { caseManuscript } from '../drafts/case.ts'
import { letterManuscript } from '../drafts/letter.ts'
import { ratingManuscript } from '../drafts/rating.ts'
import { statementManuscript } from '../drafts/statement.ts'
import { submissionManuscript } from '../drafts/submission.ts'
import { watchlistManuscript } from '../drafts/watchlist.ts'
import type { Drafter, Kind } from './kinds.ts'
import { updateManuscript } from './update.ts'

export const DRAFTERS: Readonly<Record<Kind, Drafter>> = {
  update: updateManuscript,
  briefing: briefingManuscript,
  case: caseManuscript,
  watchlist: watchlistManuscript,
  rating: ratingManuscript,
  submission: submissionManuscript,
  statement: statementManuscript,
  letter: letterManuscript,
}
