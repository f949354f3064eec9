/** Texts that would run in, a world out in which each of them went through every text field of imports and decisions. */
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { aDecision, aSource, decideAll, emptyWorld } from '../world.ts'
import type { Payload } from './payloads.ts'

const ENDINGS = ['txt', 'md', 'html'] as const
export const idOf = ({ mark }: Payload): string => `kz-x-${mark}`

/** In a page the text comes twice: as words, and as the markup that it would be. */
function reportOf({ text, mark }: Payload, ending: (typeof ENDINGS)[number]): string {
  const told = `On 7 May 2024 police in Almaty detained two activists, case ${mark}.`
  const fined = `They were fined 132,550 tenge in case ${mark}.`
  if (ending !== 'html') return `${told} ${text} ${fined}`
  const words = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!doctype html><html><body><p>${told} ${words} ${fined}</p><p>${text}</p></body></html>`
}

const decisionsOn = (
  payload: Payload,
  document: string,
  told: string,
): readonly Record<string, unknown>[] => {
  const { text, mark } = payload
  return [
    {
      ...{
        record: 'person',
        id: `x-${mark}`,
        names: { en: text, ru: text, kk: text },
        variants: [text],
        pseudonym: text,
      },
      basis: {
        ...{ kind: 'consent', level: Number(mark) % 2 ? 'name' : 'pseudonym', reason: text, givenHow: text },
        reviewBy: '2027-10-01',
      },
      ...{ by: 'lena', at: '2026-10-01T09:00:00Z' },
    },
    aDecision({
      id: idOf(payload),
      document,
      from: 'On 7 May 2024',
      // A page may swallow what stands behind an element that it never closes.
      to: told.includes(`tenge in case ${mark}.`) ? `tenge in case ${mark}.` : `activists, case ${mark}.`,
      places: ['Almaty', text],
      people: [
        { id: `x-${mark}`, role: text, harmed: true },
        { name: `${text}!`, role: text, harmed: false },
      ],
      organisations: [text],
      groups: [{ what: text, min: 2, max: 2, qualifier: 'exact' }],
      laws: [{ code: 'other', name: text, article: text, part: text }],
      offences: [text],
      penalties: [{ type: 'fine', amount: 5, unit: text, who: [text] }],
      actors: ['police', text],
      sources: [text],
      outcome: text,
      why: text,
    }),
    {
      ...{ record: 'proceeding', id: `j-${mark}`, person: `x-${mark}` },
      charges: [{ code: 'other', name: text, article: text, status: 'stated' }],
      stages: [{ stage: 'sentence', date: '2024-05-07', incident: idOf(payload) }],
      ...{ by: 'lena', at: '2026-10-01T09:00:00Z' },
    },
  ]
}

export type Hostile = { readonly world: Context; readonly documents: readonly string[] }

export async function hostileWorld(all: readonly Payload[]): Promise<Hostile> {
  const world = await emptyWorld()
  const documents: string[] = []
  for (const [index, payload] of all.entries()) {
    const ending = ENDINGS[index % ENDINGS.length] ?? 'txt'
    const { text } = payload
    const imported = await importReport(world, {
      bytes: new TextEncoder().encode(reportOf(payload, ending)),
      name: `${text}.${ending}`,
      country: 'kz',
      source: aSource({ title: text, publisher: text, collector: text, url: text, licence: text }),
      asOf: null,
      language: 'en',
      by: 'aigerim',
    })
    documents.push(imported.document)
  }
  const rows = await world.store.selectFrom('documents').select(['id', 'text']).execute()
  const texts = new Map(rows.map((one) => [one.id, one.text]))
  await decideAll(
    world,
    all.flatMap((payload, index) => {
      const id = documents[index] ?? ''
      return decisionsOn(payload, id, texts.get(id) ?? '')
    }),
  )
  return { world, documents }
}
