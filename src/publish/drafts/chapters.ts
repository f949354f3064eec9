/** The incidents of a time in, a chapter for each freedom and one of good news out: what they come to, then each by date. */
import type { PublicIncident } from '../../core/public-record.ts'
import { FREEDOMS } from '../../core/values.ts'
import { matching } from '../filter.ts'
import { said } from '../grammar/slots.ts'
import { uncapital } from '../grammar/time.ts'
import { provisionIn, usesOf } from '../laws.ts'
import type { Block, Section, Sentence } from '../manuscript/manuscript.ts'
import { patchOf } from '../quilt/patch.ts'
import { numberIn } from '../telling/pattern.ts'
import type { Counting } from './counting.ts'
import { singles } from './lead.ts'
import { bondTo, paragraph, rows, sentence } from './sentences.ts'
import { outcomeIn } from './tables.ts'

export const CHAPTERS = [...FREEDOMS, 'positive'] as const
export type ChapterId = (typeof CHAPTERS)[number]

/** Each incident stands once: good news apart, the rest under the first freedom it touches. */
export function chapterOf(incident: PublicIncident, view: Pick<Counting, 'codebook'>): ChapterId {
  if (patchOf(incident, view.codebook).gravity === 'star') return 'positive'
  const own = incident.fields.freedoms.map((shown) => shown.value)
  return FREEDOMS.find((freedom) => own.includes(freedom)) ?? 'other'
}

/** `told`: what stands in it of the incidents themselves. */
export function chaptersOf(
  incidents: readonly PublicIncident[],
  view: Counting,
  told: (id: ChapterId, own: readonly PublicIncident[]) => readonly Block[],
): readonly Section[] {
  const byChapter = Map.groupBy(incidents, (one) => chapterOf(one, view))
  return CHAPTERS.flatMap((id) => {
    const own = byChapter.get(id) ?? []
    if (own.length === 0) return []
    return [
      {
        ...{ id, title: view.words.t(`face.section.${id}`) },
        aside: view.words.t('face.incidents', { n: own.length }),
        blocks: told(id, own),
      },
    ]
  })
}

const MOST_LAWS = 4

/** What all incidents that touch this freedom come to; good news touches all of them. */
export const chapterIntro = (id: ChapterId, view: Counting): readonly Block[] =>
  id === 'positive' ? [] : paragraph([outcomesSentence(id, view), lawsSentence(id, view)])

const partIn = (what: string, n: number, { tell }: Counting): string =>
  said(tell, 'chapter.part', { what, n: numberIn(tell, n) })

/** The gravest known outcomes of these incidents, the most frequent first, each with how many. */
export const outcomesOf = (some: readonly PublicIncident[], view: Counting): string =>
  [...Map.groupBy(some, (one) => patchOf(one, view.codebook).gravity)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([gravity, own]) => uncapital(partIn(outcomeIn(gravity, view), own.length, view)))
    .join('; ')

function outcomesSentence(freedom: string, view: Counting): Sentence {
  const all = matching(singles(view.incidents), { freedom }, view.pack)
  return sentence(
    `chapter:${freedom}:outcomes`,
    said(view.tell, 'chapter.outcomes', { n: all.length, list: outcomesOf(all, view) }),
    [rows({ country: view.pack.id, period: view.period.id }, { freedom })],
  )
}

function lawsSentence(freedom: string, view: Counting): Sentence {
  const uses = usesOf(matching(singles(view.incidents), { freedom }, view.pack)).slice(0, MOST_LAWS)
  const laws = uses.flatMap(({ provision, stated, inferred }) => {
    const found = view.pack.provisions.get(provision)
    return found ? [partIn(provisionIn(found, view.pack, view), stated + inferred, view)] : []
  })
  const id = `chapter:${freedom}:laws`
  return laws.length === 0
    ? sentence(id, said(view.tell, 'chapter.no-law'))
    : sentence(
        id,
        said(view.tell, 'chapter.laws', { list: laws.join('; ') }),
        bondTo('law', ...uses.map((one) => one.provision)),
      )
}
