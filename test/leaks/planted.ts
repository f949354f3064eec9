/** One protected person in, leaks of them out: each in one channel that names have come out by, or could. */

import type { Planting } from './frozen.ts'
import { fullName, type Invented, inflected, initialsOf } from './people.ts'

const PAGE = /^\/en\/i\/[\w-]+$/
const DATA = /^\/en\/i\/[\w-]+\.json$/
const FEED = /\.atom$/
const MISSING = /^\/en\/i\/[\w-]*absent$/

const into = (on: RegExp, before: string, words: string): Planting => ({
  on,
  alter: ({ body }) => ({ body: body.replace(before, () => `${words}${before}`) }),
})
const inHeader = (on: RegExp, name: string, value: string, status?: number): Planting => ({
  on,
  alter: ({ headers }) => {
    headers.set(name, value)
    return status === undefined ? { headers } : { headers, status }
  },
})
const inText = (words: string): Planting => into(PAGE, '</main>', `<p>${words}</p>`)
const inData = (entry: string): Planting => into(DATA, '"incident":', `${entry},`)
const escaped = (text: string): string =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** Every letter that has a Cyrillic double is written with it. */
const lookAlike = (text: string): string =>
  [...text]
    .map((letter) => ({ a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', y: 'у', x: 'х' })[letter] ?? letter)
    .join('')

export function plantedLeaks(one: Invented): Readonly<Record<string, Planting>> {
  const [en, ru, kk] = [fullName(one, 'en'), fullName(one, 'ru'), fullName(one, 'kk')]
  const surname = one.surname.en
  return {
    'in the words of a page': inText(`held: ${en}`),
    'in the title of a page': into(PAGE, '</title>', ` ${surname}`),
    'in an attribute': inText(`<a title="${surname}">a person</a>`),
    'in an address that is linked': inText(`<a href="/en/kz?who=${encodeURIComponent(ru)}">more</a>`),
    'in the text beside a picture': inText(`<img alt="${one.given.en} in court" src="/assets/none">`),
    'in the description of a drawing': inText(`<svg><desc>${surname}</desc></svg>`),
    'in a comment of the page': inText(`<!-- ${en} -->`),
    'in the midst of a mark': inText(`${surname.slice(0, 5)}<mark>${surname.slice(5)}</mark>`),
    'in a field of the data': inData(`"note":"${en}"`),
    'in a key of the data': inData(`"${surname}":true`),
    'in the title of a feed': into(FEED, '</title>', surname),
    'in an entry of a feed': into(FEED, '</summary>', ` ${kk}`),
    'in the id of a feed': into(FEED, '</id>', `:${surname.toLowerCase()}`),
    'in an entity tag': inHeader(PAGE, 'ETag', `"${surname.toLowerCase()}"`),
    'in the place a page moved to': inHeader(PAGE, 'Location', `/en/i/${surname.toLowerCase()}`, 302),
    'in the name of a file': inHeader(DATA, 'Content-Disposition', `attachment; filename="${surname}.json"`),
    'in the name of a file, in its own script': inHeader(
      DATA,
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(ru)}.json`,
    ),
    'in the page of an error': into(MISSING, '</main>', `<p>${en} was not found</p>`),
    'in the rows of a list': into(/\/incidents(?:\?|$)/, '</main>', `<p>filter: ${surname}</p>`),
    'in Russian letters': inText(ru),
    'in Kazakh letters': inText(kk),
    'in a Russian case': inText(`дело ${inflected(one.surname.ru)[2] ?? ''}`),
    'without its ending': inText(one.stems.surname.en),
    'in capitals': inText(en.toUpperCase()),
    'by initials where those were not allowed': inText(`${initialsOf(one, 'en').join('. ')}.`),
    'by Russian initials': inText(`${initialsOf(one, 'ru').join('.')}.`),
    'with the surname first': inText(`${surname}, ${one.given.en}`),
    'by the patronymic alone': inText(one.patronymic.ru),
    'in base64': inData(`"blob":"${Buffer.from(`{"name":"${en}"}`).toString('base64')}"`),
    'in the middle of base64': inData(`"blob":"x${Buffer.from(`held: ${ru}`).toString('base64')}"`),
    'escaped for an address': inText(encodeURIComponent(ru)),
    'escaped for data': inData(`"note":"${escaped(ru)}"`),
    'in entities': inText([...surname].map((letter) => `&#${letter.charCodeAt(0)};`).join('')),
    'in hexadecimal entities': inText(
      [...surname].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join(''),
    ),
    'with letters nobody sees between': inText([...surname].join('\u200b')),
    'with soft hyphens': inText(surname.replace(/(...)/g, '$1\u00ad')),
    'with look-alike letters': inText(lookAlike(surname)),
    'with marks apart from their letters': inText(kk.normalize('NFD')),
    'in two bytes a letter': inText([...surname].join('\0')),
    'in the answer to a request for a reply': inData(
      `"replies":[{"kind":"asked","answer":{"text":"ask ${en}"}}]`,
    ),
    'in the role that was asked': inText(`Asked: the office of ${ru}.`),
    'by mail': inText(one.email),
    'by mail, taken apart': inText(one.email.replace('@', ' [at] ')),
    'by telephone': inText(`+${one.phone}`),
    'by telephone with other separators': inText(
      one.phone.replace(/^7(...)(...)(..)(..)$/, '8 ($1) $2·$3–$4'),
    ),
    'by the personal number': inData(`"n":${one.number}`),
    'by the plate': inText(one.plate),
    'by the account': inText(`<a href="https://t.me/${one.handle}">account</a>`),
  }
}
