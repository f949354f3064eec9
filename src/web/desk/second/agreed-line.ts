/** In how many fields readers agreed who did not see each other in, a sentence with its n out. */
import type { AgreedFields } from '../../../store/queries/second.ts'
import type { Desktop } from '../desktop.ts'

export const percent = ({ compared, agreed }: Pick<AgreedFields, 'compared' | 'agreed'>): number =>
  Math.round((100 * agreed) / compared)

export const agreedLine = ({ face }: Desktop, one: AgreedFields): string =>
  face.words.t('second.over', {
    n: one.records,
    fields: one.compared,
    agreed: one.agreed,
    percent: percent(one),
  })
