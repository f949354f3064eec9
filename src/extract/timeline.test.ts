/** A timeline tells one case over many days; what belongs to it and what does not. */
import { describe, expect, test } from 'vitest'
import { recordsOf } from './fixture.ts'

const told = (text: string): string[] =>
  recordsOf(text).map(
    (one) => `${one.date.from} ${one.people.map((person) => person.name).join('+')} ${one.acts.join(' ')}`,
  )

describe('entries of one case', () => {
  test('a charge, the trial and the appeal are one incident, and so is what lies between', () =>
    expect(
      told(
        [
          '21 May 2031: Asan Usenov is charged with incitement under Article 174 of the Criminal Code.',
          '12 October 2031: the trial of Asan Usenov begins in Semey.',
          '28 November 2031: Asan Usenov is found guilty and sentenced to five years in prison.',
          '20 January 2032: the regional court upholds the sentence of Asan Usenov.',
        ].join('\n'),
      ),
    ).toEqual(['2031-05-21 Asan Usenov charge conviction imprisonment appeal_rejected']))
  test('who asked stands with the answer, and the rally that was held all the same', () => {
    const [one, ...more] = recordsOf(
      [
        '14 April 2031: Asan Usenov applies to the city for permission to hold a rally in Semey.',
        '18 April 2031: the city refuses permission for the rally.',
        '24 April 2031: the demonstration takes place in Semey. About 100 people take part.',
      ].join('\n'),
    )
    expect(more).toEqual([])
    expect(one).toMatchObject({ date: { from: '2031-04-18' }, people: [{ name: 'Asan Usenov' }] })
    expect(one?.acts).toContain('permission_refused')
  })
})

describe('entries of two cases', () => {
  test.each([
    [
      'the charge of one person and the verdict of another',
      '21 May 2031: Asan Usenov is charged with incitement.\n28 May 2031: Dana Omarova is found guilty of slander.',
    ],
    [
      'a detention, and another one later',
      '21 May 2031: Asan Usenov is detained in Semey.\n28 May 2031: Asan Usenov is detained in Almaty.',
    ],
  ])('%s', (_, text) => expect(recordsOf(text)).toHaveLength(2))
})
