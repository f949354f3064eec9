/** A publication, a state, a flag, a record in; the words of the workspace for it out. */
import { labelIn } from '../../../core/language.ts'
import { periodOf } from '../../../core/measure.ts'
import type { PublicationMove, PublicationState } from '../../../core/publication/state.ts'
import type { Bond } from '../../../core/publication/text.ts'
import { isKind } from '../../../publish/manuscript/kinds.ts'
import { periodIn } from '../../../publish/telling/when.ts'
import type { Flag } from '../../../publish/writing/flags.ts'
import type { PublicationRow } from '../../../store/tables.ts'
import type { Desktop } from '../desktop.ts'

export const stateText = ({ policy, face }: Desktop, state: PublicationState): string => {
  const found = policy.publicationStates.get(state)
  return found ? labelIn(found.label, face.words.language).text : state
}
export const stateWhat = ({ policy, face }: Desktop, state: PublicationState): string => {
  const found = policy.publicationStates.get(state)
  return found ? labelIn(found.what, face.words.language).text : ''
}
export const moveText = ({ policy, face }: Desktop, move: PublicationMove): string => {
  const found = policy.publicationMoves.get(move)
  return found ? labelIn(found.label, face.words.language).text : move
}

/** `Country update: Kazakhstan, January – March 2020`. */
export function subjectText({ packs, face }: Desktop, { request }: Pick<PublicationRow, 'request'>): string {
  const { language } = face.words
  const pack = packs.get(request.country ?? '')
  const period = periodOf(request.period ?? '')
  const of = [
    pack ? labelIn(pack.name, language).text : (request.of ?? ''),
    period ? periodIn(period.from, period.to, language) : (request.period ?? ''),
    request.form ?? '',
  ].filter((one) => one !== '')
  return `${kindText({ face }, request.kind ?? '')}: ${of.join(', ')}`
}

export const kindText = ({ face }: Pick<Desktop, 'face'>, kind: string): string =>
  isKind(kind) ? face.words.t(`write.kind.${kind}`) : kind

/** What must be looked at, in one line. */
export function flagText({ face }: Desktop, flag: Flag): string {
  const { t } = face.words
  switch (flag.kind) {
    case 'gone':
      return t('write.flag.gone')
    case 'named':
      return t('write.flag.named', { words: flag.words.join(', ') })
    case 'changed':
      return t(flag.is === null ? 'write.flag.undrafted' : 'write.flag.changed')
    case 'unsaid':
      return t('write.flag.unsaid', { words: flag.words.join(', ') })
    case 'unbound':
      return t('write.flag.unbound', { words: flag.words.join(', ') })
    case 'contact':
      return t('write.flag.contact')
  }
}

/** The page of the workspace on which a record is read; null: it has none of its own. */
export function recordHref({ face }: Desktop, { kind, id }: Bond): string | null {
  const { language } = face.words
  switch (kind) {
    case 'incident':
      return `/${language}/desk/records/${id}`
    case 'person':
      return `/${language}/desk/people/${id}`
    case 'proceeding':
      return `/${language}/desk/cases/${id}`
    default:
      return null
  }
}
