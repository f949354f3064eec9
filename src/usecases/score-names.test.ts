/** A table of pairs comes back as it was, with what is said of each pair; what cannot be read is told with its place. */
import { describe, expect, it } from 'vitest'
import { openNames } from '../app.ts'
import { Refusal } from '../core/faults.ts'
import { scoreNames } from './score-names.ts'

const rules = openNames()
const score = (text: string, schema: string | null = null): string =>
  scoreNames(text, { a: 'left', b: 'right', schema }, rules)

describe('a table of pairs', () => {
  it('keeps its columns and says score, verdict and why', () => {
    const [head, same, other, end] = score(
      'id,left,right\n1,Асан Үсенов,Asan Usenov\n2,"Usenov, Asan",Aigul Serikova\n',
    ).split('\r\n')
    expect(head).toBe('id,left,right,score,same,why')
    expect(same).toMatch(/^1,Асан Үсенов,Asan Usenov,1\.0000,true,/)
    expect(other).toMatch(/^2,"Usenov, Asan",Aigul Serikova,0\.0000,false,.*disagree/)
    expect(end).toBe('')
  })

  it('compares bodies as bodies where a column says so', () => {
    const told = score('kind,left,right\nCompany,ТОО Дала,Dala LLP\nPerson,Asan Usenov,A. Usenov\n', 'kind')
    expect(told.match(/,true,/g)).toHaveLength(2)
  })

  it.each([
    ['', 'input.empty', undefined],
    ['one,right\na,b\n', 'input.value', '1:1'],
    ['left,right\na\n', 'input.row', '2:1'],
    ['left,right,kind\na,b,Ghost\n', 'input.value', '2:5'],
    ['left,right\n"a,b\n', 'input.quote', '2:1'],
  ])('%j is refused: %s at %s', (text, code, where) => {
    const refused = (() => {
      try {
        score(text, text.includes('kind') ? 'kind' : null)
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).faults[0]).toMatchObject({ code, ...(where && { where }) })
  })
})
