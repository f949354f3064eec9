/** Reports that name invented people in, decisions of careless coders that write those names wherever a field takes text, out. */
import type { Audience } from '../../src/core/tier.ts'
import { aDecision } from '../world.ts'
import type { Report } from './documents.ts'
import { fullName, type Invented } from './people.ts'

type Line = Record<string, unknown>

export const WHO = { by: 'lena', at: '2026-10-01T09:00:00Z' }

/** Nothing is recorded of those without a level. `to`: the widest audience that they agreed to. */
export const recordOf = (one: Invented, to: Audience = 'public'): readonly Line[] =>
  one.level === null
    ? []
    : [
        {
          record: 'person',
          id: one.id,
          names: { en: fullName(one, 'en'), ru: fullName(one, 'ru'), kk: fullName(one, 'kk') },
          variants: [`${one.surname.en} ${one.given.en} ${one.patronymic.en}`],
          ...(one.level === 'pseudonym' && { pseudonym: `a person called ${one.id.replace('q-', 'no. ')}` }),
          basis: {
            kind: 'consent',
            level: one.level,
            ...(to !== 'public' && { to }),
            reason: 'asked',
            givenHow: 'in writing',
            reviewBy: '2027-10-01',
          },
          ...WHO,
        },
      ]

/** Fields that take free text, each with a sentence about somebody; names turn through scripts and spellings. */
export function decisionsOn(report: Report, prefix: string, shown: readonly Invented[]): readonly Line[] {
  return report.paragraphs.map(({ text, day, people }, index) => {
    const at = (turn: number): Invented => people[turn % people.length] as Invented
    const named = shown[index % shown.length]
    return aDecision({
      id: `${prefix}-${String(index).padStart(2, '0')}`,
      document: report.name.replace(/\.txt$/, ''),
      from: text.slice(0, 40),
      to: text.slice(-40),
      date: day,
      places: ['Almaty', `the flat of ${fullName(at(0), 'en')}`],
      people: [
        ...people.map((one, turn) =>
          one.level === null
            ? {
                name: fullName(one, turn % 2 ? 'ru' : 'en'),
                role: `brother of ${one.given.en}`,
                harmed: true,
              }
            : { id: one.id, role: 'activist', harmed: true },
        ),
        ...(named ? [{ id: named.id, harmed: true }] : []),
      ],
      groups: [{ what: `colleagues of ${fullName(at(1), 'en')}`, min: 2, max: 2, qualifier: 'exact' }],
      acts: ['detention', 'fine'],
      laws: [
        { code: 'other', name: `law on ${at(2).surname.kk}` },
        { code: 'administrative', article: `488 ${at(3).surname.en}`, part: at(4).surname.ru },
      ],
      penalties: [
        {
          type: 'fine',
          amount: 100000,
          unit: `tenge of ${at(0).surname.en}`,
          who: people.map((one) => fullName(one, 'en')),
        },
      ],
      actors: [
        'police',
        `an officer called ${fullName(at(1), 'ru')}`,
        `${at(2).surname.en.toLowerCase()} himself`,
      ],
      organisations: [`${at(3).surname.en} fund`, `фонд ${fullName(at(4), 'kk')}`],
      offences: [`insulting ${fullName(at(0), 'en').toUpperCase()}`, `call ${at(1).phone}`],
      sources: [fullName(at(2), 'ru'), at(3).email],
      outcome: `${at(4).surname.en}’s brother was let go, see @${at(4).handle}`,
      why: `${fullName(at(0), 'en')} told us`,
      links:
        index === 0 ? [] : [{ kind: 'follows', incident: `${prefix}-${String(index - 1).padStart(2, '0')}` }],
    })
  })
}

/** Journeys of the hidden and of the shown; the charge of each names somebody else. */
export const journeysOf = (people: readonly Invented[], other: Invented, incident: string): readonly Line[] =>
  people.map((one) => ({
    record: 'proceeding',
    id: `j-${one.id}`,
    person: one.id,
    charges: [
      { code: 'other', name: `law of ${fullName(other, 'en')}`, part: other.surname.ru, status: 'stated' },
    ],
    stages: [
      {
        stage: 'sentence',
        date: '2024-04-02',
        incident,
        penalty: {
          type: 'fine',
          amount: 5,
          unit: `coins of ${other.surname.en}`,
          who: [fullName(other, 'ru')],
        },
      },
    ],
    ...WHO,
  }))
