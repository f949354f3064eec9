/** The laws that a time used in, its legal chapter out: standards, provisions with their penalties and uses, bills, analyses. */
import type { Bill } from '../../core/bill.ts'
import type { LegalPenalty, Provision } from '../../core/pack.ts'
import { parsePartialDate } from '../../core/partial-date.ts'
import type { Standard } from '../../core/standard.ts'
import { matching } from '../filter.ts'
import { said } from '../grammar/slots.ts'
import { inTime, uncapital } from '../grammar/time.ts'
import { provisionIn, usesOf } from '../laws.ts'
import type { Material } from '../manuscript/kinds.ts'
import type { Block, Section, Sentence } from '../manuscript/manuscript.ts'
import { writtenIn } from '../telling/when.ts'
import { analysisBox, wordsOf } from './analyses.ts'
import { outcomesOf } from './chapters.ts'
import { singles } from './lead.ts'
import { bondTo, heading, paragraph, points, rows, sentence } from './sentences.ts'

/** What a standard protects, and what limits it allows. */
export const standardSentences = (one: Standard, view: Pick<Material, 'tell'>): readonly Sentence[] => [
  sentence(
    `standard:${one.id}`,
    said(view.tell, 'law.standard', {
      ...{ name: wordsOf(one.name, view), says: uncapital(wordsOf(one.protects, view)) },
    }),
    bondTo('standard', one.id),
  ),
  sentence(`standard:${one.id}:allows`, wordsOf(one.allows, view), bondTo('standard', one.id)),
]

export function lawChapter(view: Material): Section {
  const { tell, pack, codebook, analyses } = view
  const standards = [...codebook.standards.values()].filter((one) => one.binds[pack.id] !== undefined)
  const uses = usesOf(singles(view.incidents))
  const bills = billsOf(view)
  const titled = (key: string, blocks: readonly Block[]): readonly Block[] =>
    blocks.length === 0 ? [] : [heading(said(tell, key)), ...blocks]
  return {
    ...{ id: 'law', title: said(tell, 'title.law'), aside: null },
    blocks: [
      ...titled(
        'title.international',
        standards.flatMap((one) =>
          paragraph(standardSentences(one, view)).concat(points(readingSentences(one, view))),
        ),
      ),
      ...titled(
        'title.national',
        uses.flatMap((use) => {
          const provision = pack.provisions.get(use.provision)
          return provision ? paragraph(provisionSentences(provision, use, view)) : []
        }),
      ),
      ...titled(
        'title.bills',
        bills.flatMap((one) => billBlocks(one, view)),
      ),
      ...titled(
        'title.analyses',
        analyses.length > 0
          ? analyses.map((one) => analysisBox(one, view))
          : paragraph([sentence('analysis:none', said(tell, 'analysis.none'))]),
      ),
    ],
  }
}

/** Each with how sure we are of it: a reader who cites it looks it up. */
export const readingSentences = (standard: Standard, view: Pick<Material, 'tell'>): readonly Sentence[] =>
  standard.readings.map(({ id, where, says, certainty }) =>
    sentence(
      `standard:${standard.id}:${id}`,
      said(view.tell, 'law.reading', {
        ...{ where: wordsOf(where, view), says: wordsOf(says, view) },
        certainty: uncapital(said(view.tell, `certainty.${levelOf(certainty)}`)),
      }),
      bondTo('standard', standard.id),
    ),
  )

function provisionSentences(
  provision: Provision,
  use: { readonly stated: number; readonly inferred: number },
  view: Material,
): readonly Sentence[] {
  const { tell, pack, period } = view
  const law = provisionIn(provision, pack, view)
  const title = provision.title[tell.language]
  const bonds = bondTo('law', provision.id)
  const when = inTime({ from: period.from, to: period.to, precision: 'month' }, tell)
  const counted = { when, n: use.stated + use.inferred, inferred: use.inferred }
  return [
    sentence(
      `law:${provision.id}:what`,
      title === null ? said(tell, 'law.untitled', { law }) : said(tell, 'law.provision', { law, title }),
      bonds,
    ),
    ...provision.penalties
      .filter((one) => (one.from ?? '') <= period.to && (one.to ?? '9') >= period.from)
      .map((one, at) => sentence(`law:${provision.id}:penalty:${at}`, penaltySentence(one, view), bonds)),
    sentence(
      `law:${provision.id}:used`,
      said(tell, use.inferred > 0 ? 'law.used' : 'law.used-stated', counted),
      [...bonds, rows({ country: pack.id, period: period.id }, { law: provision.id })],
    ),
    sentence(
      `law:${provision.id}:outcomes`,
      said(tell, 'law.outcomes', {
        list: outcomesOf(matching(singles(view.incidents), { law: provision.id }, pack), view),
      }),
      [...bonds, rows({ country: pack.id, period: period.id }, { law: provision.id })],
    ),
    ...provision.changes.map((one, at) =>
      sentence(`law:${provision.id}:change:${at}`, changeSentence(one, view), bonds),
    ),
    sentence(
      `law:${provision.id}:doubt`,
      said(tell, 'law.doubt', {
        certainty: uncapital(said(tell, `certainty.${levelOf(provision.certainty.provision)}`)),
      }),
      bonds,
    ),
  ]
}

