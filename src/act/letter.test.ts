/** A letter has the right form of address in each language, tells nothing of who writes, and is never a machine's translation. */
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import { plainLetter } from '../core/act/letter.ts'
import type { PublicCampaign } from '../core/act/public-campaign.ts'
import { LANGUAGES } from '../core/language.ts'
import { letterTo } from './letter.ts'
import { manifestOf } from './manifest.ts'

const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('no pack')
const authority = (id: string) => {
  const found = pack.authorities.get(id)
  if (!found) throw new Error(id)
  return found
}
const told = (en: string | null, ru: string | null = null, kk: string | null = null) => ({ en, ru, kk })
const campaign = {
  id: 'cam-0000000a',
  demand: told('Drop the case.', 'Прекратите дело.'),
  points: [told('Reporting is no crime.', 'Писать — не преступление.'), told('She did her work.')],
  targets: [
    { authority: 'prosecutor-general', duty: told('The law on the prosecution.'), hostile: true },
    { authority: 'ombudsman', duty: told(null), hostile: false },
  ],
} as unknown as PublicCampaign

describe('a letter', () => {
  it.each([
    ['en', 'Dear Prosecutor General,', 4],
    ['ru', 'Уважаемый господин Генеральный прокурор!', 2],
  ] as const)(
    'begins in %s as it is done there, with the points that were written in it',
    (language, salutation, lines) => {
      const letter = letterTo(campaign, authority('prosecutor-general'), knowledge.words[language])
      expect(letter?.salutation).toBe(salutation)
      expect(1 + (letter?.points.length ?? 0)).toBe(lines)
      expect(letter?.to.at(1)).toBe('010000, Қазақстан, Астана')
    },
  )

  it('is not there in a language in which nobody wrote the demand', () => {
    expect(letterTo(campaign, authority('ombudsman'), knowledge.words.kk)).toBeNull()
  })

  it('has no line for a name where the authority is hostile, and one where it is not', () => {
    const to = (id: string) => letterTo(campaign, authority(id), knowledge.words.en)?.signature
    expect(to('prosecutor-general')).toBeNull()
    expect(to('ombudsman')).toContain('only if you wish')
  })

  it('names neither the campaign nor what it asks in the subject of a mail', () => {
    for (const language of LANGUAGES) {
      const subject = letterTo(
        { ...campaign, demand: told('A.', 'А.', 'Ә.') },
        authority('ombudsman'),
        knowledge.words[language],
      )?.subject
      expect(subject).not.toMatch(/cam-|Drop|Прекратите/)
      expect(subject?.length).toBeGreaterThan(5)
    }
  })

  it('is whole as plain text, in its order', () => {
    const letter = letterTo(campaign, authority('ombudsman'), knowledge.words.en)
    expect(letter && plainLetter(letter).split('\n\n').slice(0, 3)).toEqual([
      'Dear Commissioner,',
      'Drop the case.',
      'Reporting is no crime.',
    ])
  })
})

describe('a manifest', () => {
  it('tells numbers and the words of the demand, the same each time, and changes with any of them', () => {
    const delivery = {
      authority: 'ombudsman',
      way: 'post',
      of: 'letter',
      number: 112,
      on: '2026-11-09',
    } as const
    const one = manifestOf(campaign, delivery)
    expect(one.split('\n')).toEqual([
      ...['Aigaq delivery 1', 'campaign: cam-0000000a', 'to: ombudsman', 'on: 2026-11-09', 'way: post'],
      ...['of: letter', 'number: 112', 'demand en: Drop the case.', 'demand ru: Прекратите дело.'],
      ...[
        'point 1 en: Reporting is no crime.',
        'point 1 ru: Писать — не преступление.',
        'point 2 en: She did her work.',
      ],
      '',
    ])
    expect(manifestOf(campaign, { ...delivery, number: 113 })).not.toBe(one)
  })
})
