import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Watch, watchHouse } from './watch-house.ts'

let house = { shut: false }
let said: string[] = []
let look: () => Promise<{ readonly shut: boolean }>
let watch: Watch

beforeEach(async () => {
  vi.useFakeTimers()
  house = { shut: false }
  said = []
  look = async () => house
  watch = await watchHouse({
    look: () => look(),
    forget: () => said.push('forget'),
    close: () => said.push('close'),
    wake: () => said.push('wake'),
  })
})
afterEach(() => {
  watch.stop()
  vi.useRealTimers()
})
const seconds = (n: number): Promise<unknown> => vi.advanceTimersByTimeAsync(n * 1_000)

describe('a house that is watched', () => {
  it('has its keys forgotten at every look that finds it shut, and its forms once', async () => {
    house = { shut: true }
    await seconds(3)
    expect(said).toEqual(['forget', 'close', 'forget', 'forget'])
    house = { shut: false }
    await seconds(2)
    expect(said.slice(4)).toEqual(['wake'])
  })

  it('is not opened by an answer that was asked for before somebody pressed', async () => {
    let answer: (now: { shut: boolean }) => void = () => {}
    look = () =>
      new Promise((done) => {
        answer = done
      })
    await seconds(1)
    const late = answer
    watch.shut()
    late({ shut: false })
    look = async () => house
    house = { shut: true }
    await seconds(1)
    expect(watch.isShut()).toBe(true)
    expect(said).toEqual(['forget', 'close', 'forget'])
  })

  it('stands as it was seen last while the database cannot be asked', async () => {
    watch.shut()
    look = () => Promise.reject(new Error('gone'))
    await seconds(2)
    expect([watch.isShut(), said]).toEqual([true, ['forget', 'close']])
  })
})
