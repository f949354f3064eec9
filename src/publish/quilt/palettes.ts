/** The look of a drawing of the quilt in, its style sheet out: as on the light page, as on the dark one, or in greys as light as their colours. */

export const LOOKS = ['light', 'dark', 'grey'] as const
export type Look = (typeof LOOKS)[number]

/** The colours of the light page: a picture has no style sheet, and is seen on other people's grounds. */
export const LIGHT = `.q-field{fill:#efe6d2}.q-base{fill:#f7f1e5}.q-alt,.bandf{fill:#f4ecdd}.q-tumar{fill:#8c7b5e}.k0{fill:#b47e10}.k1{fill:#a24e36}.k2{fill:#763041}.k3{fill:#3c1d52}.k4{fill:#0b0b17}.kx{fill:#0e6f6c}.kn{fill:none;stroke:#8c7b5e;stroke-width:2}.b1{fill:none;stroke:#f7f1e5;stroke-width:3.2}.b2{fill:none;stroke:#1e1a16;stroke-width:1.4;stroke-dasharray:5 3}.q-n{fill:none;stroke:#f7f1e5;stroke-width:14}.q-nt text{font-size:10.5px;font-weight:600;text-anchor:middle}text{font-family:Literata;fill:#1e1a16}.t2{fill:#5c5347}.inkf{fill:#1e1a16}.line{stroke:#1e1a16;fill:none}.sv{font-size:13px}`

/** The tokens of the dark page (style.css), by those of the light one: graver is lighter there. */
const DARK: Readonly<Record<string, string>> = {
  '#fbf7ee': '#16131a',
  '#efe6d2': '#241f2b',
  '#f7f1e5': '#1b1820',
  '#f4ecdd': '#1f1b25',
  '#8c7b5e': '#94866f',
  '#b47e10': '#706086',
  '#a24e36': '#be766b',
  '#763041': '#ed946f',
  '#3c1d52': '#f4c975',
  '#0b0b17': '#faf5e5',
  '#0e6f6c': '#5fc9c0',
  '#1e1a16': '#f2ebdd',
  '#5c5347': '#b8ad9f',
}

/** The grey of the same luminance (WCAG 2, sRGB): what a printer without colours would make of it, on every printer. */
export function greyOf(colour: string): string {
  const linear = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const light = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5)
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
  return `#${Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')
    .repeat(3)}`
}

export const inLook = (colours: string, look: Look): string =>
  look === 'light'
    ? colours
    : colours.replace(/#[0-9a-f]{6}/g, (one) => (look === 'grey' ? greyOf(one) : (DARK[one] ?? one)))
