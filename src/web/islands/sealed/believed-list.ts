/** The signed list that a page carries in, the list out if the key named beside it signed it and it holds today. */
import { listSignedBy, readSigned } from '../../../adapters/sealed/signed-list.ts'
import { faultsOfList, type RecipientList } from '../../../core/sealed/recipients.ts'

export function believedList(place: HTMLElement): RecipientList | null {
  const { signed = '', root = '' } = place.dataset
  const read = readSigned(signed)
  const list = read && listSignedBy(root, read)
  const today = new Date().toISOString().slice(0, 10)
  return list && faultsOfList(list, today).length === 0 ? list : null
}
