/** A lesson kit asked for in, the view of its page and its files out, with what the public records say of its people today. */
import { publicCourse } from '../../core/cases/journey.ts'
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { Kit, KitLine, KitPerson } from '../../core/teach/kit.ts'
import { provisionIn } from '../../publish/laws.ts'
import type { Page } from '../../publish/links.ts'
import { kitManuscript } from '../../publish/manuscript/of-kit.ts'
import type { KitsView, KitView } from '../../publish/pages/kit.ts'
import { stagesIn } from '../../publish/telling/standing.ts'
import { titleOf } from '../../publish/telling/title.ts'
import type { Face } from '../../publish/views.ts'
import { publicIncident } from '../../store/queries/public.ts'
import { publicProceedingsFor } from '../../store/queries/public-proceedings.ts'
import { publicLessons } from '../../store/queries/public-state.ts'
import { kitLeaf } from '../../teach/kit/assemble.ts'
import { papersHere, setManuscript } from '../../usecases/set-manuscript.ts'
import { cardsOn } from './card-views.ts'
import { keptFile } from './made-files.ts'
import type { Made } from './open-file.ts'
import { personView } from './thing-views.ts'
import type { SiteContext } from './views.ts'

/** Named as their own page names them, and only while they have one. */
async function personNow(
  context: SiteContext,
  face: Face,
  pack: Pack,
  id: string,
): Promise<KitPerson | null> {
  const view = await personView(context, face, { kind: 'person', id })
  if (!view) return null
  const course = publicCourse(id, await publicProceedingsFor(context.store, id))
  const standing = stagesIn(course, pack, face)
  return {
    id,
    name: labelIn(view.name, face.words.language).text,
    standing: standing === '' ? null : standing,
  }
}

/** Null: one of the records is not public today. */
async function recordsOf(
  context: SiteContext,
  face: Face,
  pack: Pack,
  kit: Kit,
): Promise<readonly KitLine[] | null> {
  const { codebook, tell, words, site } = face
  const lines: KitLine[] = []
  for (const id of kit.incidents) {
    const one = await publicIncident(context.store, id)
    const address = site.whole(words.language, { kind: 'incident', id }, 'html')
    if (!one) return null
    lines.push({
      ...{ lead: id, text: titleOf(one, codebook, tell), link: { kind: 'incident', id } },
      address: address ?? undefined,
    })
  }
  for (const id of kit.laws) {
    const one = pack.provisions.get(id)
    if (!one) continue
    const [card] = await cardsOn(context, face, pack, id)
    lines.push({
      ...{ lead: provisionIn(one, pack, face), text: labelIn(one.title, words.language).text },
      link: card ? { kind: 'law-card', id: card.id } : { kind: 'law', id },
    })
  }
  for (const id of kit.standards) {
    const one = codebook.standards.get(id)
    if (one)
      lines.push({
        lead: labelIn(one.name, words.language).text,
        text: labelIn(one.protects, words.language).text,
      })
  }
  return lines
}

type KitAsked = Pick<Page & { readonly kind: 'kit' }, 'country' | 'id' | 'reader'>

export async function kitView(context: SiteContext, face: Face, asked: KitAsked): Promise<KitView | null> {
  const pack = context.knowledge.packs.get(asked.country)
  const kit = pack?.kits.get(asked.id)
  if (!pack || !kit) return null
  // A story gives away who it is about, name or no name: without the person or a record there is no lesson.
  const records = await recordsOf(context, face, pack, kit)
  const persons: KitPerson[] = []
  for (const id of kit.persons) {
    const person = await personNow(context, face, pack, id)
    if (person) persons.push(person)
  }
  if (records === null || persons.length < kit.persons.length) return null
  const leaf = kitLeaf({
    ...{ kit, persons, reader: asked.reader, country: pack.id, words: face.words },
    countryName: labelIn(pack.name, face.words.language).text,
    records,
    taught: (await publicLessons(context.store, pack.id))[kit.id] ?? null,
    address: face.site.whole(face.words.language, { ...asked, kind: 'kit' }, 'html'),
  })
  return { ...face, pack, leaf, typesets: (await papersHere()).includes('pdf') }
}

export async function kitsView(
  context: SiteContext,
  face: Face,
  { country }: Pick<KitAsked, 'country'>,
): Promise<KitsView | null> {
  const pack = context.knowledge.packs.get(country)
  if (!pack) return null
  const kits = []
  for (const id of pack.kits.keys()) {
    const view = await kitView(context, face, { country, id, reader: 'facilitator' })
    if (view) kits.push(view.leaf)
  }
  return { ...face, pack, kits: kits.map(({ id, title, one, facts }) => ({ id, title, one, facts })) }
}

/** Set anew when the standing of a person, a record or the kit changes: the leaf holds all of it. */
export async function kitPaper(
  context: SiteContext,
  face: Face,
  page: Page & { readonly kind: 'kit-paper' },
): Promise<Made | null> {
  const view = await kitView(context, face, page)
  if (!view) return null
  return keptFile(context, `${page.paper} ${JSON.stringify(view.leaf)}`, async () => {
    const { type, bytes } = await setManuscript(kitManuscript(view.leaf), page.paper, {
      ...{ words: face.words, paint: context.paint },
    })
    return { type, body: bytes }
  })
}
