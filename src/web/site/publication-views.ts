/** A text asked for in, the view that its page and its files need out: frozen words, and notes made of the public records of today. */
import type { Page } from '../../publish/links.ts'
import { citeFile } from '../../publish/manuscript/cite-files.ts'
import { citeThis, cslOfPublication, cslOfSources } from '../../publish/manuscript/cite-this.ts'
import type { AddressOf } from '../../publish/manuscript/kinds.ts'
import { sentencesIn } from '../../publish/manuscript/manuscript.ts'
import { signatoriesSection } from '../../publish/manuscript/signatories.ts'
import type { Face, PublicationsView, PublicationView } from '../../publish/views.ts'
import type { PublicationBody } from '../../publish/writing/publication-body.ts'
import { publicPublication, publicPublications } from '../../store/queries/public-publications.ts'
import { recordsUnder, withNotes } from '../../usecases/drafting/with-notes.ts'
import { papersHere, setManuscript } from '../../usecases/set-manuscript.ts'
import { keptFile } from './made-files.ts'
import type { Made } from './open-file.ts'
import { publicationsOf } from './publications-of.ts'
import { faceOf, type SiteContext } from './views.ts'

export async function publicationView(
  context: SiteContext,
  face: Face,
  { id }: { readonly id: string },
  addressOf: AddressOf = (page) => face.site.address(face.words.language, page, 'html'),
): Promise<PublicationView | null> {
  const body = await publicPublication<PublicationBody>(context.store, id)
  if (!body) return null
  const { request } = body
  const incidents = await recordsUnder(context.store, body.manuscript, request)
  const pack = context.knowledge.packs.get(request.country ?? incidents[0]?.country ?? '') ?? null
  const own = faceOf(context, body.language, face.site)
  const manuscript = pack
    ? await withNotes(context.store, body.manuscript, { ...own, pack, incidents }, addressOf)
    : body.manuscript
  const { signatures } = body
  const signed = signatures
    ? { ...manuscript, sections: [...manuscript.sections, signatoriesSection(signatures, own)] }
    : manuscript
  const all = await publicPublications<PublicationBody>(context.store)
  const last = body.corrections.at(-1)
  const url = face.site.whole(body.language, { kind: 'publication', id }, 'html')
  const edition = { version: body.corrections.length + 1, day: last?.on ?? body.published, url }
  const sources = [
    ...new Set(sentencesIn(manuscript.sections).flatMap((one) => one.bonds.map((bond) => bond.id))),
  ].flatMap((one) => incidents.find((incident) => incident.id === one)?.sources ?? [])
  return {
    ...{ ...face, body, manuscript: signed, pack },
    cited: citeThis(manuscript, sources, edition, own.words),
    citations: [
      cslOfPublication(id, manuscript, sources, edition, body.language),
      ...cslOfSources(sources, body.language),
    ],
    beside: all.filter((one) => one.group === body.group && one.id !== id),
    typesets: (await papersHere()).includes('pdf'),
  }
}

export async function publicationsView(
  context: SiteContext,
  face: Face,
  { country }: { readonly country: string },
): Promise<PublicationsView | null> {
  const pack = context.knowledge.packs.get(country)
  if (!pack) return null
  return { ...face, pack, publications: await publicationsOf(context, country) }
}

/** Not kept: it is made of what the page is made of, in no time. */
export async function publicationCitation(
  context: SiteContext,
  face: Face,
  { id, format }: Page & { readonly kind: 'publication-cite' },
): Promise<Made | null> {
  const view = await publicationView(context, face, { id })
  return view && citeFile(view.citations, format)
}

/** Set anew when any public record changes, or the text itself. */
export async function publicationPaper(
  context: SiteContext,
  face: Face,
  { id, paper }: Page & { readonly kind: 'publication-paper' },
): Promise<Made | null> {
  const addressOf: AddressOf = (page) => face.site.whole(face.words.language, page, 'html')
  const view = await publicationView(context, face, { id }, addressOf)
  if (!view) return null
  const { words } = faceOf(context, view.body.language, face.site)
  const colophon = [...view.manuscript.colophon, view.cited]
  const manuscript = { ...view.manuscript, colophon }
  return keptFile(context, `${paper} ${JSON.stringify(manuscript)}`, async () => {
    const { type, bytes } = await setManuscript(manuscript, paper, { words, paint: context.paint })
    return { type, body: bytes }
  })
}
