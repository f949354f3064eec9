/** A publication and its sources as citations in, a file for reference managers out. */
import { bibtex } from '../open/cite/bibtex.ts'
import type { CslItem } from '../open/cite/csl.ts'
import { ris } from '../open/cite/ris.ts'

/** CSL-JSON, BibTeX, RIS. */
export const CITE_FORMATS = ['csl', 'bib', 'ris'] as const
export type CiteFormat = (typeof CITE_FORMATS)[number]

const TYPES = {
  csl: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
} as const

export function citeFile(
  items: readonly CslItem[],
  format: CiteFormat,
): { readonly type: string; readonly body: string } {
  const body =
    format === 'csl' ? JSON.stringify(items, null, 1) : format === 'bib' ? bibtex(items) : ris(items)
  return { type: TYPES[format], body }
}
