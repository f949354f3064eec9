/** Protected people in; cases, observations and assistance about them out, open to the team and sealed, with a name in every field that holds words. */
import { fullName, type Invented } from './people.ts'

type Line = Readonly<Record<string, unknown>>

/** Ids tell nothing; what is written does. */
export const CASE_IDS = ['case-l1', 'case-l2', 'obs-l1', 'obs-l2', 'obs-l3', 'help-l1', 'help-l2'] as const
const WRITER = { by: 'case-writer', at: '2026-11-12T09:00:00Z' }

/** `incident`: one of any tier that stands; `subjects` are people on record, `others` are only spoken of. */
export function casesOf(
  subjects: readonly Invented[],
  others: readonly Invented[],
  incident: string,
): readonly Line[] {
  const at = (index: number): Invented => others[index % others.length] as Invented
  const source = (index: number) => ({ kind: 'hand', title: `told by ${fullName(at(index), 'ru')}` })
  return (['team', 'sealed'] as const)
    .flatMap((tier, index): readonly Line[] => {
      const [id, subject] = [`case-l${index + 1}`, subjects[index] as Invented]
      const entry = (name: string, what: object): Line => ({
        ...{
          record: 'entry',
          id,
          entry: name,
          what,
          source: source(index),
          why: `${fullName(at(3), 'en')} asked`,
        },
        ...WRITER,
      })
      return [
        {
          ...{ record: 'case', id, country: 'kz', title: `Case of ${fullName(subject, 'en')}` },
          ...{ people: [subject.id], tier, ...WRITER },
        },
        entry('stage-a', {
          kind: 'stage',
          stage: 'detained',
          date: '2024-05-07',
          court: `court of ${at(0).surname.en}`,
          note: fullName(at(1), 'kk'),
        }),
        entry('rule-a', {
          kind: 'restriction',
          what: 'contact_ban',
          from: '2024-05-09',
          until: '2026-12-01',
          note: `not to ${fullName(at(2), 'ru')}`,
        }),
        entry('hear-a', { kind: 'hearing', state: 'planned', date: '2026-12-01', note: at(3).phone }),
        {
          ...{
            record: 'observation',
            id: `obs-l${index + 1}`,
            sheet: 'custody',
            about: { case: id, person: subject.id },
          },
          ...{ on: '2024-05-08', observer: fullName(at(4), 'en'), source: source(4) },
          answers: [
            { question: 'remarks', answer: { kind: 'text', text: `beside ${fullName(at(5), 'ru')}` } },
          ],
          ...WRITER,
        },
        {
          ...{
            record: 'assistance',
            id: `help-l${index + 1}`,
            what: 'complaint_police',
            people: [subject.id],
          },
          ...{
            about: { case: id },
            on: '2024-05-09',
            doneBy: fullName(at(6), 'en'),
            to: `officer ${at(7).surname.ru}`,
          },
          ...{ due: '2024-05-24', note: at(7).email, source: source(6), ...WRITER },
        },
      ]
    })
    .concat({
      ...{ record: 'observation', id: 'obs-l3', sheet: 'trial', about: { incident }, on: null },
      ...{ observer: 'case-writer', source: source(1) },
      answers: [{ question: 'remarks', answer: { kind: 'text', text: `${fullName(at(0), 'kk')} spoke` } }],
      ...WRITER,
    })
}

/** Every address that somebody may guess about them. */
export const caseAddresses = (words: readonly string[]): readonly string[] => [
  ...[
    'cases',
    'cases.json',
    'cases?kind=observation',
    'cases/new',
    'observations/new?sheet=custody',
    'assistance/new',
  ],
  ...CASE_IDS.flatMap((id) => {
    const room = id.startsWith('case') ? 'cases' : id.startsWith('obs') ? 'observations' : 'assistance'
    return [`${room}/${id}`, `${room}/${id}.json`]
  }),
  ...[
    'cases/case-l2/edit',
    'observations/obs-l2/edit',
    'cases.json?about=case-l2',
    'cases.json?about=case-l1',
  ],
  ...['entries/stage-a', 'entries/stage-a.json', 'new/stage'].map((one) => `cases/case-l2/${one}`),
  ...words.flatMap((word) => [`cases.json?q=${word}`, `cases/${word}`]),
]
