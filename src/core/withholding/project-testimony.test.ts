/** Who may be quoted to whom, under which name: the stricter of what they agreed to and what their own basis allows; and what of it is never there. */
import { describe, expect, it } from 'vitest'
import type { Basis } from '../person.ts'
import type { Consent, SpeakerShown } from '../testimony/lines.ts'
import type { Testimony } from '../testimony/testimony.ts'
import { basisOf, NAMING } from './fixture.ts'
import { namesInWords } from './names-in-words.ts'
import { partnerTestimony, publicTestimony, type QuoteWithholding } from './project-testimony.ts'

const SERIKOVA = {
  id: 'serikova',
  names: { en: 'Aigul Serikova', ru: 'Айгуль Серикова', kk: null },
  variants: [],
  pseudonym: 'Dana',
}
const WORDS = { en: 'They let nobody in.', ru: 'Никого не пускали.', kk: null }
const LAWYER = { en: 'a lawyer from Atyrau', ru: 'адвокат из Атырау', kk: null }
const NAMED: SpeakerShown = { kind: 'level', level: 'name' }
const DESCRIBED: SpeakerShown = { kind: 'described', as: LAWYER }
const ANY: Consent['use'] = { kind: 'any' }

type Told = {
  readonly shown?: SpeakerShown
  readonly use?: Consent['use']
  readonly wording?: typeof WORDS
  readonly isOnRecord?: boolean
  readonly state?: 'stands' | 'withdrawn' | 'ended'
}
const tell = ({
  shown = DESCRIBED,
  use = ANY,
  wording = WORDS,
  isOnRecord = true,
  state = 'stands',
}: Told) => {
  const consent = { use, on: '2026-10-01', how: 'signed', until: null }
  const agreed = { quotation: 'q1', said: 'x', wording, shown, consent, event: 1 }
  return {
    ...{ id: 'tes-00000001', country: 'kz', interviewer: 'lena', on: '2026-09-14', language: 'ru' },
    ...{ words: 'All she said, to nobody.', tier: 'team', incidents: ['kz-a', 'kz-b'] },
    speaker: isOnRecord ? { person: 'serikova' } : { who: 'the lawyer of the case, Atyrau' },
    quotations: new Map([['q1', { newest: agreed, agreed, state }]]),
  } as Testimony
}
const given = (bases: readonly Basis[] = []): QuoteWithholding => ({
  naming: NAMING,
  people: new Map([['serikova', SERIKOVA]]),
  bases: new Map([['serikova', bases]]),
  names: namesInWords(
    [
      ['Asan Usenov', 'Асан Усенов'],
      ['Aigul Serikova', 'Айгуль Серикова'],
    ],
    () => false,
  ),
  shown: [],
  open: new Set(['kz-a']),
})
const quoted = (told: Told, bases: readonly Basis[] = [], publication = 'pub-000001') =>
  publicTestimony(tell(told), 'q1', publication, given(bases))

describe('somebody who is quoted', () => {
  it.each<[string, Told, readonly Basis[], string | null]>([
    [
      'is named where they agreed to it and their basis allows it',
      { shown: NAMED },
      [basisOf('consent')],
      'named',
    ],
    ['is not named without a basis of their own', { shown: NAMED }, [], null],
    [
      'has initials where the basis allows no more',
      { shown: NAMED },
      [basisOf('consent', 'initials')],
      'A. S.',
    ],
    [
      'has a pseudonym where they asked for it, whatever the basis allows',
      { shown: { kind: 'level', level: 'pseudonym' } },
      [basisOf('consent')],
      'Dana',
    ],
    ['is not named on the ground of an office', { shown: NAMED }, [basisOf('office')], null],
    ['is described without any basis', {}, [], 'described'],
    ['is not even described after taking back everything', {}, [basisOf('consent', 'never')], null],
    ['who is not on record is described and cannot be named', { isOnRecord: false }, [], 'described'],
    ['who is not on record has no name to show', { isOnRecord: false, shown: NAMED }, [], null],
    ['is not quoted once they took it back', { state: 'withdrawn' }, [], null],
    ['is not quoted after the last day', { state: 'ended' }, [], null],
  ])('%s', (_what, told, bases, expected) => {
    const speaker = quoted(told, bases)?.speaker
    expect(speaker?.kind === 'alias' ? speaker.text : (speaker?.kind ?? null)).toBe(expected)
  })

  it.each<[Consent['use'], boolean, boolean, boolean]>([
    [ANY, true, true, true],
    [{ kind: 'partners' }, false, false, true],
    [{ kind: 'publications', ids: ['pub-000001'] }, true, false, false],
  ])('for %o: in that publication %s, in another %s, by partners %s', (use, here, elsewhere, partners) => {
    expect(quoted({ use }) !== null).toBe(here)
    expect(quoted({ use }, [], 'pub-000002') !== null).toBe(elsewhere)
    expect(partnerTestimony(tell({ use }), 'q1', given()) !== null).toBe(partners)
  })

  it('gives only approved words: no interviewer, no recording, no day, nobody’s id, no incident that is not open', () => {
    const shown = JSON.stringify(quoted({}))
    expect(shown).toContain('They let nobody in.')
    expect(shown).toContain('"on":"2026-09"')
    expect(shown).not.toMatch(/lena|All she said|2026-09-14|serikova|Серикова|kz-b|signed/i)
  })

  it.each([
    ['a withheld name', 'They took Asan Usenov.'],
    ['their own name, when they are only described', 'I, Aigul Serikova, saw it.'],
    ['a telephone number', 'Call me: +7 700 000 00 01.'],
  ])('is not there in a language in which %s stands in the words', (_what, en) => {
    expect(quoted({ wording: { ...WORDS, en } })?.wording).toEqual({ en: null, ru: WORDS.ru, kk: null })
  })

  it('is not there in a language in which nobody approved how they are called', () => {
    const shown: SpeakerShown = { kind: 'described', as: { ...LAWYER, ru: null } }
    expect(quoted({ shown })?.wording).toEqual({ en: WORDS.en, ru: null, kk: null })
  })
})
