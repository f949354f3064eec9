/** What is told as done is an act; what is denied, feared, planned or demanded is none. */
import { describe, expect, test } from 'vitest'
import { actsIn } from './acts.ts'
import { reading, whole } from './fixture.ts'

const told = (text: string): string[] =>
  [...new Set(actsIn(text, whole(text), reading).map((one) => one.act))].sort()

describe('a harm told as done', () => {
  test.each([
    ['Police detained Asan Usenov near his office.', ['detention']],
    ['She was taken in for questioning on Monday.', ['detention', 'interrogation']],
    ['The editor was arrested by police at the station.', ['arrest', 'detention']],
    ['The poet was summoned to the prosecutor.', ['summons']],
    ['Officers came when she was not in town and questioned her mother.', ['interrogation']],
    ['A criminal case was opened against the teacher.', ['criminal_case_opened']],
    ['The court found A. Usenov guilty of slander.', ['conviction']],
    ['The website was blocked after the vote.', ['website_blocking']],
    ['Permission for the march was refused.', ['permission_refused']],
    ['The regional court upheld the verdict.', ['appeal_rejected']],
    ['She was expelled from the State University.', ['dismissal']],
  ])('%s', (text, acts) => expect(told(text)).toEqual(acts))
})

describe('nothing happened', () => {
  test.each([
    'No detentions were reported that night.',
    'He was not charged.',
    'She may be detained if she returns.',
    'They called for the release of the prisoner.',
    'Protesters are often detained.',
    'The ministry took part in a conference.',
    'The festival took place in spring.',
    'She was pronounced dead after cardiac arrest.',
    'They demanded that the mayor resign.',
    'The centre for administrative detention was rebuilt.',
  ])('%s', (text) => expect(told(text)).toEqual([]))
})
