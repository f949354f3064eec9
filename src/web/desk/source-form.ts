/** The fields about a source in a form in, a Source out; what was left blank is unknown. */
import { RELIABILITIES, type Source } from '../../core/document.ts'
import { textIn } from './form-of.ts'

export function sourceOf(form: FormData, fileName: string): Source {
  const optional = (name: string): string | null => textIn(form, name) || null
  return {
    title: optional('title') ?? fileName,
    publisher: optional('publisher'),
    collector: optional('collector'),
    url: optional('url'),
    published: optional('published'),
    accessed: null,
    licence: optional('licence'),
    reliabilityOfSource: RELIABILITIES.find((one) => one === optional('reliability')) ?? 'unknown',
    reliabilityOfInformation: 'unknown',
  }
}
