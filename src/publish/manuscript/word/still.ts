/** A packed file in, the same without clock, chance or a sign that no word processor would open out: the same words give the same bytes, in a copy of the site too. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { inXml } from '../../../core/in-xml.ts'

/** Every zip must name a day, and this is the first that one can. */
const NO_DAY = '1980-01-01T00:00:00'
/** As the package names what a file leads to: by chance. */
const BY_CHANCE = /\brId[a-z0-9_-]{15,}/g

export function still(bytes: Uint8Array): Uint8Array {
  const names = new Map<string, string>()
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `rIdAway${names.size + 1}`
    names.set(id, name)
    return name
  }
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]): [string, Uint8Array] => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, part]
    const text = inXml(strFromU8(part))
      .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replace(BY_CHANCE, nameOf)
    return [path, strToU8(text)]
  })
  return zipSync(Object.fromEntries(parts), { mtime: NO_DAY })
}
