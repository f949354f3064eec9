/** A view in, the public records as one JSON out: everything that the pages show, with every source and every disagreement. */
import { extentName } from './extent.ts'
import { LICENCE } from './licence.ts'
import type { OpenView } from './view.ts'

export const recordsJson = ({ extent, faces, incidents, proceedings, measures }: OpenView): unknown => ({
  extent: extentName(extent),
  filter: 'filter' in extent ? extent.filter : {},
  licence: LICENCE,
  codebook: faces.en.codebook.version,
  incidents,
  proceedings,
  measures,
})
