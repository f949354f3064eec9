/** Files of open data in, kept for as long as no public record changes: a workbook of everything is made once, not for each who asks. */
import type { Site } from '../../publish/links.ts'
import { type Extent, extentPath } from '../../publish/open/extent.ts'
import type { OpenView } from '../../publish/open/view.ts'
import { publicVersion } from '../../store/queries/public-state.ts'
import { type Made, openFile } from './open-file.ts'
import { openView } from './open-view.ts'
import type { SiteContext } from './views.ts'

/** Bytes of files, and views, that are kept at most. */
const MOST_BYTES = 64_000_000
const MOST_VIEWS = 3

type Kept = {
  mark: string
  bytes: number
  readonly files: Map<string, Made>
  readonly views: Map<string, OpenView>
}
const byStore = new WeakMap<object, Kept>()

const sizeOf = ({ body }: Made): number =>
  typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength

/** A withdrawal empties it: whoever asks next gets what is public now. */
async function keptOf(context: SiteContext): Promise<Kept> {
  const mark = await publicVersion(context.store)
  const known = byStore.get(context.store)
  if (known?.mark === mark) return known
  const fresh: Kept = { mark, bytes: 0, files: new Map(), views: new Map() }
  byStore.set(context.store, fresh)
  return fresh
}

/** The extent under the address of the site: files name pages by whole addresses where there is an origin. */
const keyOf = (extent: Extent, site: Site): string =>
  JSON.stringify([
    extentPath(extent),
    'filter' in extent ? extent.filter : {},
    site.address('en', { kind: 'world' }, 'html'),
  ])

export async function madeFile(
  context: SiteContext,
  extent: Extent,
  name: string,
  site: Site,
): Promise<Made | null> {
  return keptFile(context, `${keyOf(extent, site)} ${name}`, async () => {
    const view = await viewOf(context, await keptOf(context), extent, site)
    return view && openFile(view, name)
  })
}

/** Any other file that is made of public records alone. */
export async function keptFile(
  context: SiteContext,
  key: string,
  make: () => Promise<Made | null>,
): Promise<Made | null> {
  const kept = await keptOf(context)
  const known = kept.files.get(key)
  if (known) return known
  const made = await make()
  if (made) keep(kept, key, made)
  return made
}

async function viewOf(
  context: SiteContext,
  kept: Kept,
  extent: Extent,
  site: Site,
): Promise<OpenView | null> {
  const key = keyOf(extent, site)
  const known = kept.views.get(key)
  if (known) return known
  const view = await openView(context, extent, site)
  if (view) {
    kept.views.set(key, view)
    for (const old of kept.views.keys()) if (kept.views.size > MOST_VIEWS) kept.views.delete(old)
  }
  return view
}

/** The oldest go first. */
function keep(kept: Kept, key: string, made: Made): void {
  kept.files.set(key, made)
  kept.bytes += sizeOf(made)
  for (const [old, file] of kept.files) {
    if (kept.bytes <= MOST_BYTES) return
    kept.files.delete(old)
    kept.bytes -= sizeOf(file)
  }
}

/** Bytes of a file, for the page that offers it. */
export async function fileSize(
  context: SiteContext,
  extent: Extent,
  name: string,
  site: Site,
): Promise<number | null> {
  const made = await madeFile(context, extent, name, site)
  return made && sizeOf(made)
}
