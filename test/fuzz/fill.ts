/** A workspace in, one thing of every kind written down in it, so that every page about such a thing is there to be asked for. */
import { askExport } from '../../src/usecases/exports/ask-export.ts'
import { proposeRating } from '../../src/usecases/rating/say.ts'
import { beginPublication } from '../../src/usecases/writing/begin.ts'
import { RECORDS, type Served, STAFF } from '../journeys/desk-world.ts'
import { importText, knowledge, recordAll } from '../world.ts'

const BY = { by: 'marat', at: '2026-11-10T09:00:00Z' }
const SEEN = { source: { kind: 'hand', title: 'seen in the room' }, ...BY }
const entry = (name: string, what: object) => ({ record: 'entry', id: 'case-f1', entry: name, what, ...SEEN })
const WORDS = { en: 'They let nobody in.', ru: 'Никого не пускали.', kk: 'Ешкімді кіргізбеді.' }

const CASES = [
  { record: 'case', id: 'case-f1', country: 'kz', title: 'The May case', people: ['usenov'], ...BY },
  entry('stage-a', { kind: 'stage', stage: 'trial', date: '2026-11-02' }),
  entry('hearing-a', { kind: 'hearing', state: 'held', date: '2026-11-02', hour: '10:30' }),
  {
    ...{ record: 'observation', id: 'obs-f1', sheet: 'trial', on: '2026-11-02', observer: 'marat', ...SEEN },
    ...{ about: { case: 'case-f1', hearing: 'hearing-a' }, answers: [] },
  },
  {
    ...{ record: 'assistance', id: 'help-f1', what: 'complaint_prosecutor', people: ['usenov'], ...SEEN },
    ...{ about: { case: 'case-f1' }, on: '2026-11-03', doneBy: 'the legal team' },
  },
]
const VOICES = [
  {
    ...{ record: 'testimony', id: 'tes-00000f1', country: 'kz', speaker: { who: 'the lawyer' }, ...BY },
    ...{ on: '2026-11-04', interviewer: 'marat', language: 'ru', incidents: [], words: WORDS.ru },
  },
  {
    ...{ record: 'quotation', id: 'tes-00000f1', quotation: 'q1', said: WORDS.ru, wording: WORDS, ...BY },
    shown: { kind: 'described', as: { en: 'a lawyer', ru: 'адвокат', kk: 'адвокат' } },
    consent: { use: { kind: 'any' }, on: '2026-11-05', how: 'signed form', until: null },
  },
]
const QUESTION = {
  ...{ record: 'question', id: 'q-00000000000000f1', about: { incident: RECORDS.waiting } },
  ...{ words: 'Who saw it?', ...BY },
}
const RATED = {
  ...{ record: 'assessment', id: 'form-house', country: 'kz', source: 'house', asOf: '2026-11-01', ...BY },
  method: 'csr-1@1.0.0',
  answers: knowledge.codebook.rating.method.dimensions.slice(0, 2).flatMap(({ id, questions }) =>
    questions.flatMap((question) =>
      ['law', 'practice'].map((aspect) => ({
        ...{ question: `${id}.${question}`, aspect, value: 1, evidence: ['law:CC-174'] },
      })),
    ),
  ),
}
const LIST = `№;Дата;Город;ФИО;Статья КоАП;Наказание
1;03.05.2024;г. Алматы;Асан Усенов;488 ч. 6;15 суток`

export async function filled({ world }: Served): Promise<void> {
  const marat = { ...world, actor: { account: 'marat', ...STAFF.marat } }
  await recordAll(marat, [
    ...CASES,
    ...VOICES,
    QUESTION,
    RATED,
    { ...RATED, id: 'form-partner', source: 'partner' },
  ])
  await askExport(
    { ...world, actor: { account: 'aigerim', ...STAFF.aigerim } },
    { ids: [RECORDS.published], audience: 'team', reason: 'the appeal on Friday' },
  )
  await proposeRating(marat, { country: 'kz', asOf: '2026-11-10' })
  await importText(world, LIST, 'list.csv')
  await beginPublication(marat, { kind: 'update', country: 'kz', period: '2024-q2' }, 'en')
}
