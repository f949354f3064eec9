/** An answer in, its figure as a file of its own out: what the style sheet says on a page, the file says itself. */
import { inXml } from '../../../core/in-xml.ts'
import type { CountAnswer } from '../../../usecases/measure/count-records.ts'
import type { Desktop } from '../desktop.ts'
import { lines } from './count-figure.ts'
import { unitLabel } from './labels.ts'

const STYLE =
  '<style>text{font:13px "Golos Text","Noto Sans",sans-serif;fill:#1e1a16}.line,.range-hair{stroke:#1e1a16;fill:none}.range-hair{stroke:#8c7b5e;stroke-width:1}.range-band{stroke:#1e1a16;stroke-width:1}.inkf{fill:#1e1a16}</style>'

/** The wide drawing alone; its method and inputs stand in it, so that it says what it is wherever it goes. */
export function fileFigure(desktop: Desktop, answer: CountAnswer): string {
  const [wide = ''] = /<svg class="wide"[\s\S]*?<\/svg>/.exec(lines(desktop, answer).toString()) ?? []
  const desc = `<desc>${answer.method}; ${unitLabel(desktop, answer)}; inputs ${answer.inputs}</desc>`
  const drawn = wide === '' ? '<svg viewBox="0 0 1 1" role="img">' + '</svg>' : wide
  return inXml(
    drawn
      .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
      .replace('</title>', `</title>${desc}${STYLE}`),
  )
}
