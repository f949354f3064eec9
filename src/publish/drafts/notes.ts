/** What sentences rest on in, a note for each out: who says so, and where a reader can see it. */
import { labelIn } from '../../core/language.ts'
import { matching } from '../filter.ts'
import { said } from '../grammar/slots.ts'
import { provisionIn } from '../laws.ts'
import type { Page } from '../links.ts'
import { citing } from '../manuscript/cite.ts'
import type { AddressOf, Material } from '../manuscript/kinds.ts'
import type { Bond, Note } from '../manuscript/manuscript.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'
import { rowsOf } from './rows.ts'

/** Whatever of a material may be cited; a kind that has none of something leaves it out. */
export type Cited = Face &
  Pick<Material, 'pack' | 'incidents'> &
  Partial<Pick<Material, 'proceedings' | 'ratings' | 'analyses'>>

export function notesOf(order: readonly Bond[], view: Cited, addressOf: AddressOf): readonly Note[] {
  const cite = citing(view.words, view.tell)
  const incidents = new Map(view.incidents.map((one) => [one.id, one]))
  return order.map((bond, index) => {
    const number = index + 1
    const page = pageOf(bond, view)
    const own = incidents.get(bond.id)
    const citations =
      bond.kind === 'incident'
        ? [...new Set((own?.sources ?? []).map((source) => cite(number, source)))]
        : toldOf(bond, view)
    return { number, citations, href: page === null ? linkOf(bond, view) : addressOf(page), bond }
  })
}

function pageOf(bond: Bond, { pack, proceedings, analyses }: Cited): Page | null {
  const country = pack.id
  switch (bond.kind) {
    case 'incident':
      return { kind: 'incident', id: bond.id }
    case 'person':
      return { kind: 'person', id: bond.id }
    case 'law':
      return { kind: 'law', country, provision: bond.id }
    case 'bill':
      return { kind: 'bill', country, id: bond.id }
    case 'rating':
      return { kind: 'rating', country }
    case 'measure': {
      const { period, filter } = rowsOf(bond.id)
      return { kind: 'incidents', country, period, filter, page: 1 }
    }
    case 'proceeding': {
      const found = proceedings?.find((one) => one.id === bond.id)?.person
      return found?.kind === 'named' ? { kind: 'person', id: found.id } : null
    }
    case 'analysis': {
      const of = analyses?.find((one) => one.id === bond.id)?.of
      if (!of) return null
      return 'incident' in of
        ? { kind: 'incident', id: of.incident }
        : pack.provisions.has(of.law)
          ? { kind: 'law', country, provision: of.law }
          : null
    }
    case 'standard':
    case 'testimony':
    case 'recommendation':
      return null
  }
}

const linkOf = ({ kind, id }: Bond, { codebook }: Cited): string | null =>
  kind === 'standard' ? (codebook.standards.get(id)?.source.url ?? null) : null

function toldOf({ kind, id }: Bond, view: Cited): readonly string[] {
  const { tell, words, pack, codebook } = view
  switch (kind) {
    case 'law': {
      const provision = pack.provisions.get(id)
      const act = provision && pack.acts.get(provision.act)
      if (!provision) return []
      return [act ? `${provisionIn(provision, pack, view)}. ${labelIn(act.title, words.language).text}` : id]
    }
    case 'bill': {
      const bill = pack.bills.get(id)
      return [...new Set((bill?.steps ?? []).flatMap((one) => one.source ?? []))]
    }
    case 'standard': {
      const standard = codebook.standards.get(id)
      if (!standard) return []
      const name = labelIn(standard.name, words.language).text
      return [said(tell, 'note.standard', { name, title: standard.source.title })]
    }
    case 'measure': {
      const { filter } = rowsOf(id)
      const single = view.incidents.filter((one) => one.fields.kind !== 'aggregate')
      return [said(tell, 'note.rows', { n: matching(single, filter, pack).length })]
    }
    case 'proceeding':
      return [said(tell, 'note.proceeding')]
    case 'rating': {
      const now = view.ratings?.now
      return now ? [said(tell, 'note.rating', { method: now.method, hash: now.inputs.slice(0, 16) })] : []
    }
    case 'analysis': {
      const found = view.analyses?.find((one) => one.id === id)
      return found ? [said(tell, 'note.analysis', { id, when: dayIn(found.on, words.language) })] : []
    }
    case 'incident':
    case 'person':
    case 'testimony':
    case 'recommendation':
      return []
  }
}
