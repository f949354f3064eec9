import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { catchTheRest } from './last-resort.ts'

describe('what nobody caught', () => {
  const told = (event: string, error: unknown) => {
    const [lines, ends]: [string[], number[]] = [[], []]
    const program = Object.assign(new EventEmitter(), { exit: (code: number) => ends.push(code) })
    catchTheRest(program, (line) => lines.push(line))
    program.emit(event, error)
    return { text: lines.join(''), ends }
  }

  it('in a promise is told whole, and the program goes on', () => {
    const { text, ends } = told('unhandledRejection', new Error('cut off'))
    expect(text).toMatch(/^\d{4}-\S+Z Error: cut off\n {4}at /)
    expect(ends).toEqual([])
  })

  it('and was thrown is told whole, and the program ends', () => {
    const { text, ends } = told('uncaughtException', new Error('broken'))
    expect(text).toContain('Error: broken')
    expect(ends).toEqual([70])
  })

  it('and is no error tells nothing of what it holds', () => {
    expect(told('unhandledRejection', { name: 'Asan Usenov' }).text).toMatch(/Z unknown error\n$/)
  })
})
