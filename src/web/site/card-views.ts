/** A law card asked for in, the view that its page and its files need out: its words, how it stands, and what the public records say today. */
import { LANGUAGES, labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { isCarried } from '../../core/teach/card-files.ts'
import type { LawCard } from '../../core/teach/law-card.ts'
import type { CardLeaf } from '../../core/teach/leaf.ts'
import { asOfNow, type CardStanding, DRAFT } from '../../core/teach/standing.ts'
import { provisionIn } from '../../publish/laws.ts'
import type { Page } from '../../publish/links.ts'
import { billStanding } from '../../publish/sections/bill-standing.ts'
import { titleOf } from '../../publish/telling/title.ts'
import { writtenIn } from '../../publish/telling/when.ts'
import type { Face, LawCardsView, LawCardView } from '../../publish/views.ts'
import * as read from '../../store/queries/public.ts'
import { publicAnalyses, publicCards } from '../../store/queries/public-state.ts'
import { countersOfThing, pageOfThing } from '../../store/queries/public-things.ts'
import { cardLeaf, statusIn } from '../../teach/card/assemble.ts'
import type { CardGiven, CardUse } from '../../teach/card/given.ts'
import { thingCounts } from '../../usecases/measure/of-thing.ts'
import { papersHere } from '../../usecases/set-manuscript.ts'
import { setCard } from '../../usecases/teach/set-card.ts'
import { keptFile } from './made-files.ts'
import type { Made } from './open-file.ts'
import type { SiteContext } from './views.ts'

const EXAMPLES = 3

const standingIn = (
  all: Readonly<Record<string, CardStanding>>,
  card: LawCard,
  { words: { language } }: Face,
): CardStanding => asOfNow(all[`${card.id}/${language}`] ?? DRAFT, card.prints[language])

/** A copy goes from hand to hand and is not called back: it has no words of a card without a review that holds. */
const mayStandHere = ({ site }: Face, { state }: CardStanding): boolean =>
  site.isServed || state === 'reviewed'

/** In a copy a card that is reviewed in one language has its place in the others, and says that it is left out there. */
const hasPage = (all: Readonly<Record<string, CardStanding>>, card: LawCard, face: Face): boolean =>
  LANGUAGES.some((language) =>
    mayStandHere(face, asOfNow(all[`${card.id}/${language}`] ?? DRAFT, card.prints[language])),
  )
const leftOut = (leaf: CardLeaf, { words }: Face): CardLeaf => ({
  ...leaf,
  ...{ one: words.t('lawcard.copy'), sections: [], easy: [], reads: [] },
})

/** Cards on a provision that have a page here, for the pages that lead to them. */
export async function cardsOn(
  { store }: SiteContext,
  face: Face,
  pack: Pack,
  provision: string,
): Promise<readonly LawCard[]> {
  const own = [...pack.cards.values()].filter((one) => one.provisions.includes(provision))
  if (own.length === 0) return []
  const all = await publicCards(store, pack.id)
  return own.filter((one) => hasPage(all, one, face))
}

/** Of the first card on a provision its one sentence, where it may stand; null: no card has a page here. */
export async function cardInOne(
  context: SiteContext,
  face: Face,
  pack: Pack,
  provision: string,
): Promise<{ readonly id: string; readonly one: string | null; readonly isReviewed: boolean } | null> {
  const [card] = await cardsOn(context, face, pack, provision)
  if (!card) return null
  const standing = standingIn(await publicCards(context.store, pack.id), card, face)
  const one = mayStandHere(face, standing) ? card.one[face.words.language] : null
  return { id: card.id, one, isReviewed: standing.state === 'reviewed' }
}

/** A provision of the pack, or an act of the codebook where records name no provision. */
async function usesOf(
  { store }: SiteContext,
  face: Face,
  pack: Pack,
  card: LawCard,
): Promise<readonly CardUse[]> {
  const uses: CardUse[] = []
  for (const id of card.provisions) {
    const provision = pack.provisions.get(id)
    if (!provision) continue
    const counts = thingCounts(await countersOfThing(store, { kind: 'law', id, country: pack.id }))
    const split = counts.laws.find((one) => one.provision === id)
    uses.push({
      ...{ name: provisionIn(provision, pack, face), ...counts.all, link: { kind: 'law', id } },
      ...{ stated: split?.stated ?? 0, inferred: split?.inferred ?? 0 },
    })
  }
  for (const act of card.acts) {
    const term = face.codebook.acts.get(act)
    const name = term ? labelIn(term.label, face.words.language).text : act
    const count = await read.publicActCount(store, pack.id, act)
    uses.push({ name, ...count, stated: 0, inferred: 0, link: null })
  }
  return uses
}

async function examplesOf(
  { store }: SiteContext,
  { codebook, tell }: Face,
  pack: Pack,
  card: LawCard,
): Promise<CardGiven['examples']> {
  const own = []
  for (const id of card.provisions)
    own.push(
      ...(await pageOfThing(store, { kind: 'law', id, country: pack.id }, { limit: EXAMPLES, offset: 0 })),
    )
  return own
    .filter((one) => one.sure && one.incident.fields.kind !== 'aggregate')
    .slice(0, EXAMPLES)
    .map(({ incident }) => ({ id: incident.id, told: titleOf(incident, codebook, tell) }))
}

/** Bills on their way, or lately through, that would change a provision of the card or the act it is in. */
export function billsOf(card: LawCard, pack: Pack, face: Face): CardGiven['bills'] {
  const provisions = new Set(card.provisions)
  return [...pack.bills.values()]
    .filter((bill) => bill.clauses.some((one) => provisions.has(one.provision ?? '')))
    .map((bill) => {
      const { now, ahead } = billStanding(bill, pack, face)
      return { id: bill.id, title: labelIn(bill.title, face.words.language).text, stands: `${now}. ${ahead}` }
    })
}

type CardPage = { readonly country: string; readonly id: string }

export async function lawCardView(
  context: SiteContext,
  face: Face,
  page: CardPage,
): Promise<LawCardView | null> {
  const pack = context.knowledge.packs.get(page.country)
  const card = pack?.cards.get(page.id)
  if (!pack || !card) return null
  const all = await publicCards(context.store, pack.id)
  if (!hasPage(all, card, face)) return null
  const standing = standingIn(all, card, face)
  const about = new Set(card.provisions)
  const analyses = (await publicAnalyses(context.store, pack.id)).filter(
    ({ of }) => 'law' in of && about.has(of.law),
  )
  const { words, tell, codebook, site } = face
  const leaf = cardLeaf({
    ...{ card, pack, codebook, words, standing, analyses },
    uses: await usesOf(context, face, pack, card),
    examples: await examplesOf(context, face, pack, card),
    bills: billsOf(card, pack, face),
    provisions: card.provisions.flatMap((id) => {
      const one = pack.provisions.get(id)
      return one ? [`${provisionIn(one, pack, face)}: ${labelIn(one.title, words.language).text}`] : []
    }),
    when: (date) => writtenIn(date, tell),
    address: site.whole(words.language, { kind: 'law-card', country: pack.id, id: card.id }, 'html'),
    isExample: face.isExample === true,
  })
  const typesets = (await papersHere()).includes('pdf')
  const shown = mayStandHere(face, standing) ? leaf : leftOut(leaf, face)
  return { ...face, pack, card, leaf: shown, standing, typesets }
}

export async function lawCardsView(
  context: SiteContext,
  face: Face,
  { country }: Pick<CardPage, 'country'>,
): Promise<LawCardsView | null> {
  const pack = context.knowledge.packs.get(country)
  if (!pack) return null
  const all = await publicCards(context.store, country)
  const when = (date: string): string => writtenIn(date, face.tell)
  const cards = [...pack.cards.values()].map((card) => ({ card, standing: standingIn(all, card, face) }))
  return {
    ...{ ...face, pack },
    cards: cards
      .filter(({ standing }) => mayStandHere(face, standing))
      .map((one) => ({ ...one, status: statusIn(one.standing, { ...face, when }) })),
  }
}

/** Set anew when a record, the card or its review changes: the leaf holds all of it. Null: no such file, or none that may be carried. */
export async function lawCardFile(
  context: SiteContext,
  face: Face,
  page: Page & { readonly kind: 'law-card-file' },
): Promise<Made | null> {
  const view = await lawCardView(context, face, page)
  if (!view || (isCarried(page.file) && !view.leaf.mayBeCarried)) return null
  return keptFile(context, `${page.file} ${JSON.stringify(view.leaf)}`, () =>
    setCard(view.leaf, page.file, face.words),
  )
}
