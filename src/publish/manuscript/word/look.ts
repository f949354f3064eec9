/** How a file for word processors looks: ink on paper, hairlines, two typefaces that stand on every desk and have the letters of Kazakh. */
import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx'
import type { Language } from '../../../core/language.ts'

const LOCALES = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' } as const
const [TEXT, LABELS] = ['Times New Roman', 'Arial']
export const INK = '1E1A16'
const SOFT = '5C5347'
export const LINEN = 'F4ECDD'
export const hairline = (color = 'B8A98A', size = 4) => ({ style: BorderStyle.SINGLE, size, color, space: 4 })
export const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

export const label = { font: LABELS, size: 17, color: SOFT } as const
/** A line and a quarter. */
const spaced = (before: number, after: number) => ({
  ...{ before, after, line: 288, lineRule: LineRuleType.AUTO },
})
const own = (id: string, name: string, run: object, paragraph: object) => ({
  ...{ id, name, basedOn: 'Normal', quickFormat: true, run, paragraph },
})

/** Named after what stands in them, so that whoever goes on writing finds them in the list of styles. */
export const looks = (language: Language): IStylesOptions => ({
  default: {
    document: {
      run: { font: TEXT, size: 22, color: INK, language: { value: LOCALES[language] } },
      paragraph: { spacing: spaced(0, 140) },
    },
    title: { run: { font: TEXT, size: 40, bold: true }, paragraph: { spacing: { before: 120, after: 200 } } },
    heading1: {
      run: { font: LABELS, size: 27, bold: true },
      paragraph: { spacing: { before: 480, after: 120 }, keepNext: true, border: { top: hairline(INK) } },
    },
    heading2: {
      run: { font: LABELS, size: 22, bold: true },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
    },
    footnoteText: { run: { font: TEXT, size: 18 }, paragraph: { spacing: { after: 40 } } },
  },
  paragraphStyles: [
    own('Label', 'Label', label, { spacing: { before: 60, after: 120 } }),
    own('Summary', 'Summary', { size: 25, italics: true }, { spacing: spaced(0, 240) }),
    own('Told', 'Told', {}, { spacing: spaced(0, 100) }),
    own('Said', 'Quotation', { size: 23 }, { indent: { left: 560, right: 560 }, spacing: spaced(160, 40) }),
    own('Speaker', 'Speaker', label, { indent: { left: 560, right: 560 }, spacing: { after: 200 } }),
    own('Entry', 'Entry', {}, { indent: { left: 2270, hanging: 2270 }, spacing: spaced(0, 80) }),
    own(
      'Caption',
      'Caption',
      { font: LABELS, size: 18, bold: true },
      { keepNext: true, spacing: { before: 240, after: 80 } },
    ),
    own('Cell', 'Cell', { font: LABELS, size: 18 }, { spacing: { before: 50, after: 50 } }),
    own('Value', 'Value', {}, { spacing: { before: 30, after: 50 } }),
    own('CellHead', 'Cell, head', label, { keepNext: true, spacing: { before: 50, after: 50 } }),
    own(
      'BoxTitle',
      'Box, title',
      { font: LABELS, size: 20, bold: true },
      { keepNext: true, spacing: { before: 120, after: 100 } },
    ),
  ],
})
