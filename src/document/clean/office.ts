/** The bytes of a Word file or a spreadsheet in, the same without authors, histories and paths of its maker out: written anew, part by part. */
import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate'
import { refuse } from '../../core/faults.ts'
import { unpack } from '../zip.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanXml } from './office-xml.ts'
import { cleanPng } from './png.ts'

/** Programs, files within files and pictures that are small programs: what is in them cannot be told, so nobody may say that it is clean. */
const LEFT = /\.(xml|rels|vml|jpe?g|png|odttf)$/i
/** Told by nobody who reads: properties, a small picture of the first page, settings of a printer, who wrote together, remarks, what was before. */
const DROPPED =
  /^(docProps\/|customXml\/|xl\/printerSettings\/|xl\/revisions\/|xl\/calcChain\.xml$|word\/people\.xml$|xl\/persons\/|word\/comments\w*\.xml$|word\/glossary\/|xl\/externalLinks\/)|thumbnail\.\w+$/i

/** Refuses a file that holds something which cannot be made clean, by its name. */
export function cleanOffice(bytes: Uint8Array): Uint8Array {
  const parts = unpack(bytes, () => true)
  const kept: [string, Uint8Array][] = []
  for (const [name, part] of parts) {
    if (name.endsWith('/') || DROPPED.test(name)) continue
    if (!LEFT.test(name)) throw refuse('clean.holds', { name })
    kept.push([name, cleanPart(name, part)])
  }
  // A set hour: the time at which each part was written tells when somebody worked.
  return zipSync(Object.fromEntries(kept) satisfies Zippable, { mtime: '1980-01-01T12:00:00' })
}

function cleanPart(name: string, part: Uint8Array): Uint8Array {
  if (/\.png$/i.test(name)) return cleanPng(part)
  if (/\.jpe?g$/i.test(name)) return cleanJpeg(part)
  if (/\.odttf$/i.test(name)) return part
  // In another encoding than UTF-8 every second byte is nought.
  if (part.includes(0)) throw refuse('input.broken')
  const text = cleanXml(strFromU8(part).replace(/^\uFEFF/, ''))
  if (/\.rels$/i.test(name)) return strToU8(relations(name, text))
  return strToU8(name === '[Content_Types].xml' ? contents(text) : text)
}

/** Links to parts that are gone, and to places on the maker's machine. Links that a reader follows stay: they are what the text says. */
const relations = (name: string, text: string): string =>
  text.replace(/<(?:\w+:)?Relationship\b[^>]*\/>/g, (one) => {
    const target = /\bTarget="([^"]*)"/.exec(one)?.[1] ?? ''
    if (/TargetMode="External"/.test(one)) return /^(?:https?:|mailto:)/i.test(target) ? one : ''
    return DROPPED.test(resolved(name, target)) ? '' : one
  })

/** `word/_rels/document.xml.rels` and `../docProps/app.xml` → `docProps/app.xml`. */
function resolved(name: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = name.split('/').slice(0, -2)
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}

const contents = (text: string): string =>
  text.replace(/<(?:\w+:)?Override\b[^>]*\/>/g, (one) =>
    DROPPED.test(/PartName="\/([^"]*)"/.exec(one)?.[1] ?? '') ? '' : one,
  )
