/** A table of pairs comes back as it was, with what is said of each pair; what cannot be read is told with its place. */
import { describe, expect, it } from 'vitest'
import { openNames } from '../app/knowledge.ts'
import { Refusal } from '../core/faults.ts'
import { scoreNames } from './score-names.ts'

const rules = openNames()
const score = (text: string, schema: string | null = null): string =>
  scoreNames(new TextEncoder().encode(text), { a: 'left', b: 'right', schema }, rules)

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

  it('says nothing of a pair in which a name is missing: no score is not the score 0', () => {
    expect(score('left,right\nAsan Usenov,\n—,Asan Usenov\n').split('\r\n').slice(1)).toEqual([
      'Asan Usenov,,,,',
      '—,Asan Usenov,,,',
      '',
    ])
  })

  it('refuses bytes that are no UTF-8 and names the encoding they may be in', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('left,right\n'), 0xcf, 0xf0, 0xe8, 0x2c, 0xe2])
    expect(() => scoreNames(bytes, { a: 'left', b: 'right', schema: null }, rules)).toThrow('input.encoding')
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
