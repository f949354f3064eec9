/** A legal journey in, its charges, stages and last state as blocks of a box out: no stage is taken for an ending. */
import { publicCourse } from '../../core/cases/journey.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicProceeding } from '../../core/public-record.ts'
import { said } from '../grammar/slots.ts'
import { uncapital } from '../grammar/time.ts'
import { lawIn } from '../laws.ts'
import type { Block, Sentence } from '../manuscript/manuscript.ts'
import { penaltyIn } from '../telling/penalty.ts'
import { stagesIn } from '../telling/standing.ts'
import { whenIn } from '../telling/when.ts'
import { shownName } from '../telling/who.ts'
import type { Face } from '../views.ts'
import { bondTo, paragraph, points, sentence } from './sentences.ts'

export const nameOf = ({ person }: PublicProceeding, { tell, words }: Pick<Face, 'tell' | 'words'>): string =>
  shownName(person, words.language) ?? said(tell, 'case.unnamed')

export function chargesOf(one: PublicProceeding, face: Face): readonly Sentence[] {
  const bonds = bondTo('proceeding', one.id)
  if (one.charges.length === 0)
    return [sentence(`charges:${one.id}`, said(face.tell, 'case.no-charge'), bonds)]
  return one.charges.map((law, at) =>
    sentence(
      `charge:${one.id}:${at + 1}`,
      said(face.tell, 'case.charge', {
        ...{ law: lawIn(law, face), basis: face.words.t(`face.basis.${law.status}`) },
      }),
      bonds,
    ),
  )
}

/** Each stage rests on the record that tells of it, where there is one. */
export function courseOf(one: PublicProceeding, pack: Pack, face: Face): Block {
  const { tell, words } = face
  return {
    kind: 'timeline',
    entries: one.stages.map(({ stage, date, incident, penalty }, at) => {
      const params = {
        stage: words.t(`face.stage.${stage}`),
        ...(penalty === null ? {} : { penalty: penaltyIn(penalty, pack, tell) }),
      }
      return {
        when: date === null ? said(tell, 'cell.unknown') : whenIn(date, tell),
        told: sentence(
          `stage:${one.id}:${at + 1}`,
          said(tell, penalty === null ? 'case.stage' : 'case.stage-penalty', params),
          incident === null ? bondTo('proceeding', one.id) : bondTo('incident', incident),
        ),
      }
    }),
  }
}

/** The last that is known over all journeys of one person; null where none is on record. */
export function nowOf(journeys: readonly PublicProceeding[], pack: Pack, face: Face): string | null {
  const [first] = journeys
  if (!first) return null
  const person = first.person.kind === 'named' ? first.person.id : first.id
  return stagesIn(publicCourse(person, journeys), pack, face) || null
}

export function standingSentences(
  journeys: readonly PublicProceeding[],
  pack: Pack,
  face: Face,
  place: string,
): readonly Sentence[] {
  const now = nowOf(journeys, pack, face)
  if (now === null) return []
  const bonds = bondTo('proceeding', ...journeys.map((one) => one.id))
  return [
    sentence(`${place}:now`, said(face.tell, 'case.now', { now: uncapital(now) }), bonds),
    sentence(`${place}:no-end`, said(face.tell, 'case.no-end')),
  ]
}

export const caseBox = (one: PublicProceeding, pack: Pack, face: Face): Block => ({
  kind: 'box',
  title: nameOf(one, face),
  blocks: [
    ...points(chargesOf(one, face)),
    courseOf(one, pack, face),
    ...paragraph(standingSentences([one], pack, face, `box:${one.id}`)),
  ],
})
