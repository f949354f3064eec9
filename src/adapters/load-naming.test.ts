/** The naming rules as monitors wrote them: who is named where, and what a broken file is told. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import type { Fault } from '../core/faults.ts'
import { appears, basisOf } from '../core/withholding/fixture.ts'
import { namingRule } from '../core/withholding/levels.ts'
import { loadCodebook } from './load-codebook.ts'
import { namingFile } from './load-naming.ts'

const root = new URL('../..', import.meta.url).pathname
const faults: Fault[] = []
const codebook = loadCodebook(root, faults)
if (!codebook) throw new Error(JSON.stringify(faults))
const { naming } = codebook

describe('the rules of naming', () => {
  it.each([
    ['an official acting in office', basisOf('office'), appears(false, 'minister'), 'naming.office@1'],
    ['an official said to have done it', basisOf('office'), appears('actor', 'judge'), 'naming.office@1'],
    ['a prisoner whose case is public', basisOf('already_public'), appears(true), 'naming.already-public@1'],
    ['an accused person who agreed', basisOf('consent'), appears('actor'), 'naming.consent@1'],
  ] as const)('let %s be named', (_who, basis, value, rule) =>
    expect(namingRule(naming, basis, value)).toMatchObject({ id: rule, most: 'name' }),
  )

  it.each([
    ['an official who is struck', basisOf('office'), appears(true, 'judge'), 'naming.office-harmed@1'],
    ['an accused person, however public', basisOf('already_public'), appears('actor'), 'naming.accused@1'],
    ['a child who agreed', basisOf('consent'), appears(true, 'schoolboy'), 'naming.minor@1'],
    ['a child of 15', basisOf('consent'), appears(true, '15-year-old activist'), 'naming.minor@1'],
    ['a child in Russian', basisOf('consent'), appears(true, 'школьница'), 'naming.minor@1'],
    ['a wife who agreed', basisOf('consent'), appears(true, 'wife of a prisoner'), 'naming.family@1'],
    ['a brother who is public', basisOf('already_public'), appears(false, 'his brother'), 'naming.family@1'],
    ['a sister in Kazakh', basisOf('consent'), appears(true, 'қарындасы'), 'naming.family@1'],
    ['a mother in Russian', basisOf('consent'), appears(false, 'мать задержанного'), 'naming.family@1'],
    ['somebody of whom nothing is recorded', undefined, appears(true, 'activist'), 'naming.absent@1'],
  ] as const)('never name %s', (_who, basis, value, rule) =>
    expect(namingRule(naming, basis, value)).toMatchObject({ id: rule, most: 'never' }),
  )

  it.each([
    'activist',
    'lawyer',
    'a 34-year-old teacher',
    'police officer',
    'personnel officer',
    'правозащитница',
  ])('take %s for nobody’s child and nobody’s family', (role) =>
    expect(namingRule(naming, basisOf('consent'), appears(true, role))?.id).toBe('naming.consent@1'),
  )

  it('have words for children and families in three languages, and no capital in them', () => {
    for (const words of naming.people.values())
      expect(words.filter((word) => word !== word.toLowerCase())).toEqual([])
    expect([...naming.people.keys()]).toEqual(['minor', 'family'])
  })
})

describe('sensitive subjects', () => {
  it('are the four that wait for a decision, none of them public', () => {
    expect(naming.sensitive.map((one) => one.id.replace(/@\d+$/, ''))).toEqual([
      'sensitive.suicide',
      'sensitive.health',
      'sensitive.ethnicity',
      'sensitive.sexuality',
    ])
    expect(naming.sensitive.map((one) => one.tier)).not.toContain('public')
  })

  it('leave care refused in custody public: that is what the state did', () =>
    expect(naming.sensitive.flatMap((one) => one.acts)).not.toContain('medical_care_denied'))
})

describe('a broken file of naming rules', () => {
  const text = readFileSync(`${root}/codebook/naming.yaml`, 'utf8')
  const problems = (change: (file: { [key: string]: never[] }) => unknown): readonly string[] => {
    const file = parse(text)
    change(file)
    const checked = namingFile(codebook.acts).safeParse(parse(stringify(file)))
    return checked.success ? [] : checked.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`)
  }

  it('is not what monitors wrote', () => expect(problems(() => {})).toEqual([]))

  it.each([
    [
      'lets somebody be named by default',
      (file) => Object.assign(file.rules?.at(-1) ?? {}, { most: 'name' }),
      /last rule/,
    ],
    ['has lost its last rule', (file) => file.rules?.pop(), /last rule/],
    [
      'asks for people who are on no list',
      (file) => Object.assign(file.rules?.[0] ?? {}, { when: { who: 'elders' } }),
      /"elders"/,
    ],
    [
      'keeps an act that is none',
      (file) => Object.assign(file.sensitive?.[0] ?? {}, { acts: ['suicid'] }),
      /"suicid"/,
    ],
    [
      'keeps a subject from nobody',
      (file) => Object.assign(file.sensitive?.[0] ?? {}, { tier: 'public' }),
      /tier/,
    ],
    [
      'keeps a field from nobody',
      (file) => Object.assign(file.fields?.[0] ?? {}, { tier: 'public' }),
      /tier/,
    ],
    [
      'keeps the kind, which counting needs',
      (file) => Object.assign(file.fields?.[0] ?? {}, { field: 'kind' }),
      /field/,
    ],
    [
      'says two things of one field',
      (file) => file.fields?.push(Object.assign({}, file.fields[0], { id: 'field.again@1' }) as never),
      /twice/,
    ],
    [
      'has a rule without a version',
      (file) => Object.assign(file.rules?.[0] ?? {}, { id: 'naming.minor' }),
      /written/,
    ],
  ] as readonly [string, (file: { [key: string]: never[] }) => unknown, RegExp][])(
    'is told that it %s',
    (_what, change, told) => expect(problems(change).join('\n')).toMatch(told),
  )
})
