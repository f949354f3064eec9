/** Hundredths of a currency in, the sum as it is written in a language out. */
import type { Language } from '../language.ts'

/** The currency by its three letters, which mean the same everywhere; none known: the number alone. Whole sums without their 00. */
export function moneyIn(hundredths: number, currency: string, language: Language): string {
  const code = currency.trim().toUpperCase()
  const figures = hundredths % 100 === 0 ? 0 : 2
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    minimumFractionDigits: figures,
    maximumFractionDigits: figures,
    ...(/^[A-Z]{3}$/.test(code) && { style: 'currency', currency: code, currencyDisplay: 'code' }),
  }).format(hundredths / 100)
}
