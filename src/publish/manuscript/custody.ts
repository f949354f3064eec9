/** The custody sheet of a file in, the same as a manuscript to be printed and handed over out. */
import type { CustodySheet, CustodyStep } from '../../core/custody.ts'
import type { Words } from '../../core/words.ts'
import { type Block, type Manuscript, type Section, type Sentence, words as said } from './manuscript.ts'

export function custodyManuscript(sheet: CustodySheet, words: Words): Manuscript {
  const { t, language } = words
  return {
    language,
    kind: t('custody.kind'),
    subject: sheet.name,
    title: t(`custody.state.${sheet.state}`),
    summary: t('custody.summary'),
    figure: null,
    sections: [
      fileSection(sheet, words),
      pathSection(sheet, words),
      viewsSection(sheet, words),
      proofSection(sheet, words),
    ],
    notes: [],
    colophon: [t('custody.views'), t('custody.check')],
  }
}

const sentence = (id: string, text: string): Sentence => ({ id, runs: [said(text)], bonds: [] })
const section = (id: string, title: string, blocks: readonly Block[]): Section => ({
  ...{ id, title, aside: null },
  blocks,
})
const dayAndTime = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`

function fileSection({ sha256, bytes, name, mediaType, from }: CustodySheet, { t }: Words): Section {
  const told = from.map((one) => [one.title, one.publisher, one.collector].filter(Boolean).join('; '))
  const rows: readonly (readonly [string, string])[] = [
    ['name', name],
    ['sha256', sha256],
    ['bytes', String(bytes)],
    ['type', mediaType],
    ['from', told.join(' · ')],
  ]
  const fields = rows.map(([label, text]) => ({
    label: label === 'sha256' ? 'SHA-256' : t(`custody.field.${label}`),
    told: sentence(`custody:${label}`, text === '' ? t('custody.unknown') : text),
    isMissing: text === '',
  }))
  return section('custody:file', t('custody.file'), [{ kind: 'fields', fields }])
}

/** In the order of the log: received, read, taken away, read again. */
function pathSection(sheet: CustodySheet, words: Words): Section {
  const { t } = words
  const told = (step: CustodyStep, key: string, params: Readonly<Record<string, string>> = {}) => ({
    entry: step.entry,
    when: dayAndTime(step.at),
    told: sentence(
      `custody:${key}:${step.entry}`,
      t(`custody.step.${key}`, { entry: step.entry, by: step.by, ...params }),
    ),
  })
  const steps = [
    told(sheet.received, 'received'),
    ...sheet.derived.map((one) => {
      const params = { document: one.document, reader: one.reader, sha256: one.sha256 }
      return told(one, one.isErasedIn ? 'read-erased' : 'read', params)
    }),
    ...sheet.taken.map((one) =>
      told(one, 'taken', { format: one.format, audience: one.audience, sha256: one.sha256 }),
    ),
    ...sheet.copies.map((one) =>
      told(one, 'copied', { sha256: one.sha256, cleaner: one.cleaner, reason: one.reason }),
    ),
    ...(sheet.reread === null
      ? []
      : [told({ ...sheet.reread, by: 'aigaq' }, `reread.${sheet.reread.found}`)]),
  ].sort((a, b) => a.entry - b.entry)
  return section('custody:path', t('custody.path'), [
    { kind: 'timeline', entries: steps.map(({ when, told: one }) => ({ when, told: one })) },
  ])
}

/** Apart from the path, since it is not in the log and proves less. */
function viewsSection({ views }: CustodySheet, { t }: Words): Section {
  const entries = views.map(({ at, by }, index) => ({
    when: dayAndTime(at),
    told: sentence(`custody:view:${index}`, t('custody.view', { by })),
  }))
  const none = sentence('custody:no-view', t('custody.no-view'))
  return section('custody:views', t('custody.viewed'), [
    views.length > 0 ? { kind: 'timeline', entries } : { kind: 'paragraph', sentences: [none] },
  ])
}

function proofSection({ signed, received, stamps }: CustodySheet, { t }: Words): Section {
  const { entry } = received
  const text = signed
    ? t('custody.signed', { entry, entries: signed.entries, at: dayAndTime(signed.at) })
    : t('custody.unsigned', { entry })
  const witnesses = signed?.witnesses ?? []
  const others =
    witnesses.length > 0 ? t('custody.witnesses', { names: witnesses.join(', ') }) : t('custody.no-witness')
  const stamped =
    stamps.length === 0
      ? [sentence('custody:unstamped', t('custody.unstamped'))]
      : stamps.map((one, at) =>
          sentence(
            `custody:stamp:${at}`,
            t(`custody.stamped.${one.stamped}`, { authority: one.authority, at: dayAndTime(one.at) }),
          ),
        )
  const sentences = [sentence('custody:signed', text), sentence('custody:witnesses', others), ...stamped]
  return section('custody:proof', t('custody.proof'), [{ kind: 'paragraph', sentences }])
}
