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
    'on the page of the search': into(/^\/en\/(?:kz\/)?search$/, '</main>', `<p>${ru}</p>`),
    'beside what narrows a search': into(
      /^\/en\/(?:kz\/)?search$/,
      '</fieldset>',
      `<label><input type="checkbox" name="person" value="${surname}"> 1</label>`,
    ),
    'in what a search finds, as data': into(
      /^\/en\/(?:kz\/)?search\.json$/,
      '"counts":',
      `"person":{"${en}":1},`,
    ),
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

const RECORDS = /\/desk\/records$/
const LIST = /\/desk\/records\.json$/
const TAKEN = /^POST \/en\/desk\/exports\/x-[0-9a-f]+\/take/

/** The channels of the workspace; `hidden` is a record that whoever looks may not open. */
export function plantedOnDesk(one: Invented, hidden: string): Readonly<Record<string, Planting>> {
  const [en, ru, kk] = [fullName(one, 'en'), fullName(one, 'ru'), fullName(one, 'kk')]
  const surname = one.surname.en
  return {
    'in a list of the workspace': into(RECORDS, '</main>', `<p>${en}</p>`),
    'in a title of the workspace': into(RECORDS, '</title>', surname),
    'in what a search found': into(/\/desk\/records\?q=/, '</main>', `<p>${ru}</p>`),
    'in how much a search finds': {
      on: new RegExp(`/desk/records\\.json\\?q=${encodeURIComponent(en)}$`),
      alter: ({ body }) => ({ body: body.replace('"records":[', '"records":[{},') }),
    },
    'in a suggestion': into(RECORDS, '</main>', `<datalist><option value="${surname}"></datalist>`),
    'in a count': into(LIST, '"records":', `"of":{"${surname}":1},`),
    'in why a step was taken': into(/\/history\.json$/, '"steps":', `"why":"${kk} asked for it",`),
    'in the page of a history': into(/\/history$/, '</main>', `<p>${en} asked for it</p>`),
    'in a relation': into(/\/relations\.json$/, '"relations":', `"of":"${surname}",`),
    'in a relation to a record that is hidden': into(
      /\/relations\.json$/,
      '"relations":',
      `"to":"${hidden}",`,
    ),
    'in a link of the data to a record that is hidden': into(LIST, '"records":', `"links":["${hidden}"],`),
    'in a feed of the workspace': into(/\/records\.atom$/, '</feed>', `<entry><title>${ru}</title></entry>`),
    'in a cell of a copy': {
      on: new RegExp(`${TAKEN.source} format=csv$`),
      alter: ({ body }) => ({ body: `${body}x,"held: ${en}"\r\n` }),
    },
    'in a copy as data': into(
      new RegExp(`${TAKEN.source} format=json$`),
      '"records":',
      `"note":"${escaped(ru)}",`,
    ),
    'in the name of a copy': inHeader(TAKEN, 'Content-Disposition', `attachment; filename="${surname}.csv"`),
    'in the name of the file as received': inHeader(
      /\/documents\/[\w-]+\/file$/,
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(kk)}.txt`,
    ),
    'in the bytes of a file': {
      on: /\/documents\/[\w-]+\/file$/,
      alter: ({ body }) => ({ body: `${body}\n${en}` }),
    },
    'in an entity tag of the workspace': inHeader(LIST, 'ETag', `"${surname.toLowerCase()}"`),
    'in the place a form leads to': inHeader(
      /^POST \/en\/desk\/moves/,
      'Location',
      `/en/desk/${surname}`,
      303,
    ),
    'in the text of an error': into(/\/records\/kz-absent\.json$/, '"messages":', `"about":"${en}",`),
    'in the page of an error of the workspace': into(/\/desk\/absent$/, '</main>', `<p>${ru}</p>`),
    'in the answer to a wrong form': into(/^POST \/en\/desk\/people/, '</main>', `<p>${surname}</p>`),
    'in the page of the log': into(/\/desk\/log$/, '</main>', `<p>decide ${surname.toLowerCase()}</p>`),
    'in a line that the process writes': {
      on: RECORDS,
      alter: () => {
        process.stderr.write(`Error: ${en} has no basis\n`)
        return {}
      },
    },
  }
}

export function plantedForPartners(one: Invented): Readonly<Record<string, Planting>> {
  const [en, ru] = [fullName(one, 'en'), fullName(one, 'ru')]
  const record = /\/desk\/records\/kz-2024-05-09-a/
  return {
    'in the form for partners as data': into(
      new RegExp(`${record.source}\\.json$`),
      '"form":',
      `"note":"${ru}",`,
    ),
    'in the page for partners': into(new RegExp(`${record.source}$`), '</main>', `<p>${en}</p>`),
    'in a copy for partners': into(
      new RegExp(`${TAKEN.source} format=json$`),
      '"records":',
      `"note":"${en}",`,
    ),
  }
}
