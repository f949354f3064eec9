/** Protected people in; recommendations that name them out, let out to readers, with a name in every field that holds words, and a grade that rests on one. */
import { fullName, type Invented } from './people.ts'

type Line = Readonly<Record<string, unknown>>
const WRITER = { by: 'case-writer', at: '2026-11-12T11:00:00Z' }

/** The first may be read without its words; of the others nothing may. */
export const demandsOf = (
  subjects: readonly Invented[],
  others: readonly Invented[],
  incident: string,
): readonly Line[] => {
  const [subject, other] = [subjects[0] as Invented, others[0] as Invented]
  const [en, ru, kk] = [fullName(subject, 'en'), fullName(subject, 'ru'), fullName(other, 'kk')]
  const plain = { en: 'Repeal article 274', ru: 'Отменить статью 274', kk: '274-бапты жою' }
  const one = (id: string, ask: object, title: string): Line => ({
    ...{
      record: 'recommendation',
      id,
      country: 'kz',
      body: 'human-rights-committee',
      on: '2024-05',
      ...WRITER,
    },
    said: { words: `Release ${en}. ${ru}, ${kk}.`, language: 'en', title, place: 'point 4', url: null },
    ...{ addressees: ['authorities'], ask, laws: ['CC-274'], people: [subject.id], public: true },
  })
  return [
    one('rec-l1', plain, 'Views of 2024'),
    one('rec-l2', { en: `Release ${en}`, ru: `Освободить ${ru}`, kk }, 'Views of 2024'),
    one('rec-l3', plain, `Views on ${en}`),
    {
      ...{ record: 'grade', id: 'rec-l1', grader: 'us', on: '2024-06-01', grade: 'E', ...WRITER },
      evidence: [{ incident }, { title: `Sentence of ${ru}`, url: null, on: null }],
      note: { en: `${en} was sentenced.`, ru, kk },
    },
    { record: 'demand', id: 'rec-l1', with: 'rec-l2', verdict: 'same', why: `both name ${en}`, ...WRITER },
  ]
}

/** Every address that somebody may guess about them. */
export const demandAddresses = (words: readonly string[]): readonly string[] => [
  ...['calendar', 'calendar.json', 'calendar.ics'],
  ...['recommendations', 'recommendations.json', 'recommendations/new', 'recommendations/rec-absent'],
  ...['rec-l1', 'rec-l2', 'rec-l3'].flatMap((id) =>
    ['', '.json', '/edit'].map((one) => `recommendations/${id}${one}`),
  ),
  ...[...words.slice(0, 2), ...words.slice(-1)].map((word) => `recommendations/${word}`),
]
