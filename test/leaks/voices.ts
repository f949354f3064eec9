/** Protected people in; testimonies by them and about them out, for the team and sealed, with a name in every field that holds words, and a consent to all of it. */
import { fullName, type Invented } from './people.ts'

type Line = Readonly<Record<string, unknown>>

/** Ids tell nothing; what is written does. */
export const VOICE_IDS = ['tes-00000l1', 'tes-00000l2'] as const
const WRITER = { by: 'case-writer', at: '2026-11-12T10:00:00Z' }

/** Whatever was agreed to, words that name somebody who is withheld are withheld. */
export const voicesOf = (
  subjects: readonly Invented[],
  others: readonly Invented[],
  incident: string,
): readonly Line[] =>
  VOICE_IDS.flatMap((id, index): readonly Line[] => {
    const [subject, other] = [subjects[index] as Invented, others[index % others.length] as Invented]
    const [en, ru, kk] = [fullName(subject, 'en'), fullName(subject, 'ru'), fullName(other, 'kk')]
    const quotation = { record: 'quotation', id, said: `${ru} сказал.`, wording: { en, ru, kk }, ...WRITER }
    const consent = { use: { kind: 'any' }, on: '2026-11-11', how: `signed by ${en}`, until: null }
    return [
      {
        ...{ record: 'testimony', id, country: 'kz', speaker: { person: subject.id }, on: '2024-05-08' },
        ...{ interviewer: fullName(other, 'en'), language: 'ru', words: `${ru}, ${other.phone}` },
        ...{ incidents: [incident], tier: index === 0 ? 'team' : 'sealed', ...WRITER },
      },
      { ...quotation, quotation: 'q1', shown: { kind: 'level', level: 'name' }, consent },
      { ...quotation, quotation: 'q2', shown: { kind: 'described', as: { en, ru, kk } }, consent },
      { ...quotation, quotation: 'q3', shown: { kind: 'level', level: 'initials' }, consent: null },
    ]
  })

/** Every address that somebody may guess about them. */
export const voiceAddresses = (words: readonly string[]): readonly string[] => [
  ...['voices', 'voices.json', 'voices/new', 'voices/tes-absent0'],
  ...VOICE_IDS.flatMap((id) => ['', '.json', '/edit'].map((one) => `voices/${id}${one}`)),
  // The last is the word that stands nowhere: the others are answered like it.
  ...[...words.slice(0, 2), ...words.slice(-1)].map((word) => `voices/${word}`),
]
