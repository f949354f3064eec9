/** A key in, the words of the page's own language out; and the one place where the page says what came of something. */
const main = document.querySelector<HTMLElement>('#main')
const texts = JSON.parse(main?.dataset.said ?? '{}') as Readonly<Record<string, string>>

export const said = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
  Object.entries(params).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    texts[key] ?? key,
  )

export function tell(text: string): void {
  const place = document.querySelector<HTMLElement>('#told')
  if (place) place.textContent = text
}

export const at = <T extends HTMLElement = HTMLElement>(selector: string): T | null =>
  document.querySelector<T>(selector)

/** A length as people say it: it says no more of what is inside than the step it was padded to. */
export const sizeOf = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KiB` : `${Math.ceil(bytes / 1_048_576)} MiB`

export const dayOf = (now: Date): string =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
