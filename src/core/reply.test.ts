/** Whoever is said to have done wrong is asked first; how far that was done is read off the record of it. */
import { describe, expect, it } from 'vitest'
import { type Reply, replyDue, replyRule } from './reply.ts'
import { appears, incidentOf, STANDING } from './withholding/fixture.ts'

const asked = (of: string, answer: string | null = null): Reply => ({
  kind: 'asked',
  on: '2026-05-03',
  of,
  how: 'letter',
  until: '2026-05-17',
  answer: answer === null ? null : { on: '2026-05-10', words: answer },
})
const notAsked: Reply = { kind: 'not-asked', why: 'it would point at the witness' }
const accused = incidentOf({ actor: ['police'] }).incident
const nobody = incidentOf({ act: ['detention'], person: [appears(true)] }).incident

describe('the right of reply', () => {
  it.each([
    ['nobody asked', accused, [], '2026-05-01', 'missing'],
    ['nobody asked, with a reason', accused, [notAsked], '2026-05-01', 'not-asked-with-reason'],
    ['asked, and there is time', accused, [asked('police')], '2026-05-16', 'asked'],
    ['asked, on the last day', accused, [asked('police')], '2026-05-17', 'asked'],
    ['asked, the day after', accused, [asked('police')], '2026-05-18', 'silent'],
    ['answered', accused, [asked('police', 'we did not')], '2026-05-18', 'answered'],
    ['one of two answered', accused, [asked('police', 'no'), asked('court')], '2026-05-18', 'silent'],
    ['one of two answered, in time', accused, [asked('police', 'no'), asked('court')], '2026-05-10', 'asked'],
    ['both answered', accused, [asked('police', 'no'), asked('court', 'no')], '2026-05-18', 'answered'],
    [
      'asked, then answered in a later row',
      accused,
      [asked('police'), asked('police', 'no')],
      '2026-06-01',
      'answered',
    ],
    ['a reason first, then asked', accused, [notAsked, asked('police')], '2026-05-18', 'silent'],
    ['nobody accused', nobody, [], '2026-05-01', 'not-needed'],
    ['nobody accused but asked', nobody, [asked('police')], '2026-05-18', 'silent'],
  ] as const)('with %s', (_what, incident, replies, today, state) =>
    expect(replyDue(incident, replies, today, STANDING.reply)).toBe(state),
  )

  it('is needed for a person said to have done it, and not for one who was struck', () => {
    expect(replyRule(incidentOf({ person: [appears('actor')] }).incident, STANDING.reply)?.id).toBe(
      'reply.accused@1',
    )
    expect(replyRule(nobody, STANDING.reply)).toBeUndefined()
  })
})
