/** The styles of a Word file → for each, whether its paragraphs are headings or items and whether its words are hidden. */
import { readXml } from './xml.ts'

export type Style = { readonly heading: boolean; readonly item: boolean; readonly hidden: boolean }
type Raw = { heading: boolean; item: boolean; hidden: boolean; basedOn: string | null }

const HEADING = /^(heading|title|subtitle|заголовок|название|подзаголовок|тақырып)/i
const PLAIN: Style = { heading: false, item: false, hidden: false }
/** Styles built on styles; a circle ends here. */
const MOST_STEPS = 20

/** On unless it says otherwise: `<w:vanish/>`, `w:val="0"`. */
export const isOn = (value: string | null): boolean => value === null || !/^(0|false|off|none)$/i.test(value)

export function readStyles(bytes: Uint8Array | undefined): (id: string | null) => Style {
  const styles = new Map<string, Raw>()
  let now: Raw | null = null
  if (bytes)
    readXml(bytes, {
      open: (tag) => {
        const value = tag.attribute('val')
        if (tag.name === 'style') {
          now = { heading: false, item: false, hidden: false, basedOn: null }
          styles.set(tag.attribute('styleId') ?? '', now)
        } else if (now === null) return
        else if (tag.name === 'name') now.heading ||= HEADING.test(value ?? '')
        else if (tag.name === 'outlineLvl') now.heading ||= Number(value) < 9
        else if (tag.name === 'basedOn') now.basedOn = value
        else if (tag.name === 'numId') now.item ||= value !== '0'
        else if (tag.name === 'vanish') now.hidden ||= isOn(value)
      },
      close: (tag) => {
        if (tag.name === 'style') now = null
      },
    })
  return (id) => {
    const found = { ...PLAIN }
    let at = id
    for (let step = 0; at !== null && step < MOST_STEPS; step += 1) {
      const style: Raw | undefined = styles.get(at)
      found.heading ||= style?.heading ?? false
      found.item ||= style?.item ?? false
      found.hidden ||= style?.hidden ?? false
      at = style?.basedOn ?? null
    }
    return found
  }
}
