/** What is copied from a spreadsheet is read whole or not at all, and every cell that cannot be read is named. */
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { Refusal } from '../../core/faults.ts'
import { cellWords, patchesIn, talliesIn as read } from './pasted.ts'

const words = cellWords(knowledge)
const talliesIn = (text: string, event?: string) => read(text, words, event)

const faultsOf = (work: () => unknown): readonly string[] => {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.faults.map(({ code, params }) => `${code} ${params.line}:${params.column} ${params.problem}`)
  }
}

describe('sheets', () => {
  it('are read with tabs or semicolons, with and without an upper end and a code', () => {
    const sheets = talliesIn(
      'letter\t110\t112\t115\tcounted\t2026-11-06\ta library\tASM-0001\n\nlesson;58;58;;reported;2026-11-11;two teachers;\n',
    )
    expect(sheets).toMatchObject([
      { of: 'letter', low: 110, best: 112, high: 115, method: 'counted', sheet: 'ASM-0001' },
      { of: 'lesson', best: 58, high: null, method: 'reported', countedBy: 'two teachers' },
    ])
    expect(sheets[1]).not.toHaveProperty('sheet')
  })

  it('say at which event they were counted, and are a partner’s where they were counted at none', () => {
    const row = 'letter;38;41;45;sheet;2026-11-06;us;ABC-123'
    expect(talliesIn(row, 'e-0001')).toMatchObject([{ source: 'event', event: 'e-0001' }])
    expect(talliesIn(row)).toMatchObject([{ source: 'partner' }])
    expect(talliesIn(row)[0]).not.toHaveProperty('event')
  })

  it('may have headings in the first row, and units and methods in the words of any language', () => {
    const { ru, kk } = knowledge.words
    const unit = knowledge.codebook.campaigns.actions.get('letter')?.unit.kk
    const rows = [
      'Единица;Не меньше;Вероятно;Не больше;Как;День;Кто;Код',
      `письмо;1;2;3;${ru.t('act.method.sheet')};2026-11-06;мы;`.replace(
        'письмо',
        knowledge.codebook.campaigns.actions.get('letter')?.unit.ru ?? '',
      ),
      `${unit};1;2;3;${kk.t('act.method.counted')};2026-11-06;біз;`,
    ].join('\n')
    expect(talliesIn(rows)).toMatchObject([
      { of: 'letter', method: 'sheet' },
      { of: 'letter', method: 'counted' },
    ])
    // Alone it is no heading but a row that cannot be read, and a row with a number is never taken for one.
    expect(faultsOf(() => talliesIn('a;b;c')).length).toBeGreaterThan(0)
    expect(faultsOf(() => talliesIn(`units;low;2;;;;\nletter;1;2;3;sheet;2026-11-06;us;`))).toContain(
      'campaign.cell 1:1 units',
    )
  })

  it('are refused with every bad cell at once, by line and column', () => {
    expect(
      faultsOf(() => talliesIn('letters;1;2;3;counted;2026-11-06;us\nletter;a;-2;3;guessed;someday;')),
    ).toEqual([
      'campaign.cell 1:1 letters',
      'campaign.cell 2:2 a',
      'campaign.cell 2:3 -2',
      'campaign.cell 2:5 guessed',
      'campaign.cell 2:6 someday',
      'campaign.cell 2:7 ',
    ])
  })
})

describe('patches from paper', () => {
  it('have a shape, a cloth by the number that stands on the sheet, and words only with their language', () => {
    expect(patchesIn('good;1\nassembly\t6\tkk\tАлаң баршаға ортақ.')).toEqual([
      { motif: 'good', cloth: 0, words: null, language: null },
      { motif: 'assembly', cloth: 5, words: 'Алаң баршаға ортақ.', language: 'kk' },
    ])
  })

  it.each([
    ['an address', 'good;1;en;write to me@example.org', '1:4 write to me@example.org'],
    ['an account', 'good;1;en;#freedom', '1:4 #freedom'],
    ['a link', 'good;1;en;see www.example.org', '1:4 see www.example.org'],
    ['too many words', `good;1;en;${'a'.repeat(161)}`, '1:4 161'],
    ['a cloth that is none', 'good;7', '1:2 7'],
    ['a shape that is none', 'heart;1', '1:1 heart'],
    ['words in no language', 'good;1;;hello', '1:3 '],
  ])('refuse %s', (_what, text, fault) => {
    expect(faultsOf(() => patchesIn(text))).toEqual([`campaign.cell ${fault}`])
  })
})
