/** A form that was filled in, the sealed thing in the phone's store out; then the form is empty and nobody can read it here again. */
import { sealTo } from '../../../adapters/sealed/age.ts'
import { idOf } from '../../../adapters/sealed/phone-pass.ts'
import { ENTRY_TYPE, entryText, type FieldEntry, faultOfEntry } from '../../../core/field/entry.ts'
import type { FieldKind } from '../../../core/field/outbox.ts'
import { packedFile, packedText } from '../../../core/sealed/envelope.ts'
import { dayOf } from '../installed/day-of.ts'
import { listNow } from './believed.ts'
import { keep } from './phone-store.ts'
import { bareCopy, type Photograph, photographIn } from './photograph.ts'

/** A key of the page's words: what came of it. */
export type Finished = 'sealed' | 'empty' | 'numbers' | 'unlisted' | 'full' | 'no-picture'

export async function finish(form: HTMLFormElement): Promise<Finished> {
  const entry = entryIn(form)
  const photograph = entry.kind === 'photo' ? await photographIn(form) : null
  const fault = faultOfEntry(entry, photograph !== null)
  if (fault !== null) return fault
  const list = await listNow()
  if (!list) return 'unlisted'
  const isBare = form.querySelector<HTMLInputElement>('[name=bare]')?.checked ?? false
  const picture = photograph && isBare ? await bareCopy(photograph) : photograph
  if (photograph && !picture) return 'no-picture'
  const body = await sealTo(list.keys, packedEntry(entry, picture))
  const head = { id: idOf(body), bytes: body.length, list: list.seq }
  try {
    await keep({ head, vouched: null, kind: entry.kind, day: dayOf(new Date()) }, body)
  } catch (error) {
    // Nothing of it was kept, and the form still has it.
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full'
    throw error
  }
  empty(form)
  return 'sealed'
}

const packedEntry = (entry: FieldEntry, picture: Photograph | null): Uint8Array =>
  picture
    ? packedFile(picture.bytes, picture.name, picture.type, { field: entry.kind, beside: entryText(entry) })
    : packedText(entryText(entry), { field: entry.kind, type: ENTRY_TYPE })

export function empty(form: HTMLFormElement): void {
  form.reset()
  form.dispatchEvent(new Event('emptied'))
}

function entryIn(form: HTMLFormElement): FieldEntry {
  const data = new FormData(form)
  const text = (name: string): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const where = { at: text('at'), place: text('place'), words: text('words') }
  const kind = form.dataset.kind as FieldKind
  switch (kind) {
    case 'note':
    case 'photo':
      return { kind, ...where }
    case 'hearing': {
      const asked = [...data.keys()].filter((name) => name.startsWith('q.') && text(name) !== '')
      const answers = Object.fromEntries(asked.map((name) => [name.slice(2), text(name)]))
      return { kind, ...where, court: text('court'), case: text('case'), answers }
    }
    case 'count':
      return {
        ...{ kind, ...where, unit: text('unit'), method: text('method') },
        ...{ low: text('low'), best: text('best'), high: text('high') },
      }
  }
}
