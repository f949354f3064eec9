/** A page’s HTML in, everything in it that could run or reach elsewhere out, as a browser would build it. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

const ELEMENTS = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'base',
  'style',
  'template',
  'foreignObject',
  'animate',
  'math',
  'marquee',
])
/** Our own scripts: nothing within, nothing beside the address, and at the addresses that the workspace serves alone. */
const OUR_SCRIPTS = new Set(['leave', 'review', 'inbox'].map((name) => `/assets/${name}.js`))
const isOurs = ({ tagName, attrs, childNodes }: DefaultTreeAdapterTypes.Element): boolean =>
  tagName === 'script' &&
  childNodes.length === 0 &&
  attrs.every(({ name, value }) => (name === 'src' ? OUR_SCRIPTS.has(value) : name === 'defer')) &&
  attrs.some(({ name }) => name === 'src')

/** Attributes that hold addresses, which may only stay here, or lead to a source over the web. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'data', 'poster', 'xlink:href'])
const SAFE = /^(?:\/(?!\/)|#|https?:\/\/|tag:)/

function* nodesOf(root: Node): Generator<DefaultTreeAdapterTypes.Element> {
  const stack: Node[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('tagName' in node) yield node
    if ('childNodes' in node) stack.push(...node.childNodes)
  }
}

export function dangersIn(html: string): readonly string[] {
  const found: string[] = []
  for (const element of nodesOf(parse(html))) {
    const { tagName, attrs } = element
    if (isOurs(element)) continue
    if (ELEMENTS.has(tagName)) found.push(`<${tagName}>`)
    for (const { name, value } of attrs) {
      if (/^on/i.test(name) || name === 'style' || name === 'srcdoc') found.push(`<${tagName} ${name}>`)
      if (ADDRESSES.has(name) && !SAFE.test(value)) found.push(`<${tagName} ${name}="${value}">`)
      if (name === 'http-equiv') found.push(`<${tagName} ${name}="${value}">`)
    }
  }
  return found
}
