/** A body in, what kind of body it is out, in words: a court, a medium, a party. */
import type { Organisation } from '../../core/pack.ts'
import type { Face } from '../views.ts'

const KINDS = [
  'state',
  'court',
  'media',
  'party',
  'movement',
  'civil',
  'international',
  'intergovernmental',
  'platform',
  'company',
]

export const bodyKind = ({ kind }: Organisation, { words }: Face): string =>
  words.t(`body.kind.${KINDS.includes(kind) ? kind : 'other'}`)
