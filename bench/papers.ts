/** A manuscript of thirty pages in, how long each of its files takes, and what other programs read out of them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWords } from '../src/app/knowledge.ts'
import { openPainter } from '../src/app/serving.ts'
import { LANGUAGES, type Language } from '../src/core/language.ts'
import { readReturned } from '../src/document/returned/read-returned.ts'
import { editsOf } from '../src/publish/manuscript/edits/edits.ts'
import { sentOf } from '../src/publish/manuscript/edits/sent.ts'
import { everyBlock } from '../src/publish/manuscript/fixture.ts'
import { type Manuscript, PAPERS } from '../src/publish/manuscript/manuscript.ts'
import { placesIn } from '../src/publish/manuscript/places.ts'
import { setManuscript } from '../src/usecases/set-manuscript.ts'

/** The bar: a briefing of thirty pages is typeset in less. */
const MOST_SECONDS = 5
const folder = mkdtempSync(join(tmpdir(), 'aigaq-papers-'))
const painter = openPainter()
let failed = false
const fails = (what: string): void => {
  failed = true
  console.log(`  NOT AS IT SHOULD BE: ${what}`)
}
const has = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0
const squeezed = (text: string): string => text.replace(/[\s|]+/g, '')

/** Of every piece of text, how many another program read out whole. */
function readOut(text: string, manuscript: Manuscript): string {
  const all = squeezed(text)
  const places = placesIn(manuscript)
  const found = places.filter((one) => all.includes(squeezed(one.words)))
  if (found.length < places.length) fails(`${places.length - found.length} pieces are not read`)
  return `${found.length} of ${places.length} pieces`
}

async function files(language: Language, manuscript: Manuscript): Promise<void> {
  const words = openWords(language)
  if (!words) throw new Error(`locales/${language} cannot be read`)
  for (const paper of PAPERS) {
    const [from, cpu] = [performance.now(), process.cpuUsage()]
    const { bytes } = await setManuscript(manuscript, paper, { words, paint: painter.paint })
    const [seconds, used] = [(performance.now() - from) / 1000, process.cpuUsage(cpu)]
    writeFileSync(join(folder, `${language}.${paper}`), bytes)
    console.log(
      `${language} ${paper}: ${seconds.toFixed(2)} s (${((used.user + used.system) / 1e6).toFixed(2)} s of processor), ${Math.ceil(bytes.length / 1000)} KB`,
    )
    if (paper === 'pdf' && seconds > MOST_SECONDS) fails(`${seconds.toFixed(1)} s for a PDF`)
  }
}

function byPoppler(language: Language, manuscript: Manuscript): void {
  const file = join(folder, `${language}.pdf`)
  const pages = /Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout)?.[1]
  // Without notes and heads between: only sentences that no page ends in can be compared whole.
  const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  const short = placesIn(manuscript).filter((one) => one.words.length < 60)
  const found = short.filter((one) => squeezed(stdout).includes(squeezed(one.words)))
  console.log(`  poppler: ${pages} pages, ${found.length} of ${short.length} short pieces`)
  if (found.length < short.length * 0.98) fails('poppler reads other words')
}

/** Opened and saved by another program: what it changed in it, in our eyes. */
function byLibreOffice(language: Language, manuscript: Manuscript): void {
  const out = join(folder, 'saved')
  const args = [
    '--headless',
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    out,
    join(folder, `${language}.docx`),
  ]
  spawnSync('soffice', args, { stdio: 'ignore' })
  const back = editsOf(readReturned(readFileSync(join(out, `${language}.docx`))), sentOf(manuscript))
  console.log(
    `  LibreOffice: opened, saved, read again: ${back.byMark} of ${back.sent} pieces under their marks, ${back.unchanged} word for word, ${back.edits.length} edits that nobody made`,
  )
  if (back.unchanged < back.sent || back.edits.length > 0) fails('a save without an edit is no edit')
}

const PYTHON = `import sys, docx
d = docx.Document(sys.argv[1])
def walk(e):
    return ' '.join(t.text or '' for t in e.iter('{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t'))
print(walk(d.element.body))`

try {
  const there = {
    poppler: has('pdftotext', '-v'),
    libreOffice: has('soffice', '--version'),
    pythonDocx: has('python3', '-c', 'import docx'),
  }
  for (const language of LANGUAGES) {
    const manuscript = everyBlock(language, 16, 16)
    await files(language, manuscript)
    if (there.poppler) byPoppler(language, manuscript)
    if (there.libreOffice) byLibreOffice(language, manuscript)
    if (there.pythonDocx) {
      const { stdout } = spawnSync('python3', ['-c', PYTHON, join(folder, `${language}.docx`)], {
        encoding: 'utf8',
      })
      console.log(`  python-docx: ${readOut(stdout, manuscript)}`)
    }
  }
  for (const [name, isThere] of Object.entries(there))
    if (!isThere) console.log(`NOT MEASURED, SINCE IT IS NOT HERE: ${name}`)
} finally {
  await painter.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0
