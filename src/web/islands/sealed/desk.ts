/** The sealed things of a page: opened, searched, sealed and sealed anew on the reader's own machine. Only what is sealed is sent or fetched. */
import { openWith, sealTo } from '../../../adapters/sealed/age.ts'
import { packedFile, packedText, textOf, type Unsealed, unpacked } from '../../../core/sealed/envelope.ts'
import type { RecipientList } from '../../../core/sealed/recipients.ts'
import { believedList, memoryHere } from './believed-list.ts'
import { type OwnKey, ownKeyIn } from './own-key.ts'

const all = <T extends HTMLElement>(selector: string): readonly T[] => [
  ...document.querySelectorAll<T>(selector),
]
const unlock = document.querySelector<HTMLFormElement>('#unlock')
const find = document.querySelector<HTMLFormElement>('#find')
const seal = document.querySelector<HTMLFormElement>('#seal')
const again = document.querySelector<HTMLElement>('#again')
/** What was opened, with the words a search looks in. */
const opened = new Map<HTMLElement, { readonly bytes: Uint8Array; readonly words: string }>()

if (unlock) letUnlock(unlock)
if (seal) letSeal(seal)

function letUnlock(form: HTMLFormElement): void {
  form.hidden = false
  const told = form.querySelector<HTMLElement>('[role=status]')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const key = told && (await ownKeyIn(form, told))
    if (!key || !told) return
    const items = all('[data-sealed]')
    for (const [at, item] of items.entries()) {
      told.textContent = `${at + 1} / ${items.length}`
      await openItem(item, key, form.dataset.other ?? '')
    }
    told.textContent = `${form.dataset.done}: ${opened.size}`
    if (find && opened.size > 0) letFind(find)
    if (again && opened.size > 0) letSealAgain(again)
  })
}

async function openItem(item: HTMLElement, { secrets }: OwnKey, other: string): Promise<void> {
  const place = item.querySelector<HTMLElement>('.opened')
  if (!place) return
  place.hidden = false
  const response = await fetch(item.dataset.sealed ?? '', { headers: { Accept: 'application/octet-stream' } })
  const bytes = response.ok ? await openWith(secrets, new Uint8Array(await response.arrayBuffer())) : null
  const unsealed = bytes && unpacked(bytes)
  if (!bytes || !unsealed) {
    place.textContent = other
    return
  }
  opened.set(item, { bytes, words: wordsOf(unsealed) })
  show(place, unsealed)
}

const wordsOf = (unsealed: Unsealed): string =>
  `${unsealed.envelope.name ?? ''} ${unsealed.envelope.what === 'text' ? textOf(unsealed) : ''}`.toLowerCase()

/** Words are shown; a file is offered to be kept, and never opened by the page. */
function show(place: HTMLElement, unsealed: Unsealed): void {
  const { what, name } = unsealed.envelope
  if (what === 'text') {
    place.textContent = textOf(unsealed)
    return
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([unsealed.content.slice()], { type: 'application/octet-stream' }))
  link.download = (name ?? 'file').replaceAll(/[/\\]/g, '_')
  link.textContent = name ?? 'file'
  place.replaceChildren(link)
}

function letFind(form: HTMLFormElement): void {
  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  form.querySelector('input')?.addEventListener('input', (event) => {
    const sought = (event.target as HTMLInputElement).value.trim().toLowerCase()
    for (const item of all('[data-sealed]'))
      item.hidden = sought !== '' && !(opened.get(item)?.words.includes(sought) ?? false)
  })
}

const keysOf = ({ recipients }: RecipientList): readonly string[] => recipients.map((one) => one.key)

async function send(
  to: string,
  token: string,
  fields: Readonly<Record<string, string | Blob>>,
): Promise<string> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const response = await fetch(to, {
    method: 'POST',
    body,
    headers: { 'X-Form-Token': token, Accept: 'application/json' },
  })
  if (response.ok) return ''
  const { messages = [] } = (await response.json()) as { readonly messages?: readonly string[] }
  return messages.join(' ') || String(response.status)
}
const blobOf = (bytes: Uint8Array): Blob => new Blob([bytes.slice()], { type: 'application/octet-stream' })

function letSeal(form: HTMLFormElement): void {
  const told = form.querySelector<HTMLElement>('[role=status]')
  const button = form.querySelector<HTMLButtonElement>('button[type=button]')
  const words = form.querySelector('textarea')
  const file = form.querySelector<HTMLInputElement>('input[type=file]')
  const field = form.querySelector('select')
  if (!told || !button || !words) return
  button.hidden = false
  // Whatever sends a form by itself must not send it in the clear.
  form.addEventListener('submit', (event) => event.preventDefault())
  button.addEventListener('click', async () => {
    const list = believedList(form, memoryHere())
    const chosen = file?.files?.[0]
    if (!list || (!chosen && words.value.trim() === '')) {
      told.textContent = form.dataset[list ? 'empty' : 'unbelieved'] ?? ''
      return
    }
    button.disabled = true
    const more = { about: form.dataset.about ?? null, field: field?.value ?? null }
    const bytes = chosen
      ? packedFile(new Uint8Array(await chosen.arrayBuffer()), chosen.name, chosen.type, more)
      : packedText(words.value, more)
    // An answer is sealed to the receipt of whoever wrote, beside the list.
    const also = form.dataset.also ? [form.dataset.also] : []
    const sealed = await sealTo([...keysOf(list), ...also], bytes)
    const what = chosen ? 'file' : 'text'
    const sent = { what, list: String(list.seq), body: blobOf(sealed) }
    const fields = field ? { ...sent, field: field.value } : sent
    told.textContent = await send(form.dataset.to ?? '', form.dataset.token ?? '', fields)
    button.disabled = false
    if (told.textContent !== '') return
    words.value = ''
    if (file) file.value = ''
    location.reload()
  })
}

/** Everything opened here that was sealed to an older list. */
function letSealAgain(place: HTMLElement): void {
  place.hidden = false
  const told = place.querySelector<HTMLElement>('[role=status]')
  place.querySelector('button')?.addEventListener('click', async () => {
    const list = believedList(place, memoryHere())
    if (!list || !told) {
      if (told) told.textContent = place.dataset.unbelieved ?? ''
      return
    }
    for (const [item, { bytes }] of opened) {
      if (Number(item.dataset.list) >= list.seq) continue
      const sealed = await sealTo(keysOf(list), bytes)
      const fields = { list: String(list.seq), body: blobOf(sealed) }
      told.textContent = await send(item.dataset.again ?? '', place.dataset.token ?? '', fields)
      if (told.textContent !== '') return
    }
    location.reload()
  })
}
