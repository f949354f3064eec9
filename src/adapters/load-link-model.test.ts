/** A model is data: what is wrong in it is told with line and column, all at once; what is written is read back the same. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Refusal } from '../core/faults.ts'
import { linkModelYaml, loadLinkModel } from './load-link-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const load = (yaml: string) => {
  const path = join(folder, 'model.yaml')
  writeFileSync(path, yaml)
  return loadLinkModel(path)
}
const GOOD = `comparisons:
  - { name: given, columns: [first], kind: given, swaps: surname, frequency: true }
  - { name: surname, columns: [last], kind: surname, swaps: given }
  - { name: born, columns: [y, m, d], kind: date, m: [.8, .05, .05, .03, .03, .02, .02] }
blocking:
  - ['surname:start', born]
deterministic:
  - [surname, born]
`

describe('a model', () => {
  it('has defaults where it says nothing', () => {
    expect(load(GOOD)).toMatchObject({ threshold: 0.9, keep: 0.01, mostInBlock: 1000, prior: null })
  })

  it('is read back as it was written', () => {
    const model = load(GOOD)
    expect(load(linkModelYaml(model, ['first: given (heading)']))).toEqual(model)
  })

  it.each([
    ['an unknown kind', 'kind: surname', 'kind: clan', '3:45'],
    ['a comparison that is not there', 'swaps: given }', 'swaps: clan }', '3:61'],
    ['a part that is not there', "'surname:start'", "'surname:middle'", '6:6'],
    ['a key of no comparison', 'born]\ndet', 'died]\ndet', '6:23'],
    ['too few shares', '[.8, .05, .05, .03, .03, .02, .02]', '[.8, .2]', '4:54'],
    ['several columns of what is no date', 'columns: [last]', 'columns: [last, maiden]', '3:31'],
    ['a threshold that is no probability', 'blocking:', 'threshold: 2\nblocking:', '5:12'],
    ['a key nobody knows', 'blocking:', 'blokcing: []\nblocking:', '1:1'],
    ['no YAML', 'comparisons:', 'comparisons: [', '2:3'],
  ])('with %s is refused where it stands', (_, from, to, where) => {
    const refused = (() => {
      try {
        load(GOOD.replace(from, to))
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).faults.map((one) => one.where)).toContain(`model.yaml:${where}`)
    expect((refused as Refusal).code).toBe('data.invalid')
  })
})
