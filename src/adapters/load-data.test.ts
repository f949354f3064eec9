/** Data somebody broke is refused with every fault at once, each with file, line and column. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../core/faults.ts'
import { loadCodebook } from './load-codebook.ts'
import { loadPack } from './load-pack.ts'
import { loadTell } from './load-tell.ts'

const root = new URL('../..', import.meta.url).pathname

describe('a broken copy', () => {
  let copy = ''
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'aigaq-data-'))
    for (const folder of ['codebook', 'packs'])
      cpSync(join(root, folder), join(copy, folder), { recursive: true })
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  /** Each change must find its words, or the test would prove nothing. */
  function spoil(file: string, changes: readonly (readonly [string, string])[]): void {
    const path = join(copy, file)
    let text = readFileSync(path, 'utf8')
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`${file} has no "${from}" to break`)
      text = text.replace(from, to)
    }
    writeFileSync(path, text)
  }
  /** Every fault is one of these and each of these is told once, in any order. */
  function expectOnly(faults: readonly Fault[], wanted: readonly RegExp[]): void {
    const told = faults.map((one) => `${one.where} ${String(one.params.problem)}`)
    expect(told.filter((one) => !wanted.some((pattern) => pattern.test(one)))).toEqual([])
    for (const pattern of wanted)
      expect([pattern, told.filter((one) => pattern.test(one)).length]).toEqual([pattern, 1])
  }

  test('of the codebook has all its faults listed, each with file, line and column', () => {
    spoil('codebook/acts.yaml', [
      ['    motif: liberty\n', '    motif: lberty\n'],
      ['id: preventive_detention', 'id: detention'],
      ['    motif: good\n', '    motif: trial\n'],
    ])
    spoil('codebook/kinds.yaml', [['id: background', 'id: hearsay']])
    spoil('codebook/rules.yaml', [['names.basis-expired@1', 'names.basis-expired']])
    spoil('codebook/harms.yaml', [["version: '1'", "version: '0'"]])
    spoil('codebook/roles.yaml', [['reviewedBy:', "version: '1'\nreviewedBy:"]])
    const faults: Fault[] = []
    expect(loadCodebook(copy, faults)).toBeNull()
    expectOnly(faults, [
      /^codebook\/acts\.yaml:\d+:\d+ terms\.0\.motif: /,
      /^codebook\/acts\.yaml:\d+:\d+ terms\.1\.id: "detention" is there twice/,
      /^codebook\/acts\.yaml:\d+:\d+ terms\.\d+\.motif: good news/,
      /^codebook\/harms\.yaml version 0, but the codebook is 1$/,
      /^codebook\/kinds\.yaml:\d+:\d+ terms\.3\.id: "hearsay" is not a term/,
      /^codebook\/kinds\.yaml:\d+:\d+ terms: the term "background" is missing/,
      /^codebook\/roles\.yaml:\d+:\d+ Map keys must be unique/,
      /^codebook\/rules\.yaml:\d+:\d+ rules\.0\.id: a rule is written name@version/,
    ])
  })

  test('of a bill that names what the pack does not have says so', () => {
    spoil('packs/kz/bills.yaml', [
      ['becomes: ASSEMBLY2020', 'becomes: ASSEMBLY2021'],
      ['by: mazhilis', 'by: kurultai'],
      ['provision: AOC-488', 'provision: AOC-999'],
    ])
    const faults: Fault[] = []
    expect(loadPack(copy, 'kz', faults)).toBeNull()
    expectOnly(faults, [
      /^packs\/kz\/bills\.yaml bill assemblies-2020: no act "ASSEMBLY2021"$/,
      /^packs\/kz\/bills\.yaml bill assemblies-2020: no organisation "kurultai"$/,
      /^packs\/kz\/bills\.yaml bill assemblies-2020: no provision "AOC-999"$/,
    ])
  })

  test('of the pack has all its faults listed, each with file, line and column', () => {
    spoil('packs/kz/laws.yaml', [
      ['    act: CC\n', '    act: CX\n'],
      ['certainty: recalled\n', 'certainty: surely\n'],
    ])
    spoil('packs/kz/mci.yaml', [['from: "2020-04-01"', 'from: "2020-03-31"']])
    spoil('packs/kz/places.yaml', [
      ['inside: atyrau', 'inside: atlantis'],
      ['inside: shymkent', 'inside: null'],
      ['    region: KZ-27\n', '    region: KZ-00\n'],
    ])
    spoil('packs/kz/bills.yaml', [
      ['stage: signed', 'stage: sealed'],
      ['clauses: [leave]', 'clauses: [leaf]'],
    ])
    spoil('packs/kz/pack.yaml', [['currency: KZT\n', 'currency: KZT\ncolour: blue\n']])
    const faults: Fault[] = []
    expect(loadPack(copy, 'kz', faults)).toBeNull()
    expect(faults.every((one) => one.code === 'data.invalid')).toBe(true)
    expectOnly(faults, [
      /^packs\/kz\/bills\.yaml:\d+:\d+ bills\.0\.steps\.3\.stage: /,
      /^packs\/kz\/bills\.yaml:\d+:\d+ bills\.0\.objections\.0\.clauses: no clause "leaf" in this bill/,
      /^packs\/kz\/laws\.yaml:\d+:\d+ acts\.\d+\.certainty: must begin with report/,
      /^packs\/kz\/laws\.yaml:\d+:\d+ provisions\.0\.act: no act "CX"/,
      /^packs\/kz\/mci\.yaml:\d+:\d+ values\.13\.from: overlaps the value from 2020-01-01 to 2020-03-31/,
      /^packs\/kz\/pack\.yaml:\d+:\d+ file: .*colour/,
      /^packs\/kz\/places\.yaml:\d+:\d+ places\.\d+\.inside: a site or city district/,
      /^packs\/kz\/places\.yaml:\d+:\d+ places\.\d+\.inside: no place "atlantis"/,
      /^packs\/kz\/places\.yaml:\d+:\d+ places\.\d+\.region: no region "KZ-00"/,
    ])
  })

  test('of a telling names the act that cannot be told', () => {
    spoil('packs/lang/en/tell.yaml', [['  detention:', '  detentoin:']])
    const codebook = loadCodebook(root, [])
    if (codebook === null) throw new Error('the real codebook does not load')
    const faults: Fault[] = []
    expect(loadTell(copy, 'en', codebook, faults)).toBeNull()
    expectOnly(faults, [
      /^packs\/lang\/en\/tell\.yaml:\d+:\d+ acts: "detention" of the codebook is not told/,
      /^packs\/lang\/en\/tell\.yaml:\d+:\d+ acts\.detentoin: "detentoin" is not in the codebook/,
    ])
  })

  test.each(['xx', '..', 'KZ', 'lang', ''])('has no pack of the country "%s"', (id) => {
    const faults: Fault[] = []
    expect(loadPack(copy, id, faults)).toBeNull()
    expect(faults).toEqual([{ code: 'pack.unknown', params: { id } }])
  })
})
