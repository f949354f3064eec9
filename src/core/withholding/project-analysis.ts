/** A legal analysis that its lawyer decided to be public in, the same for readers out; null where its words would name somebody. */
import type { AnalysisBody, PublicAnalysis } from '../analysis.ts'
import { wordsOfAnalysis } from '../analysis.ts'
import { forbiddenTokens, holdsForbidden } from './allowed.ts'
import { asPublic } from './project.ts'

/**
 * An analysis reasons about a law or an incident and names nobody: who may be named is told by the incident, under its own
 * rules. `names`: of everybody on record and in the incident, each word that is no place or body.
 */
export function namesSomebody(
  body: Pick<AnalysisBody, 'steps' | 'asks' | 'author'>,
  names: readonly string[],
): boolean {
  const forbidden = forbiddenTokens(
    names.map((name) => ({ name })),
    [],
  )
  // Written as a name: in Kazakh many a name is also a word of the law, such as that for justice or for an aim.
  return wordsOfAnalysis(body).some((text) =>
    [...text.matchAll(CAPITALISED)].some(([word]) => holdsForbidden(word, forbidden)),
  )
}
const CAPITALISED = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*(?:['’ʼ`-][\p{L}\p{M}]+)*/gu

export const projectAnalysis = (
  body: AnalysisBody,
  on: string,
  names: readonly string[],
): PublicAnalysis | null => (namesSomebody(body, names) ? null : asPublic({ ...body, on }))
