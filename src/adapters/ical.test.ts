/** What is written as a calendar is read back by a parser that is not ours. */
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../core/deadlines/zones.ts'
import { icalOf } from './ical.ts'

const STAMP = '2026-11-23T12:00:00.000Z'
const event = (more: object) => ({
  ...{ uid: 'u1', day: '2026-11-26', at: null, summary: 'Hearing', description: null },
  ...more,
})
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
    .map((one) => ({
      ...{ uid: one.uid, summary: one.summary, isDay: one.startDate.isDate },
      at: one.startDate.isDate ? one.startDate.toString() : one.startDate.toJSDate().toISOString(),
    }))

describe('a calendar that leaves', () => {
  it('has whole days as days and hours as instants of the place', () => {
    const at = instantOf({ day: '2024-03-01', hour: '10:30' }, 'Asia/Oral')
    const text = icalOf('Aigaq', [event({}), event({ uid: 'u2', day: '2024-03-01', at })], STAMP)
    expect(read(text)).toEqual([
      { uid: 'u1', summary: 'Hearing', isDay: true, at: '2026-11-26' },
      { uid: 'u2', summary: 'Hearing', isDay: false, at: '2024-03-01T05:30:00.000Z' },
    ])
  })

  it.each(['Суд; жауап, «құрақ»\\n', 'a line\nBEGIN:VEVENT\nSUMMARY:planted', 'ә'.repeat(200)])(
    'keeps words as they are, and lets none of them become a line of its own: %s',
    (summary) => {
      const found = read(icalOf('Aigaq', [event({ summary })], STAMP))
      expect(found.map((one) => one.summary)).toEqual([summary])
    },
  )

  it('is the same text for the same events', () => {
    expect(icalOf('Aigaq', [event({})], STAMP)).toBe(icalOf('Aigaq', [event({})], STAMP))
  })
})
