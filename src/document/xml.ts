/** The bytes of an XML part → its tags and words, one after the other; whatever declares things of its own is refused. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { refuse } from '../core/faults.ts'
import { MOST_DEPTH } from './bounds.ts'

export type Tag = {
  readonly name: string
  /** The last part of the namespace's address tells words of a text from those of a drawing, whatever prefix stands before them. */
  readonly space: string
  /** By name, whatever its prefix; null when it is not there. */
  readonly attribute: (name: string) => string | null
}
export type Listener = {
  readonly open?: (tag: Tag) => void
  readonly close?: (tag: Tag) => void
  readonly text?: (words: string) => void
}

function tagOf(tag: SaxesTagNS): Tag {
  return {
    name: tag.local,
    space: tag.uri,
    attribute: (name) => Object.values(tag.attributes).find((one) => one.local === name)?.value ?? null,
  }
}

function decoded(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null
  try {
    return new TextDecoder(wide ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'), {
      fatal: true,
    }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw refuse('input.broken')
    throw error
  }
}

/** No office program writes a DOCTYPE: it is how entities are declared that grow, or that fetch files of this machine. */
export function readXml(bytes: Uint8Array, listener: Listener): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw refuse('input.entities')
  })
  parser.on('error', () => {
    throw refuse('input.broken')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > MOST_DEPTH) throw refuse('input.unpacked', { limit: MOST_DEPTH })
    listener.open?.(tagOf(tag))
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    listener.close?.(tagOf(tag))
  })
  parser.on('text', (words) => listener.text?.(words))
  parser.on('cdata', (words) => listener.text?.(words))
  const text = decoded(bytes)
  // In slices: one text node of many megabytes would be held several times over.
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536))
  parser.close()
}
