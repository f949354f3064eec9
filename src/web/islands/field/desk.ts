/** What phones sealed, opened on the reader's own machine; and what a person decides to write down, put into the form for it. Nothing of it is sent before they do. */
import { openWith } from '../../../adapters/sealed/age.ts'
import { ENTRY_TYPE, type FieldEntry, readEntry } from '../../../core/field/entry.ts'
import { type FormWords, filledFrom, type Labelled, linesOf } from '../../../core/field/to-form.ts'
import { textOf, type Unsealed, unpacked } from '../../../core/sealed/envelope.ts'
import { ownKeyIn } from '../sealed/own-key.ts'
import { bareCopy } from './photograph.ts'

type Words = FormWords & Readonly<Record<string, string>>
type Terms = Labelled & { readonly sheet: string; readonly questions: Readonly<Record<string, string>> }

const came = document.querySelector<HTMLElement>('#came')
const unlock = document.querySelector<HTMLFormElement>('#unlock')
const find = document.querySelector<HTMLFormElement>('#find')
const words = JSON.parse(came?.dataset.words ?? '{}') as Words
const terms = JSON.parse(came?.dataset.terms ?? '{}') as Terms
/** What a search looks in. */
const opened = new Map<HTMLElement, string>()

if (came && unlock) {
  unlock.hidden = false
  const told = unlock.querySelector<HTMLElement>('[role=status]')
  unlock.addEventListener('submit', async (event) => {
    event.preventDefault()
    const key = told && (await ownKeyIn(unlock, told))
    if (!key || !told) return
    const items = [...came.querySelectorAll<HTMLElement>('[data-sealed]')]
    for (const [at, item] of items.entries()) {
      told.textContent = `${at + 1} / ${items.length}`
      await openItem(item, key.secrets)
    }
    told.textContent = `${unlock.dataset.done}: ${opened.size}`
    if (find && opened.size > 0) letFind(find, items)
  })
}

async function openItem(item: HTMLElement, secrets: readonly string[]): Promise<void> {
  const place = item.querySelector<HTMLElement>('.opened')
  if (!place) return
  place.hidden = false
  const answer = await fetch(item.dataset.sealed ?? '', { headers: { Accept: 'application/octet-stream' } })
  const bytes = answer.ok ? await openWith(secrets, new Uint8Array(await answer.arrayBuffer())) : null
  const unsealed = bytes && unpacked(bytes)
  if (!unsealed) {
    place.textContent = unlock?.dataset.other ?? ''
    return
  }
  const entry = entryOf(unsealed)
  const lines = entry ? [...linesOf(entry, words, terms), ...answersOf(entry)] : [textOf(unsealed)]
  opened.set(item, lines.join(' ').toLowerCase())
  const heading = item.querySelector('h2')
  if (entry && heading?.firstChild) heading.firstChild.textContent = `${words[`kind.${entry.kind}`]} · `
  place.replaceChildren(...lines.map(paragraph))
  if (unsealed.envelope.what === 'file') place.append(...filesOf(unsealed))
  if (entry && item.querySelector('details')) place.append(writeForm(entry), note())
}

const entryOf = ({ envelope, content }: Unsealed): FieldEntry | null =>
  envelope.type === ENTRY_TYPE && envelope.what === 'text'
    ? readEntry(new TextDecoder().decode(content))
    : envelope.beside === undefined
      ? null
      : readEntry(envelope.beside)

const answersOf = (entry: FieldEntry): readonly string[] =>
  entry.kind === 'hearing'
    ? Object.entries(entry.answers).map(
        ([question, answer]) =>
          `${terms.questions[question] ?? question} ${words[`answer.${answer}`] ?? answer}`,
      )
    : []

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p')
  made.textContent = text
  return made
}
const note = (): HTMLElement => Object.assign(paragraph(words['write.note'] ?? ''), { className: 'meta' })

/** The original as it came, for the custody of it; and a copy drawn anew here, for whatever is to leave the house. */
function filesOf({ envelope, content }: Unsealed): readonly HTMLElement[] {
  const name = (envelope.name ?? 'file').replaceAll(/[/\\]/g, '_')
  const original = paragraph('')
  original.append(linkTo(content, name, name))
  if (!envelope.type.startsWith('image/')) return [original]
  const bare = paragraph('')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'quiet'
  button.textContent = words.bare ?? ''
  bare.append(button)
  button.addEventListener('click', async () => {
    const copy = await bareCopy({ bytes: content, name, type: envelope.type })
    if (copy) bare.replaceChildren(linkTo(copy.bytes, copy.name, words.bare ?? ''))
  })
  return [original, bare]
}

function linkTo(bytes: Uint8Array, name: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a')
  // Never opened by the page: what is inside came from outside.
  link.href = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/octet-stream' }))
  link.download = name
  link.textContent = text
  return link
}

/** From this press on the server knows it: what is in the form leaves the seal when the person sends it. */
function writeForm(entry: FieldEntry): HTMLFormElement {
  const { to, fields } = filledFrom(entry, terms.sheet, words, terms)
  const form = document.createElement('form')
  form.method = 'post'
  form.target = '_blank'
  form.action = came?.dataset[to] ?? ''
  const more = {
    'form-token': came?.dataset.token ?? '',
    ...(to === 'hand' && { country: came?.dataset.country ?? '' }),
  }
  for (const [name, value] of Object.entries({ ...more, ...fields }))
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  const button = document.createElement('button')
  button.textContent = words.write ?? ''
  form.append(button)
  return form
}

function letFind(form: HTMLFormElement, items: readonly HTMLElement[]): void {
  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  form.querySelector('input')?.addEventListener('input', (event) => {
    const sought = (event.target as HTMLInputElement).value.trim().toLowerCase()
    for (const item of items) item.hidden = sought !== '' && !(opened.get(item)?.includes(sought) ?? false)
  })
}
