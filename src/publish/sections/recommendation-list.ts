/** Recommendations in, a list of them out: what is asked, by whom and of whom, and the newest grade of each of the three. */

import type { Pack } from '../../core/pack.ts'
import { GRADERS, newestGrade, type PublicRecommendation } from '../../core/recommendation/recommendation.ts'
import { href } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { labelled } from '../pages/parts.ts'
import { addresseeName, bodyName, lawName } from '../recommendation/names.ts'
import { writtenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

/** `Body C · State A · We E`; who has not graded is not there. */
export function gradesIn({ grades }: Pick<PublicRecommendation, 'grades'>, { words }: Face): Piece {
  const given = GRADERS.flatMap((grader) => {
    const grade = newestGrade(grades, grader)
    return grade ? [html`${words.t(`rec.by.${grader}`)} <b class="gr">${grade.grade}</b>`] : []
  })
  return given.length === 0 ? words.t('rec.grade.none') : between(given, ' · ')
}

export function recommendationList(all: readonly PublicRecommendation[], pack: Pack, face: Face): Markup {
  const { words, site, tell } = face
  return html`<ul class="inc bare">${all.map((one) => {
    const to = href(site, words.language, { kind: 'recommendation', id: one.id })
    const said = [
      bodyName(one.body, pack, face),
      ...(one.on === null ? [] : [writtenIn(one.on, tell)]),
      words.t('rec.to', { who: one.addressees.map((id) => addresseeName(id, face)).join(', ') }),
      ...one.laws.map((id) => lawName(id, pack, face)),
    ]
    return html`<li><a href="${to}">${labelled(one.ask, words)}</a><p class="meta">${said.join(' · ')}</p><p class="meta">${gradesIn(one, face)}${one.same.length > 0 && html` · ${words.t('rec.same.n', { n: one.same.length })}`}</p></li>
`
  })}</ul>`
}
