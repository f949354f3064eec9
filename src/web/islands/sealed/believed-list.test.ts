import { describe, expect, it } from 'vitest'
import { newIdentity } from '../../../adapters/sealed/age.ts'
import { newRoot, signList } from '../../../adapters/sealed/signed-list.ts'
import { believedList, type Memory } from './believed-list.ts'

const root = newRoot()
const [inside, abroad] = [await newIdentity(), await newIdentity()]
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const place = (seq: number, by = root): HTMLElement => {
  const recipients = [
    { key: inside.key, who: 'lena', place: 'inside' as const },
    { key: abroad.key, who: 'daniyar', place: 'abroad' as const },
  ]
  const signed = signList({ seq, issued: day(-1), expires: day(30), recipients }, by.secret)
  return { dataset: { signed: JSON.stringify(signed), root: root.key } } as unknown as HTMLElement
}
const memory = (): Memory => {
  const kept = new Map<string, string>()
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => void kept.set(name, text) }
}
const seqOf = (one: HTMLElement, kept: Memory | null): number | null => believedList(one, kept)?.seq ?? null

describe('the list that a page brings', () => {
  it('is believed unless a newer one was seen here', () => {
    const kept = memory()
    expect([seqOf(place(4), kept), seqOf(place(4), kept), seqOf(place(5), kept)]).toEqual([4, 4, 5])
    expect([seqOf(place(4), kept), seqOf(place(5), kept)]).toEqual([null, 5])
  })
  it('leaves no trace where somebody tells something, and needs no memory', () => {
    expect([seqOf(place(5), null), seqOf(place(4), null)]).toEqual([5, 4])
  })
  it('of another key is not believed, and is not remembered', () => {
    const kept = memory()
    expect(seqOf(place(9, newRoot()), kept)).toBeNull()
    expect(seqOf(place(4), kept)).toBe(4)
  })
  it('holds in a browser that keeps nothing', () => {
    const fails = (): never => {
      throw new Error('SecurityError')
    }
    expect(seqOf(place(4), { getItem: fails, setItem: fails })).toBe(4)
  })
})
