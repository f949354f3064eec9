/** The sheet of a quilt and a form in, the file out: a drawing, or typeset on A4 with its list behind. */
import { typeset } from '../adapters/typeset/typesetter.ts'
import { refuse } from '../core/faults.ts'
import { sheetSvg } from '../publish/sheet/draw.ts'
import { lookOf, type Sheet, type SheetFile } from '../publish/sheet/sheet.ts'

/** Refuses with `paper.no-typst` where PDF cannot be made. */
export async function setSheet(
  sheet: Sheet,
  file: SheetFile,
): Promise<{ readonly type: string; readonly body: string | Uint8Array }> {
  if (file.endsWith('.svg')) return { type: 'image/svg+xml', body: sheetSvg(sheet, lookOf(file)) }
  const pdf = await typeset(sheet, 'sheet')
  if (!pdf) throw refuse('paper.no-typst')
  return { type: 'application/pdf', body: pdf }
}
