/** What a phone holds in, how the page tells it out: kind, rough size and day of each, the list, the pass, the room that is left. */
import { wordsOfRoot } from '../../../adapters/sealed/signed-list.ts'
import { at, said } from '../installed/said.ts'
import { listNow } from './believed.ts'
import { kept, waiting } from './phone-store.ts'

/** Of the room a browser gives: from here on the page says that it is getting scarce. */
const SCARCE = 0.8

const write = (selector: string, text: string): void => {
  const place = at(selector)
  if (place) place.textContent = text
}

export async function showFinished(): Promise<void> {
  const all = [...(await waiting())].sort((a, b) => (a.day < b.day ? 1 : -1))
  write('#how-many', all.length === 0 ? said('none') : said('many', { n: all.length }))
  at('#waiting')?.replaceChildren(
    ...all.map(({ kind, head, day }) => {
      const line = document.createElement('li')
      const name = kind === null ? said('of-somebody') : said(`kind.${kind}`)
      line.textContent = said('item', { kind: name, size: sizeOf(head.bytes), day })
      return line
    }),
  )
  for (const one of ['#send', '#carry']) {
    const button = at<HTMLButtonElement>(one)
    if (button) button.disabled = all.length === 0
  }
  const [list, known, pass] = [await listNow(), await kept('list'), await kept('pass')]
  write('#pass-now', said(pass ? 'pass.has' : 'pass.none'))
  write(
    '#list-now',
    list
      ? said('list.now', { seq: list.seq, n: list.keys.length, day: list.expires })
      : said(known ? 'list.ended' : 'list.none'),
  )
  write('#list-words', known ? wordsOfRoot(known.root).replaceAll('-', ' ') : '')
  await showRoom()
}

async function showRoom(): Promise<void> {
  const { storage } = navigator
  if (!storage?.estimate) return write('#room-now', said('room.unknown'))
  const { usage = 0, quota = 0 } = await storage.estimate()
  const isKept = await storage.persisted()
  const lines = [
    said('room.now', { n: sizeOf(usage), of: sizeOf(quota) }),
    said(isKept ? 'room.kept' : 'room.not-kept'),
    ...(quota > 0 && usage / quota > SCARCE ? [said('room.low')] : []),
  ]
  write('#room-now', lines.join(' '))
  const ask = at<HTMLButtonElement>('#persist')
  if (ask) ask.hidden = isKept
}

/** A length as people say it: it says no more of what is inside than the step it was padded to. */
const sizeOf = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KiB` : `${Math.ceil(bytes / 1_048_576)} MiB`
