import { describe, expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import { emptyRow, type ReviewRow } from '../core/review-row.ts'
import type { Field } from '../core/values.ts'
import { anchorsOf } from './anchors.ts'
import { evidenceIn } from './evidence.ts'
import { locate } from './locate.ts'
import { actMeant, organisationMeant, personMeant, placeMeant, roleMeant, termMeant } from './resolve.ts'
import { rowOfValue } from './row-of-value.ts'
import { typedLaw } from './typed-law.ts'
import { typedDate, typedRange } from './typed-numbers.ts'
import { typedValue } from './typed-value.ts'

const { codebook } = knowledge
const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('the pack kz is missing')
const data = { codebook, pack }
const value = (field: Field, parts: Partial<ReviewRow>) => typedValue({ ...emptyRow(field), ...parts }, data)

describe('a place, an act, a term typed in any of three languages', () => {
  it.each([
    ['Almaty', 'Almaty'],
    ['алматы', 'Almaty'],
    ['  ALMATY ', 'Almaty'],
    ['Нур-Султан', 'Astana'],
    ['Nur-Sultan', 'Astana'],
    ['Астана', 'Astana'],
    ['Уральск', 'Oral'],
    ['Орал', 'Oral'],
    ['Uralsk', 'Oral'],
    ['Шымкент', 'Shymkent'],
    ['Kazakhstan', 'Kazakhstan'],
    ['Atlantis', null],
    ['a', null],
    ['', null],
    ['((', null],
  ])('%s is %s', (typed, name) => expect(placeMeant(typed, pack)?.name.en ?? null).toBe(name))

  it.each([
    ['detention', 'detention'],
    ['Detention', 'detention'],
    [codebook.acts.get('detention')?.label.ru ?? '', 'detention'],
    [codebook.acts.get('torture_ill_treatment')?.label.kk ?? '', 'torture_ill_treatment'],
    ['torture ill treatment', 'torture_ill_treatment'],
    ['eating a sandwich', null],
  ])('the act %s is %s', (typed, id) => expect(actMeant(typed, codebook)).toBe(id))

  it('finds every act, freedom, penalty and role by each of its labels', () => {
    const lost = [...codebook.acts.values()].flatMap(({ id, label }) =>
      [label.en, label.ru, label.kk].filter((one) => one !== null && actMeant(one, codebook) !== id),
    )
    expect(lost).toEqual([])
    for (const vocabulary of ['freedoms', 'penalties', 'kinds'] as const)
      for (const { id, label } of codebook.vocabularies[vocabulary].values())
        for (const one of [label.en, label.ru, label.kk])
          if (one !== null) expect([one, termMeant(one, codebook, vocabulary)]).toEqual([one, id])
    for (const { label } of codebook.vocabularies.roles.values())
      if (label.ru !== null) expect(roleMeant(label.ru, codebook)).not.toBeNull()
  })

  it('finds every place that the pack knows by its three names', () => {
    const lost = [...pack.places.values()].flatMap((place) =>
      [place.name.ru, place.name.kk]
        .filter((one) => one !== null)
        .filter((one) => placeMeant(one, pack) === null),
    )
    expect(lost).toEqual([])
  })

  it.each([
    ['полиция, МВД', 'Police'],
    ['МВД', 'Police'],
    ['An invented club', null],
  ])('the organisation %s is %s', (typed, name) => expect(organisationMeant(typed, pack)).toBe(name))
})

describe('a law as people write it', () => {
  it.each([
    ['Criminal Code 174', 'criminal', '174', null],
    ['article 174 of the Criminal Code', 'criminal', '174', null],
    ['criminal 174 (2)', 'criminal', '174', '2'],
    ['УК РК ст. 174 ч. 2', 'criminal', '174', '2'],
    ['КоАП РК 488 (6)', 'administrative', '488', '6'],
    ['Уголовный кодекс Республики Казахстан, статья 174, часть 1', 'criminal', '174', '1'],
    ['ҚР ҚК 174-бап 2-бөлік', 'criminal', '174', '2'],
    ['Criminal Code', 'criminal', null, null],
  ])('%s', (typed, code, article, part) =>
    expect(typedLaw(typed, codebook, pack)).toEqual({ code, article, part, name: null }),
  )
  it.each(['174', 'the Book of Rules 12', ''])('%j has no code and is refused', (typed) =>
    expect(typedLaw(typed, codebook, pack)).toBeNull(),
  )
  it('keeps a law in quotation marks as it was written', () =>
    expect(typedLaw('«On Invented Things»', codebook, pack)).toEqual({
      code: 'other',
      article: null,
      part: null,
      name: 'On Invented Things',
    }))
  it('keeps the code before a law in quotation marks, and refuses words that mean none', () => {
    expect(typedLaw('Criminal Code «the law on riots»', codebook, pack)).toEqual({
      ...{ code: 'criminal', article: null, part: null, name: 'the law on riots' },
    })
    expect(typedLaw('the Book of Rules «the law on riots»', codebook, pack)).toBeNull()
  })
})

describe('numbers and dates as people write them', () => {
  it.each([
    ['3', 3, 3],
    ['3..5', 3, 5],
    ['3–5', 3, 5],
    ['3..', 3, null],
    ['..5', null, 5],
    ['132 550', 132550, 132550],
    ['132,550', 132550, 132550],
    ['1,132,550..', 1132550, null],
    ['1,5', 1.5, 1.5],
    ['0,125', 0.125, 0.125],
    ['1.5', 1.5, 1.5],
    ['', null, null],
  ])('%j', (typed, min, max) => expect(typedRange(typed)).toEqual({ min, max }))
  it.each(['many', '5..3', '..', '3 5', '1e9', '-3x', '0x10'])('%j is no number', (typed) =>
    expect(typedRange(typed)).toBeNull(),
  )
  it.each([
    ['2020-03-18', '2020-03-18', '2020-03-18'],
    ['18.03.2020', '2020-03-18', '2020-03-18'],
    ['1.3.2020 – 5.3.2020', '2020-03-01', '2020-03-05'],
    ['2020-03', '2020-03-01', '2020-03-31'],
    ['', null, null],
  ])('%j', (typed, from, to) => expect(typedDate(typed)).toMatchObject({ from, to }))
  it.each(['31.02.2020', 'yesterday', '2020-13'])('%j is no date', (typed) =>
    expect(typedDate(typed)).toBeNull(),
  )
})

describe('a row of the form', () => {
  it.each<[Field, Partial<ReviewRow>, object | string]>([
    [
      'freedom',
      { value: 'свобода выражения мнений' },
      codebook.vocabularies.freedoms.get('expression')?.label.ru === 'свобода выражения мнений'
        ? 'expression'
        : 'fault',
    ],
    [
      'group',
      { value: 'activists', number: '10..', unit: 'at_least' },
      { what: 'activists', min: 10, max: null, qualifier: 'at_least' },
    ],
    [
      'penalty',
      { value: 'fine', number: '132 550', unit: 'KZT' },
      { type: 'fine', amount: 132550, currency: 'KZT', days: null },
    ],
    ['penalty', { value: 'prison', number: '3', unit: 'years' }, { type: 'prison', years: 3, amount: null }],
    [
      'penalty',
      { value: 'administrative_detention', number: '5..15', unit: 'days' },
      { min: 5, max: 15, unit: 'days' },
    ],
    ['place', { value: '«Invented Hamlet»' }, { canonical: 'Invented Hamlet', place: null }],
    [
      'person',
      { value: 'Asan Usenov', harmed: 'actor', role: 'журналист' },
      { name: 'Asan Usenov', harmed: 'actor', role: 'journalist' },
    ],
    ['outcome', { value: 'released' }, 'released'],
  ])('%s %j', (field, parts, wanted) => {
    const found = value(field, parts)
    if (wanted === 'fault') return expect(found.kind).toBe('fault')
    expect(found.kind === 'value' && found.value).toEqual(
      typeof wanted === 'string' ? wanted : expect.objectContaining(wanted),
    )
  })
  it.each<[Field, Partial<ReviewRow>, string]>([
    ['act', { value: 'a nice day' }, 'review.unknown'],
    ['group', { value: '', number: '' }, 'review.number'],
    ['group', { value: 'people', number: '' }, 'review.number'],
    ['group', { value: '1.5 people', number: '' }, 'review.number'],
    ['group', { value: 'people', number: '1.5' }, 'review.number'],
    ['penalty', { value: 'fine', number: '100', unit: '' }, 'review.number'],
    ['penalty', { value: 'a stern look', number: '', unit: '' }, 'review.unknown'],
    ['other_date', { value: 'then' }, 'review.date'],
    ['outcome', { value: '' }, 'review.unknown'],
  ])('%s %j is refused', (field, parts, code) =>
    expect(value(field, parts)).toMatchObject({ kind: 'fault', code }),
  )

  it.each([
    ['11 people killed', { what: 'people killed', min: 11, max: 11, qualifier: 'exact' }],
    ['4 000..10 000 сельчан', { what: 'сельчан', min: 4000, max: 10000, qualifier: 'exact' }],
    ['1,500 workers', { what: 'workers', min: 1500, max: 1500, qualifier: 'exact' }],
    ['30.. үй', { what: 'үй', min: 30, max: null, qualifier: 'at_least' }],
    ['..5 адам', { what: 'адам', min: null, max: 5, qualifier: 'at_most' }],
  ])('takes the number before what is counted out of “%s”', (typed, group) =>
    expect(value('group', { value: typed })).toEqual({
      kind: 'value',
      value: group,
    }),
  )
  it('leaves a number in what is counted where the number has its own box', () =>
    expect(value('group', { value: '2 streets of houses', number: '30' })).toMatchObject({
      value: { what: '2 streets of houses', min: 30 },
    }))

  it('tells a role in the language of whoever reviews', () => {
    const person = { name: 'Aigul Serikova', aliases: [], role: 'Journalist', harmed: true } as const
    const roleIn = (language: 'en' | 'ru' | 'kk', role: string = person.role) =>
      rowOfValue({ field: 'person', value: { ...person, role } }, codebook, language).role
    const label = codebook.vocabularies.roles.get('journalist')?.label
    expect([roleIn('en'), roleIn('ru'), roleIn('kk')]).toEqual(['Journalist', label?.ru, label?.kk])
    expect(roleIn('ru', 'keeper of unicorns')).toBe('keeper of unicorns')
  })

  it('reads back in every language what it wrote for a claimed value', () => {
    const claimed = [
      { field: 'act', value: 'detention' },
      { field: 'freedom', value: 'assembly' },
      { field: 'kind', value: 'aggregate' },
      { field: 'date', value: { from: '2020-02-01', to: '2020-02-29', precision: 'month' } },
      { field: 'law', value: { code: 'administrative', article: '488', part: '6', name: null } },
      { field: 'law', value: { code: 'assembly_law', article: null, part: null, name: 'law on rallies' } },
      { field: 'law', value: { code: 'other', article: null, part: null, name: 'law on rallies' } },
      {
        field: 'penalty',
        value: {
          type: 'prison',
          days: null,
          months: 18,
          years: null,
          amount: null,
          currency: null,
          min: null,
          max: null,
          unit: null,
          who: ['Asan Usenov', 'Aida Serikova'],
        },
      },
      { field: 'group', value: { what: 'people', min: null, max: 5, qualifier: 'at_most' } },
      { field: 'person', value: { name: 'Aigul Serikova', aliases: [], role: null, harmed: true } },
      { field: 'person', value: { name: 'Aigul Serikova', aliases: [], role: 'journalist', harmed: true } },
    ] as const
    for (const language of ['en', 'ru', 'kk'] as const)
      for (const one of claimed) {
        const row = rowOfValue(one as Parameters<typeof rowOfValue>[0], codebook, language)
        expect([language, one.field, typedValue(row, data)]).toEqual([
          language,
          one.field,
          { kind: 'value', value: one.value },
        ])
      }
  })
})

describe('a recorded person chosen by a spelling', () => {
  const aigul = {
    id: 'aigul-serikova',
    names: { en: 'Aigul Serikova', ru: 'Айгуль Серикова', kk: null },
    variants: ['A. Serikova'],
    pseudonym: null,
  }
  const other = { ...aigul, id: 'aigul-serikova-2', variants: [] }
  it.each([
    ['Aigul Serikova', 'aigul-serikova'],
    ['Айгуль Серикова', 'aigul-serikova'],
    ['a. serikova', 'aigul-serikova'],
    ['Aigul Serikova (aigul-serikova)', 'aigul-serikova'],
    ['Serikova', null],
    ['Aigul Serikov', null],
    ['', null],
  ])('%j is %s', (typed, id) => expect(personMeant(typed, new Map([[aigul.id, aigul]]))).toBe(id))
  it('is nobody while two bear the name', () => {
    const both = new Map([aigul, other].map((one) => [one.id, one]))
    expect(personMeant('Aigul Serikova', both)).toBeNull()
    expect(personMeant('Aigul Serikova (aigul-serikova-2)', both)).toBe('aigul-serikova-2')
  })
})

describe('the words of a passage', () => {
  const text = `Police came. ${'On 7 May police in Almaty detained a man near the square in front of the town hall and let him go again. '.repeat(2)}He was fined.`
  it('are as few as lead back to it, and more where another begins the same', () => {
    const start = text.lastIndexOf('On 7 May')
    const anchors = anchorsOf(text, { start, end: text.length })
    const found = locate(text, anchors.from, anchors.to)
    expect(found).toEqual({ start, end: text.length })
  })
  it.each([
    ['police', 'in the passage', [30, 36]],
    ['Before', 'the nearest before', [7, 13]],
    ['after', 'after it', [45, 50]],
    ['nowhere', 'nowhere', null],
  ])('%s is found %s', (words, _where, span) => {
    const told = 'Before Before police On 7 May police came. X after.'
    const found = evidenceIn(told, { start: 21, end: 42 }, words)
    expect(found && [found.start, found.end]).toEqual(span)
  })
})
