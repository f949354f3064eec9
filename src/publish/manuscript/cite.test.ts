/** How the field names a source, a law and a publication in its notes; literals with invented names. */
import { describe, expect, it, test } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { LANGUAGES, type Language } from '../../core/language.ts'
import { source } from '../fixture.ts'
import { bibtex } from '../open/cite/bibtex.ts'
import { ris } from '../open/cite/ris.ts'
import { type Cited, citing, shortTitle } from './cite.ts'
import { analysisCitation, lawCitation } from './cite-law.ts'
import { citeThis, cslOfSources, monitorsOf } from './cite-this.ts'

const in_ = (language: Language) => ({ words: knowledge.words[language], tell: knowledge.tells[language] })
const cited = (collector: string | null, more: Partial<Cited>): Cited => ({
  ...{ title: null, publisher: null, published: null, url: null, collector },
  ...more,
})
const SPRING = cited('A monitor', {
  title: 'Весна',
  titleIn: { en: 'The spring' },
  publisher: 'A paper',
  published: '2020-04-03',
})
const SHA = 'ab'.repeat(32)
const AUTUMN = cited('A monitor', {
  title: 'The autumn: what the courts did from September on',
  publisher: 'A monitor',
  url: 'https://a.example/',
  accessed: '2020-12-01',
  archived: { sha256: SHA, url: null },
})

describe('a source', () => {
  it('is named in full once, and then by its author, a short title and its note', () => {
    const { words, tell } = in_('en')
    const cite = citing(words, tell)
    expect([cite(1, SPRING), cite(2, AUTUMN), cite(3, SPRING), cite(4, AUTUMN), cite(2, AUTUMN)]).toEqual([
      'A monitor, “Весна” [The spring], A paper, 3 April 2020',
      `A monitor, “The autumn: what the courts did from September on”, https://a.example/ (read on 1 December 2020), copy kept: SHA-256 ${SHA}`,
      'A monitor, “Весна”, note 1',
      'A monitor, “The autumn”, note 2',
      `A monitor, “The autumn: what the courts did from September on”, https://a.example/ (read on 1 December 2020), copy kept: SHA-256 ${SHA}`,
    ])
  })
  it('is named the same way in Russian and Kazakh, with the title in its own script', () => {
    const told = (language: Language): string => {
      const { words, tell } = in_(language)
      const cite = citing(words, tell)
      return [cite(1, AUTUMN), cite(2, AUTUMN)].join(' | ')
    }
    expect(told('ru')).toContain('https://a.example/ (дата обращения: 1 декабря 2020')
    expect(told('ru')).toContain('A monitor, «The autumn», прим. 1')
    expect(told('kk')).toContain('A monitor, «The autumn», 1-ескертпе')
  })
  test.each([
    ['The spring', 'The spring'],
    ['The spring: a report', 'The spring'],
    ['Courts of 2020 – what they did', 'Courts of 2020'],
    ['One two three four five six seven', 'One two three four five six…'],
    ['3.5 million', '3.5 million'],
    ['Жылдық есеп. 2020', 'Жылдық есеп'],
  ])('whose title is “%s” is again “%s”', (title, short) => {
    expect(shortTitle(title)).toBe(short)
  })
})

describe('a law', () => {
  const pack = knowledge.packs.get('kz')
  const provision = [...(pack?.provisions.values() ?? [])].find((one) => one.part !== null)
  it.each(LANGUAGES)('is named with its article, its part and the day of its version in %s', (language) => {
    if (!pack || !provision) throw new Error('no provision with a part')
    const note = lawCitation(provision, '2020-03-01', pack, in_(language))
    expect(note).toContain(pack.acts.get(provision.act)?.title[language] ?? provision.act)
    for (const part of [provision.article, provision.part ?? '', '2020']) expect(note).toContain(part)
  })
  it('whose version nobody knows says so', () => {
    if (!pack || !provision) throw new Error('no provision with a part')
    expect(lawCitation(provision, null, pack, in_('en'))).toMatch(/, version not known$/)
  })
  it('that a lawyer analysed is named with the analyst first', () => {
    const asked = { by: 'Anna Zhanova', of: 'article 488', on: '2026-05-01' }
    expect(analysisCitation(asked, in_('en'))).toBe('Anna Zhanova, legal analysis of article 488, 1 May 2026')
  })
})

describe('a publication', () => {
  const manuscript = { kind: 'Briefing', subject: 'Kazakhstan, 2020', title: 'One in three' }
  const edition = { version: 2, day: '2020-05-01', url: 'https://aigaq.example/en/kz/2020' }
  it('is cited with whoever saw and counted before us', () => {
    const others = [cited('B monitor', { title: 'b' }), cited('A monitor', { title: 'c' })]
    expect(citeThis(manuscript, [...others, SPRING], edition, knowledge.words.en)).toBe(
      'A monitor, B monitor, “One in three”, Briefing: Kazakhstan, 2020, Aigaq, version 2, 1 May 2020, https://aigaq.example/en/kz/2020',
    )
    expect(monitorsOf([source('C', { publisher: 'P' }), cited(null, {})])).toEqual(['C'])
  })
  it('of four monitors names three and says that there are others', () => {
    const four = ['a', 'b', 'c', 'd'].map((one) => cited(one, {}))
    expect(citeThis(manuscript, four, edition, knowledge.words.en)).toMatch(/^a, b, c and others, /)
  })
  it('gives its sources to reference managers, each once, with the day on which each was read', () => {
    const items = cslOfSources([SPRING, AUTUMN, SPRING], 'en')
    expect(items).toMatchObject([
      {
        id: 'source-1',
        title: 'Весна',
        author: [{ literal: 'A monitor' }],
        issued: { 'date-parts': [[2020, 4, 3]] },
      },
      { id: 'source-2', accessed: { 'date-parts': [[2020, 12, 1]] }, URL: 'https://a.example/' },
    ])
    const [tex, lines] = [bibtex(items), ris(items)]
    expect(tex).toContain('urldate = {2020-12-01}')
    expect(tex).toContain(`note = {SHA-256 ${SHA}}`)
    expect(lines).toContain('Y2  - 2020/12/01')
    expect(`${tex}${lines}`).not.toMatch(/undefined|version|{}/)
  })
})
