/** One part of an office file in, the same without who wrote it, when, in which sitting and on which machine out: read by a parser and written anew. */
import { type SaxesAttributePlain, SaxesParser } from 'saxes'
import { Refusal, refuse } from '../../core/faults.ts'
import { MOST_DEPTH } from '../bounds.ts'

/** With all that is in them: histories, paths, protections with names, what was struck out, where remarks stood. By local name. */
const ELEMENTS = new Set([
  ...['rsids', 'docId', 'attachedTemplate', 'saveThroughXslt', 'mailMerge', 'docVars', 'documentProtection'],
  ...['absPath', 'fileSharing', 'fileRecoveryPr', 'uniqueId', 'revisionPtr'],
  ...['del', 'moveFrom', 'moveFromRangeStart', 'moveFromRangeEnd'],
  ...['commentRangeStart', 'commentRangeEnd', 'commentReference'],
])
/** Accounts, days, and the numbers of chance by which texts of one sitting are known, across files. */
const ATTRIBUTES =
  /^(?:author|initials|date|dateUtc|userId|userName|providerId|lastEdited|lowestEdited|rupBuild|rsid\w*|paraId|textId|durableId|uid)$/
/** Elements whose words are names of people. */
const NAMED = new Set(['author'])
/** A picture is often named by the path from which it was put in; what describes it to who cannot see stays, unless it is such a path. */
const PICTURES = new Set(['docPr', 'cNvPr'])

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
const inText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
const inAttribute = (text: string): string =>
  inText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')

/** Refuses what is no XML, and a part that declares things of its own. */
export function cleanXml(text: string): string {
  const parser = new SaxesParser({ xmlns: false, fragment: false })
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  let [depth, skipped, isName] = [0, 0, false]
  const write = (words: string): void => {
    if (skipped === 0) out.push(words)
  }
  parser.on('doctype', () => {
    throw refuse('input.broken')
  })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    depth += 1
    if (depth > MOST_DEPTH) throw refuse('input.unpacked', { limit: MOST_DEPTH })
    if (skipped > 0 || ELEMENTS.has(local(name))) skipped += 1
    isName = NAMED.has(local(name))
    write(`<${name}${attributesOf(local(name), attributes)}${isSelfClosing ? '/>' : '>'}`)
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    depth -= 1
    isName = false
    if (skipped > 0) skipped -= 1
    else if (!isSelfClosing) write(`</${name}>`)
  })
  const words = (said: string): void => {
    // Between the first line and the root there is nothing but space.
    if (!isName && depth > 0) write(inText(said))
  }
  parser.on('text', words)
  parser.on('cdata', words)
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuse('input.broken')
  }
  return out.join('')
}

function attributesOf(
  element: string,
  attributes: Readonly<Record<string, SaxesAttributePlain['value']>>,
): string {
  return Object.entries(attributes)
    .filter(([name]) => name.startsWith('xmlns') || !ATTRIBUTES.test(local(name)))
    .flatMap(([name, value]) => {
      if (!PICTURES.has(element)) return [[name, value]]
      if (name === 'name') return [[name, '-']]
      return (name === 'descr' || name === 'title') && /[\\/]/.test(value) ? [] : [[name, value]]
    })
    .map(([name, value]) => ` ${name}="${inAttribute(value ?? '')}"`)
    .join('')
}
