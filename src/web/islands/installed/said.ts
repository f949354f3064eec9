/** A key in, the words of the page's own language out; and the one place where the page says what came of something. */
const main = document.querySelector<HTMLElement>('#main')
const texts = JSON.parse(main?.dataset.said ?? '{}') as Readonly<Record<string, string>>

export const said = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
  Object.entries(params).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    texts[key] ?? key,
  )

export function tell(text: string): void {
  const place = at('#told')
  if (place) place.textContent = text
}

export const at = <T extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): T | null => within.querySelector<T>(selector)
