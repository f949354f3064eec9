/** What somebody tells, sealed in their own browser to the signed list; the receipt made there, and the answers opened there. */
import { openWith, sealTo } from '../../../adapters/sealed/age.ts'
import { newReceipt, type Receipt, readReceipt } from '../../../adapters/sealed/receipt.ts'
import { packedFile, packedText, textOf, unpacked } from '../../../core/sealed/envelope.ts'
import { workFor } from '../solve-work.ts'
import { believedList } from './believed-list.ts'

const tell = document.querySelector<HTMLFormElement>('#tell')
const answers = document.querySelector<HTMLFormElement>('#answers')
const statusOf = (form: HTMLFormElement): HTMLElement | null => form.querySelector('[role=status]')
const typedIn = (form: HTMLFormElement): string =>
  form.querySelector<HTMLInputElement>('input[name=receipt]')?.value.trim() ?? ''

const work = workFor(tell?.dataset.work ?? '')

if (tell) {
  tell.hidden = false
  tell.addEventListener('focusin', work.begin)
  tell.addEventListener('submit', async (event) => {
    event.preventDefault()
    const status = statusOf(tell)
    const button = tell.querySelector('button')
    if (!status || !button) return
    button.disabled = true
    status.textContent = tell.dataset.working ?? ''
    status.textContent = await send(tell).catch(() => tell.dataset.failed ?? '')
    button.disabled = false
  })
}

/** Returns what went wrong; empty when it was sent, and the form is gone. */
async function send(form: HTMLFormElement): Promise<string> {
  const list = believedList(form, null)
  if (!list) return form.dataset.unbelieved ?? ''
  const words = form.querySelector('textarea')?.value.trim() ?? ''
  const files = [...(form.querySelector<HTMLInputElement>('input[type=file]')?.files ?? [])]
  if (words === '' && files.length === 0) return form.dataset.empty ?? ''
  const receipt = typedIn(form) === '' ? await newReceipt() : await readReceipt(typedIn(form))
  if (!receipt) return form.dataset.receipt ?? ''
  const keys = list.recipients.map((one) => one.key)
  const body = new FormData()
  body.set('mailbox', receipt.mailbox)
  body.set('reply', receipt.key)
  body.set('list', String(list.seq))
  const add = async (what: 'text' | 'file', bytes: Uint8Array): Promise<void> => {
    const sealed = await sealTo(keys, bytes)
    body.append('part', new Blob([sealed.slice()]), what)
  }
  if (words !== '') await add('text', packedText(words))
  for (const file of files)
    await add('file', packedFile(new Uint8Array(await file.arrayBuffer()), file.name, file.type))
  body.set('work', await work.take())
  const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } })
  if (!response.ok) return messagesOf(await response.json(), form)
  show(form, receipt)
  return ''
}

function messagesOf(told: { readonly messages?: readonly string[] }, form: HTMLFormElement): string {
  return told.messages?.join(' ') || (form.dataset.failed ?? '')
}

function show(form: HTMLFormElement, { words }: Receipt): void {
  const told = document.querySelector<HTMLElement>('#told')
  const place = told?.querySelector('code')
  if (!told || !place) return
  place.textContent = words.replaceAll('-', ' ')
  form.reset()
  form.remove()
  told.hidden = false
  told.tabIndex = -1
  told.focus()
}

if (answers) {
  answers.hidden = false
  answers.addEventListener('submit', async (event) => {
    event.preventDefault()
    const status = statusOf(answers)
    if (status) status.textContent = await look(answers).catch(() => answers.dataset.failed ?? '')
  })
}

async function look(form: HTMLFormElement): Promise<string> {
  const receipt = await readReceipt(typedIn(form))
  const place = form.querySelector('.answers')
  if (!receipt || !place) return form.dataset.receipt ?? ''
  const body = new URLSearchParams({ mailbox: receipt.mailbox })
  const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } })
  const told = (await response.json()) as {
    readonly answers?: readonly string[]
    readonly messages?: string[]
  }
  if (!response.ok) return messagesOf(told, form)
  place.replaceChildren()
  for (const one of told.answers ?? []) {
    const bytes = await openWith(
      [receipt.secret],
      Uint8Array.from(atob(one), (sign) => sign.charCodeAt(0)),
    )
    const unsealed = bytes && unpacked(bytes)
    if (!unsealed) continue
    const quote = document.createElement('blockquote')
    quote.className = 'told'
    quote.textContent = textOf(unsealed)
    place.append(quote)
  }
  return place.childElementCount === 0 ? (form.dataset.none ?? '') : ''
}
