/** A country in, the texts that readers have of it out, the newest first. */
import type { PublicationBody, PublicPublication } from '../../publish/writing/publication-body.ts'
import { publicPublications } from '../../store/queries/public-publications.ts'
import type { SiteContext } from './views.ts'

export const publicationsOf = (
  { store }: Pick<SiteContext, 'store'>,
  country: string,
): Promise<readonly PublicPublication[]> => publicPublications<PublicationBody>(store, country)
