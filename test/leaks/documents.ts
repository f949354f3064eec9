/** Invented people in, reports that name them in every manner of speaking out: English ones whose passages are shown, Russian ones whose passages are not. */
import { fullName, type Invented, inflected, initialsOf } from './people.ts'

export type Report = {
  readonly name: string
  readonly paragraphs: readonly {
    readonly text: string
    readonly day: string
    readonly people: readonly Invented[]
  }[]
}

const upper = (one: Invented): string => fullName(one, 'en').toUpperCase()
const split = (text: string, by: string): string => `${text.slice(0, 4)}${by}${text.slice(4)}`

/** How a report may write a name; each person is written in one of these and never more plainly. */
const MANNERS: readonly ((one: Invented) => string)[] = [
  (one) => `police detained the activist ${fullName(one, 'en')}`,
  (one) => `${one.surname.en} ${one.given.en} ${one.patronymic.en} was fined 132,550 tenge`,
  (one) => `officers searched the flat of ${one.surname.en}’s mother`,
  (one) => `Journalist ${one.given.en} ${one.surname.en.toUpperCase()} was beaten`,
  (one) => `the list read ${upper(one)}, ACTIVIST`,
  (one) => `lawyer ${one.given.en.charAt(0)}.${one.surname.en} was not let in`,
  (one) => `lawyer ${one.given.en.charAt(0)}. ${one.surname.en} was not let in`,
  (one) => `a court warned ${one.surname.en}-${one.stems.given.en} and others`,
  (one) => `the blogger (${fullName(one, 'ru')}) was summoned`,
  (one) => `the blogger ${fullName(one, 'kk').normalize('NFD')} was summoned`,
  (one) => `the editor “${fullName(one, 'en')}” was held for 10 days`,
  (one) => `supporters of ${split(one.given.en, '\u00ad')} ${split(one.surname.en, '\u200b')} gathered`,
  (one) => `activists/${one.surname.en}/${one.given.en} were taken away`,
  (one) => `a teacher, ${initialsOf(one, 'en').join('. ')}., was dismissed`,
  (one) => `Mrs ${one.surname.en} and Mr ${one.given.en} said nothing`,
  (one) => `the tag #Free${one.surname.en} was banned and @${one.handle} blocked`,
]

/** What reaches the same person without a name, written in as many ways. */
const CONTACTS: readonly ((one: Invented) => string)[] = [
  ({ email, phone }) =>
    `Write to ${email} or call +${phone.replace(/^(.)(...)(...)(..)(..)$/, '$1 $2 $3 $4 $5')}.`,
  ({ phone, handle }) =>
    `Call ${phone.replace(/^7(...)(...)(..)(..)$/, '8 ($1) $2-$3-$4')}, or see t.me/${handle}.`,
  ({ number, plate }) => `The number ${number} stands in the protocol, the car was ${plate}.`,
  ({ handle, email }) => `See https://www.instagram.com/${handle}/ and ${email.replace('@', ' [at] ')}.`,
  ({ phone, number }) =>
    `Tel. ${phone.replace(/(..)/g, '$1.')} and ${number.slice(0, 6)} ${number.slice(6)}.`,
]

const DAYS = ['03', '07', '11', '16', '20', '24', '28']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June']

/** Five people a paragraph, ten paragraphs a report. */
export function englishReports(people: readonly Invented[]): readonly Report[] {
  const paragraphs = Array.from({ length: Math.ceil(people.length / 5) }, (_, index) => {
    const own = people.slice(index * 5, index * 5 + 5)
    const month = index % MONTHS.length
    const day = DAYS[index % DAYS.length] ?? '01'
    const said = own.map((one, at) => (MANNERS[(index * 5 + at) % MANNERS.length] ?? fullNameOf)(one))
    const contacts = own.map((one, at) => (CONTACTS[(index + at) % CONTACTS.length] ?? noContact)(one))
    const text = `On ${Number(day)} ${MONTHS[month]} 2024 in Almaty ${said.join('; ')}. ${contacts.join(' ')} Two people were fined 100,000 tenge in case ${index}.`
    return { text, day: `2024-0${month + 1}-${day}`, people: own }
  })
  return [0, 10, 20, 30, 40].flatMap((from) => {
    const own = paragraphs.slice(from, from + 10)
    const first = own[0]?.people[0]
    return first ? [{ name: `${fullName(first, 'en')} and others ${from}.txt`, paragraphs: own }] : []
  })
}
const fullNameOf = (one: Invented): string => fullName(one, 'en')
const noContact = (): string => ''

/** Russian cases; rules propose values from these, and nothing of their words may be shown. */
export function russianReport(people: readonly Invented[]): Report {
  const paragraphs = people.map((one, index) => {
    const forms = inflected(one.surname.ru)
    const text = `${index + 1} марта 2024 года в Алматы полиция задержала активиста. Это ${fullName(one, 'ru')}, ${one.patronymic.ru}. Дело ${forms.join(', ')} передано в суд, телефон ${one.phone}. Заседание номер ${index} прошло.`
    return { text, day: `2024-03-${String(index + 1).padStart(2, '0')}`, people: [one] }
  })
  return { name: 'рассказы.txt', paragraphs }
}
export const textOf = (report: Report): string => report.paragraphs.map((one) => one.text).join('\n\n')
