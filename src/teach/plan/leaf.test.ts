import { describe, expect, it } from 'vitest'
import { examplePlans } from '../../../test/example-plans.ts'
import { ROOT } from '../../../test/world.ts'
import { loadKnowledge } from '../../adapters/load-knowledge.ts'
import { LANGUAGES } from '../../core/language.ts'
import type { PlanLeaf } from '../../core/plan/application.ts'
import { openPoints } from '../../core/plan/checks.ts'
import type { PlanEntry } from '../../core/plan/entry.ts'
import { planOf } from '../../core/plan/plan.ts'
import { planLeaf } from './leaf.ts'

const { codebook, words } = loadKnowledge(ROOT)
const applications = [...codebook.applications.values()]
const plans = examplePlans()

type Line = readonly [part: string, line: string, Readonly<Record<string, string>>]
const planFrom = (lines: readonly Line[]) => {
  const entries = lines.flatMap(([part, line, fields], at) =>
    Object.entries(fields).map(([field, text]): readonly [string, PlanEntry] => {
      const id = `${at} ${field}`
      return [
        id,
        { id, plan: 'p', line, part, field, text, after: [], at: `2026-11-26T10:0${at}`, by: 'Table 1' },
      ]
    }),
  )
  return planOf(new Map(entries))
}
const told = (
  plan: ReturnType<typeof planOf>,
  form = 'workshop',
  language: (typeof LANGUAGES)[number] = 'en',
) => {
  const application = codebook.applications.get(form)
  if (!application) throw new Error(`the codebook has lost ${form}`)
  return planLeaf({
    ...{ plan, sheet: codebook.plan, application, words: words[language] },
    day: (iso) => `<${iso}>`,
    money: (n, currency) => `${n / 100} ${currency}`.trim(),
    linked: () => null,
    open: openPoints(plan, codebook.plan).length,
  })
}
const section = (leaf: PlanLeaf, id: string) => leaf.sections.find((one) => one.id === id)?.blocks ?? []

describe.each(LANGUAGES.map((language, at) => [language, at] as const))(
  'the plan of the examples in %s',
  (language, at) => {
    const plan = planOf(plans[at]?.entries ?? new Map())
    it('has no point open', () => expect(openPoints(plan, codebook.plan)).toEqual([]))

    it.each(applications.map((one) => one.id))('is a whole application in the order %s', (form) => {
      const leaf = told(plan, form, language)
      const text = JSON.stringify(leaf)
      expect(text).not.toContain(words[language].t('plan.leaf.missing'))
      expect(text).not.toMatch(/\{\w+\}|undefined|null,null/)
      expect(leaf.sections.filter((one) => one.isTooLong || one.blocks.length === 0)).toEqual([])
      expect(leaf.colophon).toHaveLength(1)
    })
  },
)

describe('an application', () => {
  it('adds up what it asks for, and what the group brings', () => {
    const [, sums] = section(told(planOf(plans[0]?.entries ?? new Map())), 'budget')
    expect(sums?.kind === 'fields' && sums.fields.map((one) => one.text)).toEqual([
      '1117500 KZT',
      '174000 KZT',
      '943500 KZT',
    ])
  })

  it('calls a sum a bound while a line has no price, and never counts it as nothing', () => {
    const plan = planFrom([
      ['budget', 'b1', { what: 'Paper', price: '100' }],
      ['budget', 'b2', { what: 'Hall' }],
    ])
    const text = JSON.stringify(section(told(plan), 'budget'))
    expect(text).toContain('at least 100')
    expect(text).toContain('["Hall","","1","","not known",""]')
    expect(text).toContain('1 line has no price yet')
  })

  it('ends with the words of its funder, and with the usual ones where it has none', () => {
    const front = { funder: 'Fund $& one', applicant: 'Us' }
    expect(told(planFrom([['front', 'front', front]])).colophon[0]).toBe(
      'Paid for by Fund $& one. Us alone answers for what is said here; it need not be the view of Fund $& one.',
    )
    expect(told(planFrom([['front', 'front', { ...front, disclaimer: 'Our own.' }]])).colophon[0]).toBe(
      'Our own.',
    )
    expect(told(planFrom([['front', 'front', { applicant: 'Us' }]])).colophon).toHaveLength(1)
  })

  it('says that it is a draft, and shows what nobody wrote as missing', () => {
    const leaf = told(planFrom([]))
    expect(leaf.colophon).toEqual([expect.stringMatching(/^Draft: \d+ points/)])
    expect(section(leaf, 'problem')[0]).toEqual({ kind: 'missing', text: 'Not written yet' })
    const [harm] = section(leaf, 'risks').slice(-1)
    expect(harm?.kind === 'fields' && harm.fields.every((one) => one.isMissing)).toBe(true)
  })

  it('tells a section that is longer than the funder reads, and cuts nothing', () => {
    const what = 'word '.repeat(251).trim()
    const leaf = told(planFrom([['problem', 'problem', { what }]]), 'concept')
    const [why] = leaf.sections
    expect([why?.aside, why?.isTooLong]).toEqual(['251 of 250 words', true])
    expect(JSON.stringify(why)).toContain(what)
  })

  it('hangs a cause from the one that it explains, and loses none that name each other in a ring', () => {
    const blocks = section(
      told(
        planFrom([
          ['cause', 'c1', { text: 'a' }],
          ['cause', 'c2', { text: 'b', under: 'c1' }],
          ['cause', 'c3', { text: 'ring one', under: 'c4' }],
          ['cause', 'c4', { text: 'ring two', under: 'c3' }],
        ]),
      ),
      'problem',
    )
    const tree = blocks.find((one) => one.kind === 'tree')
    expect(tree?.kind === 'tree' && tree.alt).toBe('Roots: a (b); ring one (ring two).')
  })

  it('draws only what has both its days, and keeps the rest in its table', () => {
    const blocks = section(
      told(
        planFrom([
          ['activity', 'x1', { what: 'Print', from: '2027-01-02', to: '2027-01-03' }],
          ['activity', 'x2', { what: 'Film', from: '2027-01-02' }],
          ['activity', 'x3', { what: 'Talk', from: 'soon', to: 'later' }],
        ]),
      ),
      'activities',
    )
    expect(blocks.map((one) => one.kind)).toEqual(['table', 'weeks'])
    expect(blocks[1]?.kind === 'weeks' && blocks[1].bars.map((one) => one.label)).toEqual(['Print'])
    expect(JSON.stringify(blocks[0])).toContain('Film')
  })

  it('leaves out a link to what nothing answers to', () => {
    const plan = planFrom([['link', 'l1', { kind: 'campaign', of: 'secret-campaign' }]])
    expect(JSON.stringify(told(plan))).not.toContain('secret-campaign')
  })
})