const LEVELS = ['report', 'verified', 'recalled', 'unknown'] as const
const levelOf = (certainty: string | null): (typeof LEVELS)[number] =>
  LEVELS.find((one) => certainty?.startsWith(one)) ?? 'unknown'

/** What happened to the provision, as the pack has it: each change with how sure we are of it. */
function changeSentence(
  { date, event, certainty }: Provision['changes'][number],
  { tell }: Pick<Material, 'tell'>,
): string {
  return said(tell, tell.language === 'en' ? 'law.change' : 'law.change-english', {
    ...{ when: writtenIn(date, tell), text: event },
    certainty: uncapital(said(tell, `certainty.${levelOf(certainty)}`)),
  })
}

function penaltySentence({ from, to, text }: LegalPenalty, { tell }: Material): string {
  const [a, b] = [from === null ? null : writtenIn(from, tell), to === null ? null : writtenIn(to, tell)]
  const key = a !== null && b !== null ? 'span' : a !== null ? 'from' : b !== null ? 'until' : 'in-force'
  const when = uncapital(said(tell, `law.${key}`, { a: a ?? '', b: b ?? '' }))
  return said(tell, tell.language === 'en' ? 'law.penalty' : 'law.penalty-english', { when, text })
}

/** Bills with a step in the time, in the order of the pack. */
export const billsOf = ({ pack, period }: Pick<Material, 'pack' | 'period'>): readonly Bill[] =>
  [...pack.bills.values()].filter((one) =>
    one.steps.some(({ date }) => {
      const day = date === null ? null : parsePartialDate(date)
      return day?.from && day.to && day.from <= period.to && day.to >= period.from
    }),
  )

/** Steps within a sentence, then what it changes and who objects, as those who wrote it down said. */
export function billBlocks(bill: Bill, view: Pick<Material, 'tell' | 'words' | 'pack'>): readonly Block[] {
  const { tell } = view
  const bonds = bondTo('bill', bill.id)
  const clauses = bill.clauses.map((one) =>
    sentence(
      `bill:${bill.id}:${one.id}`,
      said(tell, 'law.standard', { name: wordsOf(one.about, view), says: wordsOf(one.now, view) }),
      bonds,
    ),
  )
  const objections = bill.objections.map((one, at) => {
    const who = one.by
      .map((id) => view.pack.organisations.get(id))
      .flatMap((body) => (body ? [body.name] : []))
    return sentence(
      `bill:${bill.id}:objection:${at + 1}`,
      said(tell, 'bill.objection', {
        ...{
          who: who.map((name) => name[tell.language] ?? name.en).join(', '),
          text: wordsOf(one.text, view),
        },
      }),
      bonds,
    )
  })
  return [...paragraph([billSentence(bill, view)]), ...points([...clauses, ...objections])]
}

/** `place`: where in the text it stands, so that a bill told twice has two sentences. */
export function billSentence(
  bill: Bill,
  { tell, words }: Pick<Material, 'tell' | 'words'>,
  place = 'bill',
): Sentence {
  const steps = bill.steps.map(({ stage, date }) =>
    said(tell, 'bill.step', {
      ...{ stage: uncapital(words.t(`bill.stage.${stage}`)) },
      when: date === null ? said(tell, 'cell.unknown') : writtenIn(date, tell),
    }),
  )
  const text = said(tell, 'bill.steps', {
    ...{ title: wordsOf(bill.title, { tell }), steps: steps.map(uncapital).join('; ') },
  })
  return sentence(`${place}:${bill.id}`, text, bondTo('bill', bill.id))
}
