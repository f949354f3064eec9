/** A text that left with the names of protected people in its sentences, headings and reason, bound to public records: what stands between it and readers is withholding alone. */
import { signedText } from '../../src/publish/manuscript/signed-text.ts'
import { sha256 } from '../../src/store/leaf.ts'
import type { Context } from '../../src/usecases/context.ts'
import { recordAll } from '../world.ts'
import { fullName, type Invented } from './people.ts'

export const LEFT = 'pub-00000leaks'

/** Recorded past every check that the workspace makes before a text may leave. */
export async function textThatNames(world: Context, people: readonly Invented[]): Promise<void> {
  const [one] = await world.house.selectFrom('public_incidents').select('id').orderBy('id').limit(1).execute()
  const bonds = [{ kind: 'incident', id: one?.id ?? '' }]
  const names = people.flatMap((person) => [fullName(person, 'en'), fullName(person, 'ru')])
  const sentences = names.map((name, at) => ({
    ...{ id: `s-${at}`, words: `It was ${name}.`, told: null, prints: {}, isOut: false, why: null },
    bonds: at % 2 === 0 ? bonds : [],
  }))
  const points = [
    { id: 's-plain', runs: [{ kind: 'text', text: 'Nobody is named here.' }], bonds: [] },
    ...sentences.map(({ id, words, bonds: own }) => ({
      id,
      runs: [{ kind: 'text', text: words }],
      bonds: own,
    })),
  ]
  const all = names.join(', ')
  const asked = { kind: 'update', country: 'kz', period: '2024-q2' }
  const manuscript = {
    ...{ language: 'en', kind: 'Country update', subject: 'Kazakhstan', title: all, summary: all },
    ...{ figure: null, notes: [], colophon: [] },
    sections: [{ id: 'one', title: all, aside: null, blocks: [{ kind: 'points', points }] }],
  }
  const by = (handle: string, hour: string) => ({ by: handle, at: `2026-11-20T${hour}:00:00Z` })
  const move = { record: 'issue', id: LEFT, seen: 99_999_999, why: all }
  const offered = {
    ...{
      record: 'offer',
      id: LEFT,
      version: 1,
      hash: sha256(signedText(manuscript as never)),
      isSubstance: true,
    },
    ...{ frozen: { manuscript, prints: {}, drafted: [], request: asked }, why: all },
  }
  await recordAll(world, [
    { record: 'publication', id: LEFT, asked, language: 'en', outline: [], sentences, ...by('lena', '09') },
    { ...move, move: 'submit', ...by('lena', '10') },
    { ...move, move: 'approve', ...by('marat', '11') },
    {
      ...move,
      move: 'publish',
      frozen: { manuscript, prints: {}, drafted: [], request: asked },
      ...by('marat', '12'),
    },
    { ...move, move: 'withdraw', ...by('marat', '13') },
    { ...offered, ...by('marat', '13') },
    ...names.slice(0, 20).flatMap((name, at) => signed(`sg-${String(at).padStart(12, '0')}`, name)),
    { ...move, move: 'reopen', ...by('lena', '14') },
    { ...move, move: 'submit', ...by('lena', '15') },
    { ...move, move: 'approve', ...by('marat', '16') },
    {
      ...move,
      move: 'correct',
      frozen: { manuscript, prints: {}, drafted: [], request: asked },
      ...by('marat', '17'),
    },
  ])
}

/** An organisation that bears somebody's name, one of whose role names them, and one that nobody needs to hide. */
function signed(signatory: string, name: string): readonly Record<string, unknown>[] {
  const at = '2026-11-20T13:30:00Z'
  const own = { en: `Friends of ${name}`, ru: null, kk: null }
  const plain = { en: 'A plain house', ru: null, kk: null }
  const line = { record: 'signature', id: LEFT, at }
  const isOfRole = signatory.endsWith('1')
  return [
    {
      ...{ ...line, signatory, by: signatory, act: 'sign', version: 1 },
      signature: { names: isOfRole ? plain : own, country: 'KZ', place: name, role: `${name}, chair` },
    },
    { ...line, signatory, by: 'marat', act: 'confirm' },
  ]
}
