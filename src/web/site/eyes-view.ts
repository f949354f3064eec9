/** A country in, what the page needs out on which a reader compares own words with public cases; null where there is no such country. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { labelIn } from '../../core/language.ts'
import type { Standard } from '../../core/standard.ts'
import { lawIn, provisionIn } from '../../publish/laws.ts'
import type { Page } from '../../publish/links.ts'
import type { EyesLawView, EyesView } from '../../publish/pages/eyes.ts'
import type { Face } from '../../publish/views.ts'
import { eyesFor } from '../../usecases/eyes.ts'
import { comparingForBrowsers } from '../islands/bundled.ts'
import { cardInOne } from './card-views.ts'
import type { SiteContext } from './views.ts'

const island = readFileSync(new URL('../islands/eyes.js', import.meta.url), 'utf8')
const script = `(() => {\n${comparingForBrowsers()}\n${island}})()\n`
const hash = createHash('sha256').update(script).digest('base64')

export async function eyesView(
  context: SiteContext,
  face: Face,
  { country }: Page & { kind: 'eyes' },
): Promise<EyesView | null> {
  const { store, knowledge } = context
  const [pack, eyes] = [knowledge.packs.get(country), await eyesFor(store, knowledge, country)]
  if (!pack || !eyes) return null
  const { index, incidents } = eyes
  const standards = [...knowledge.codebook.standards.values()].filter(
    (one) => one.binds[country] !== undefined,
  )
  const cards = new Map<string, EyesLawView['card']>()
  for (const { provision } of eyes.laws)
    if (provision !== null) cards.set(provision, await cardInOne(context, face, pack, provision))
  const laws = eyes.laws.map(({ provision, code }, at): EyesLawView => {
    const cases = index.cases.flatMap((one, n) => (one.laws.includes(at) ? [n] : []))
    const touch = (freedom: string): number =>
      cases.filter((n) => incidents[n]?.fields.freedoms.some(({ value }) => value === freedom)).length
    const known = provision === null ? undefined : pack.provisions.get(provision)
    const name = known
      ? provisionIn(known, pack, face)
      : lawIn({ code, article: null, part: null, name: null }, face)
    // What at least half of its cases touch: every right that one of them met would say nothing of the law.
    const protects = (one: Standard): boolean => touch(one.freedom) * 2 >= cases.length
    return {
      ...{ provision: known ? provision : null, name, cases, standards: standards.filter(protects) },
      title: known ? labelIn(known.title, face.words.language).text : null,
      card: cards.get(provision ?? '') ?? null,
    }
  })
  return { ...face, pack, index, laws, incidents, script, hash }
}
