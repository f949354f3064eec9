/** A law as somebody typed it in one of three languages in, its code, article and part out; null when no code fits. */
import type { Codebook } from '../core/codebook.ts'
import type { Pack } from '../core/pack.ts'
import { LAW_CODES, type LawCode, type LawValue } from '../core/values.ts'
import { lawCodeMeant, termMeant } from './resolve.ts'

/** `law on assemblies «law on peaceful rallies»`: the words of the text after the code they mean. */
const QUOTED = /^(.*?)\s*[«“"](.+)[»”"]$/
const ARTICLE =
  /(?<!\p{L})(?:articles?|art\.?|стать[яиею]|ст\.?|-?ба[пб]\p{L}*)?\s*(\d+(?:-\d+)?)(?:\s*-?ба[пб]\p{L}*)?/iu
const PART = /\((\d+)\)|(?<!\p{L})(?:part|часть|части|ч\.)\s*(\d+)|(\d+)\s*-?бөл[іi]\p{L}*/iu

/** In quotation marks: a law named without an article, kept as it was written; what stands before them is its code. */
export function typedLaw(typed: string, codebook: Codebook, pack: Pack): LawValue | null {
  const text = typed.trim()
  const [, before = '', quoted] = QUOTED.exec(text) ?? []
  if (quoted !== undefined) {
    const meant = before === '' ? 'other' : codeMeant(before, codebook, pack)
    return meant && { code: meant, article: null, part: null, name: quoted }
  }
  const partly = PART.exec(text)
  const part = partly?.[1] ?? partly?.[2] ?? partly?.[3] ?? null
  const rest = partly ? text.replace(partly[0], ' ') : text
  const article = ARTICLE.exec(rest)
  const name = (article ? rest.replace(article[0], ' ') : rest)
    .replace(/[,.;:]+/g, ' ')
    .trim()
    .replace(/^of(?: the)?\s+|\s+of(?: the)?$/g, '')
  // A second article would be lost without a word.
  const code = /\d/.test(name) ? null : codeMeant(name, codebook, pack)
  return code && { code, article: article?.[1] ?? null, part: article ? part : null, name: null }
}

function codeMeant(name: string, codebook: Codebook, pack: Pack): LawCode | null {
  const id = termMeant(name, codebook, 'law_codes')
  return LAW_CODES.find((one) => one === id) ?? lawCodeMeant(name, pack)
}
