/** What an entry rests on: the fields that ask for it, what was typed in them, and the source out. */
import type { CaseSource } from '../../../core/cases/case.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { Desktop } from '../desktop.ts'
import { type FieldFault, type FormField, saidOf, type Typed, typedOf } from './fields.ts'

const KINDS = ['hand', 'incident', 'document'] as const

export function sourceFields({ face }: Desktop): readonly FormField[] {
  const { t } = face.words
  return [
    {
      name: 'source',
      label: t('case.f.source'),
      type: 'choice',
      needed: true,
      options: KINDS.map((one) => [one, t(`case.f.source.${one}`)]),
    },
    { name: 'source-text', label: t('case.f.source-text'), type: 'text', needed: true },
    { name: 'source-words', label: t('case.f.source-words'), type: 'area' },
    { name: 'source-on', label: t('case.f.source-on'), type: 'day' },
  ]
}

export function sourceFaults({ face }: Desktop, typed: Typed): readonly FieldFault[] {
  const { t } = face.words
  return typedOf(typed, 'source') === 'document' && saidOf(typed, 'source-words') === undefined
    ? [{ name: 'source-words', line: t('case.fault.needed', { field: t('case.f.source-words') }) }]
    : []
}

export function sourceOf(typed: Typed): CaseSource {
  const text = saidOf(typed, 'source-text') ?? ''
  const on = saidOf(typed, 'source-on')
  switch (typedOf(typed, 'source')) {
    case 'incident':
      return { kind: 'incident', incident: text }
    case 'document':
      return { kind: 'document', document: text, words: saidOf(typed, 'source-words') ?? '' }
    default:
      return { kind: 'hand', title: text, ...(on !== undefined && { on }) }
  }
}

export function typedSource(source: CaseSource): Typed {
  switch (source.kind) {
    case 'incident':
      return { source: 'incident', 'source-text': source.incident }
    case 'document':
      return { source: 'document', 'source-text': source.document, 'source-words': source.words }
    case 'hand':
      return { source: 'hand', 'source-text': source.title, 'source-on': source.on ?? '' }
  }
}

/** A record that whoever reads may not open is told as one without an address. */
export function sourceText({ face }: Desktop, source: CaseSource, open: ReadonlySet<string>): Piece {
  const { t, language } = face.words
  switch (source.kind) {
    case 'incident':
      return open.has(source.incident)
        ? html`<a href="/${language}/desk/records/${source.incident}">${source.incident}</a>`
        : t('case.f.source.incident')
    case 'document':
      return html`${t('case.source.words', { words: source.words })} <span class="meta">${source.document}</span>` as Markup
    case 'hand':
      return [source.title, source.on && dayIn(source.on, language)].filter(Boolean).join(', ')
  }
}
