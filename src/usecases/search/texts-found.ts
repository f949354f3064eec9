/** Terms in; passages whose words answer, and reports whose titles do, as far as whoever asks may read reports, out. */
import { answersAll, excerpt } from '../../core/search.ts'
import { sentencesIn } from '../../core/sentences.ts'
import type { Span } from '../../core/span.ts'
import { type TextFound, textsSought } from '../../store/queries/search.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo } from '../permit.ts'
import { targetOfDocument } from '../read-changes.ts'
import type { Given, Hit } from './search.ts'

/** Texts looked through for one page of passages, and passages shown of one text before the next. */
const TEXTS = 12
const OF_ONE = 6

const readable = (context: Context, texts: readonly TextFound[]): readonly TextFound[] =>
  texts.filter((one) => mayDo(context, 'read', targetOfDocument(one)))

/** A page holds what the next twelve texts say: paged by texts, which is what the store can skip. */
export async function passagesFound(context: Context, given: Given): Promise<readonly Hit[]> {
  const { terms, kind, page } = given
  const texts = await textsSought(context.store, {
    ...{ terms, organisation: organisationOf(context), where: 'text' },
    ...{ limit: TEXTS, offset: kind === null ? 0 : page * TEXTS },
  })
  return readable(context, texts)
    .flatMap((text) => hitsIn(text, given))
    .slice(0, given.limit)
}

function hitsIn(found: TextFound, { terms }: Given): readonly Hit[] {
  const { document, text, language, spans } = found
  const says = (span: Span): boolean => answersAll(text.slice(span.start, span.end), terms)
  const hit = (id: string, page: string, span: Span): Hit => ({
    ...{ kind: 'passage', id, page, language, why: [], record: null },
    words: excerpt(text.slice(span.start, span.end), terms),
  })
  const passages = spans.flatMap((span, index) =>
    says(span) ? [hit(`#${index}`, `documents/${document}/${index}`, span)] : [],
  )
  if (passages.length > 0) return passages.slice(0, OF_ONE)
  // Words that no rule made a passage of are in the report all the same.
  const sentence = sentencesIn(text, { start: 0, end: text.length }).find(says)
  return sentence ? [hit(found.title, `documents/${document}`, sentence)] : []
}

export async function reportsFound(context: Context, given: Given): Promise<readonly Hit[]> {
  const { terms, limit, offset } = given
  const texts = await textsSought(context.store, {
    ...{ terms, organisation: organisationOf(context), where: 'title', limit, offset },
  })
  return readable(context, texts).map((one) => ({
    ...{ kind: 'report', id: one.document, page: `documents/${one.document}`, language: one.language },
    ...{ words: excerpt(one.title, terms), why: [], record: null },
  }))
}
