/** A quarter asked for in, its country update as a manuscript that leaves the site out; null when there is no such page. */
import type { Language } from '../../core/language.ts'
import { servedAt } from '../../publish/links.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import { updateManuscript } from '../../publish/manuscript/update.ts'
import { faceOf, type SiteContext, updateView } from './views.ts'

export type Asked = {
  readonly language: Language
  readonly country: string
  readonly period: string
  /** Of the site; empty: nobody knows where it stands, and notes name records by their ids. */
  readonly origin: string
}

export async function updatePaper(context: SiteContext, asked: Asked): Promise<Manuscript | null> {
  const { language, country, period, origin } = asked
  const view = await updateView(context, faceOf(context, language, servedAt(origin)), { country, period })
  if (!view) return null
  const manuscript = updateManuscript(view)
  if (origin !== '') return manuscript
  return { ...manuscript, notes: manuscript.notes.map((note) => ({ ...note, href: null })) }
}
