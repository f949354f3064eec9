/** A town and a month that records hold back, dressed as people, so that the same finder looks for them. */
import type { Invented, Spelled } from './people.ts'

const dressed = (id: string, word: Spelled, plate: string): Invented => ({
  id,
  level: null,
  given: word,
  surname: word,
  patronymic: { en: `${word.en}####`, ru: `${word.ru}####`, kk: `${word.kk}####` },
  stems: { given: word, surname: word },
  ...{
    email: `${id}@post.example`,
    phone: `7700${plate}00`,
    number: `9999${plate}0000`,
    plate,
    handle: `${id}_q`,
  },
})

/** In no other record, and on no page of the site but where a record says it. */
export const HELD_TOWN = dressed('held-town', { en: 'Kokshetau', ru: 'Кокшетау', kk: 'Көкшетау' }, '731902')
export const HELD_MONTH = dressed('held-month', { en: 'September', ru: 'сентябр', kk: 'қыркүйек' }, '731903')
