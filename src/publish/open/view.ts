/** What every file of open data is made from: public types alone, and the words of three languages. */
import type { Language } from '../../core/language.ts'
import type { Measure } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident, PublicProceeding } from '../../core/public-record.ts'
import type { PublicRecommendation } from '../../core/recommendation/recommendation.ts'
import { href } from '../links.ts'
import type { Face } from '../views.ts'
import type { Extent } from './extent.ts'

export type OpenView = {
  readonly extent: Extent
  readonly faces: Readonly<Record<Language, Face>>
  readonly packs: ReadonlyMap<string, Pack>
  /** By date, then id. */
  readonly incidents: readonly PublicIncident[]
  readonly proceedings: readonly PublicProceeding[]
  /** The register; empty for a period or what is filtered. */
  readonly recommendations: readonly PublicRecommendation[]
  /** As the pages show them; empty for what is filtered. */
  readonly measures: readonly (Measure & { readonly country: string })[]
}

/** The page of an incident that a reader is sent to. */
export const pageOf = (view: Pick<OpenView, 'faces'>, id: string, language: Language = 'en'): string =>
  href(view.faces[language].site, language, { kind: 'incident', id })
