/** Counts of people in, one sentence that tells the largest by act out, each with its range: units are never mixed. */
import { said } from '../grammar/slots.ts'
import type { Sentence } from '../manuscript/manuscript.ts'
import { agree, capital, fill, listIn, pattern } from '../telling/pattern.ts'
import { peopleIn } from '../telling/who.ts'
import type { Counting } from './counting.ts'
import { rows, sentence } from './sentences.ts'

/** What is done to a body or a life; acts on papers are not told by people. */
const TOLD = [
  ...(['killing', 'detention', 'arrest', 'administrative_detention', 'imprisonment'] as const),
  ...(['fine', 'criminal_case_opened'] as const),
]
const LEAST = 2

export function personsSentence({ measures, tell, pack, period }: Counting): readonly Sentence[] {
  const told = TOLD.flatMap((act) => {
    const found = measures.find(
      (one) => one.unit === 'persons' && one.slice?.facet === 'act' && one.slice.value === act,
    )
    const done = tell.acts[act]?.done
    if (!found || !done || found.certain < LEAST) return []
    const { certain: min, claimed: max } = found
    const people = peopleIn({ min, max, qualifier: min === max ? 'exact' : 'estimate' }, tell)
    if (!people) return []
    const be = tell.language === 'en' ? pattern(tell, 'be', people.n) : ''
    return [
      { act, isRange: min !== max, text: `${people.text} ${fill(agree(tell, done, people.n), { be })}` },
    ]
  })
  if (told.length === 0) return []
  const of = { country: pack.id, period: period.id }
  const list = listIn(
    tell,
    told.map((one) => one.text),
  )
  const bond = rows(of, { act: told.map((one) => one.act).join(',') })
  return [
    sentence('lead:persons', capital(said(tell, 'lead.persons', { list }), tell), [bond]),
    ...(told.some((one) => one.isRange)
      ? [sentence('lead:persons-doubt', said(tell, 'lead.persons-doubt'))]
      : []),
  ]
}
