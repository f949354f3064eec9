/** Names of the font files that style.css asks for, each with the package path that the web layer serves. */
const LITERATA = '@fontsource-variable/literata/files'
const GOLOS = '@fontsource-variable/golos-text/files'

/** `/assets/fonts/<name>` → file inside node_modules. Both families are under the Open Font License 1.1. */
export const FONTS: Readonly<Record<string, string>> = {
  'literata-latin.woff2': `${LITERATA}/literata-latin-wght-normal.woff2`,
  'literata-cyrillic.woff2': `${LITERATA}/literata-cyrillic-wght-normal.woff2`,
  'literata-cyrillic-ext.woff2': `${LITERATA}/literata-cyrillic-ext-wght-normal.woff2`,
  'literata-italic-latin.woff2': `${LITERATA}/literata-latin-wght-italic.woff2`,
  'literata-italic-cyrillic.woff2': `${LITERATA}/literata-cyrillic-wght-italic.woff2`,
  'literata-italic-cyrillic-ext.woff2': `${LITERATA}/literata-cyrillic-ext-wght-italic.woff2`,
  'golos-latin.woff2': `${GOLOS}/golos-text-latin-wght-normal.woff2`,
  'golos-cyrillic.woff2': `${GOLOS}/golos-text-cyrillic-wght-normal.woff2`,
  'golos-cyrillic-ext.woff2': `${GOLOS}/golos-text-cyrillic-ext-wght-normal.woff2`,
}
