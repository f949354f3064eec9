/** Words in the address of the page in, the records of this copy that answer out: found on this device, by the same folding of names as on the site. The page says which words come before this script. */
const room = document.querySelector('#find')
const list = room.querySelector('ol')
const language = document.documentElement.lang
const LANGUAGES = ['en', 'ru', 'kk']
const MOST = 100

const typed = new URLSearchParams(location.search).get('q') ?? ''
const terms = termsIn(typed).map((term) => ({
  ...term,
  bases: basesOf(term.folded, INFLECTION).map(foldToken),
}))
const words = (key) => room.querySelector(`[data-says="${key}"]`).textContent
const say = (key, n = '') => {
  room.querySelector('.said').textContent = words(key).replace('{n}', n)
}

/** How one word answers a term; by its sound only where it stands in a name. */
const answersWord = (word, term, isName) => {
  const how = wordAnswers(word, term)
  const whole = /^\d+$/.test(term.folded) ? foldToken(word) === term.folded : how !== null
  return (whole && (how === 'letters' || isName)) || term.bases.includes(foldToken(word))
}
const saidBy = (text, term, isName) => searchWords(text).some((word) => answersWord(word, term, isName))

const found = []
/** Called by each part as it is read. */
globalThis.aigaqPart = ({ values, names, records, words: dictionary, said }) => {
  const isName = new Set(names)
  // Of each term, the values that say it: a value is looked at once, however many records have it.
  const saying = terms.map(
    (term) =>
      new Set(
        values.flatMap((one, index) =>
          one.some((text) => saidBy(text, term, isName.has(index))) ? [index] : [],
        ),
      ),
  )
  const all = dictionary.split(' ')
  const spoken = terms.map(
    (term) => new Set(all.flatMap((word, index) => (answersWord(word, term, false) ? [index] : []))),
  )
  for (const [nth, [id, day, titles, own]] of records.entries()) {
    const title = titles[LANGUAGES.indexOf(language)]
    const inValues = (term, n) =>
      id === term.folded || own.some((index) => saying[n].has(index)) || saidBy(title, term, false)
    let at = 0
    const inPassages = new Set(
      said[nth].flatMap((step) => {
        at += step
        return spoken.flatMap((one, n) => (one.has(at) ? [n] : []))
      }),
    )
    if (!terms.every((term, n) => inPassages.has(n) || inValues(term, n))) continue
    const isBest = terms.every(inValues)
    const why = own.filter((index) => saying.some((one) => one.has(index)))
    found.push({
      ...{ id, day, title, isBest },
      why: why.map((index) =>
        values[index].find((text) => terms.some((term) => saidBy(text, term, isName.has(index)))),
      ),
    })
  }
}

/** Parts in which every term may stand, by how words of them begin and how names of them sound. */
let needed = []
globalThis.aigaqWhere = ({ parts, begins }) => {
  const bitsOf = (beginning) =>
    beginning.length < 3
      ? Object.keys(begins).reduce(
          (sum, one) => (one.startsWith(beginning) ? sum | BigInt(`0x${begins[one]}`) : sum),
          0n,
        )
      : BigInt(`0x${begins[beginning.slice(0, beginning[0] === '~' ? 4 : 3)] ?? 0}`)
  const holding = terms.map((term) => {
    const heard = term.sound === null ? [] : [term.sound, soundOf(term.folded)].map((one) => `~${one}`)
    return [term.folded, ...term.bases, ...heard].reduce((sum, one) => sum | bitsOf(one), 0n)
  })
  const isId = terms.map((term) => term.folded.includes('-'))
  needed = parts.filter((_, index) => holding.every((bits, n) => isId[n] || (bits >> BigInt(index)) & 1n))
}

/** Text with the words that answer marked; never as markup. */
function marked(text) {
  const node = document.createElement('span')
  for (const piece of text.split(/([\p{L}\p{M}\p{N}'’ʼ`]+)/u)) {
    const isHit = piece !== '' && terms.some((term) => answersWord(piece, term, true))
    const part = isHit ? document.createElement('mark') : document.createTextNode('')
    part.textContent = piece
    node.append(part)
  }
  return node
}

function dayIn(day) {
  if (day === '') return ''
  const fields = {
    year: 'numeric',
    month: day.length > 4 ? 'long' : undefined,
    day: day.length > 7 ? 'numeric' : undefined,
  }
  return new Intl.DateTimeFormat(language, { ...fields, timeZone: 'UTC' }).format(new Date(day))
}

function show() {
  found.sort(
    (a, b) => b.isBest - a.isBest || (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1),
  )
  say(found.length === 0 ? 'none' : found.length > MOST ? 'more' : 'found', found.length)
  for (const { id, day, title, why, isBest } of found.slice(0, MOST)) {
    const item = document.createElement('li')
    const heading = document.createElement('h3')
    const link = document.createElement('a')
    link.href = `i/${encodeURIComponent(id)}.html`
    link.append(marked(title))
    heading.append(link)
    const meta = document.createElement('p')
    meta.className = 'meta'
    meta.append(
      dayIn(day),
      ...new Set(why)
        .values()
        .filter((one) => !title.includes(one))
        .flatMap((one) => [' · ', marked(one)]),
      isBest ? '' : ` · ${words('in-passage')}`,
    )
    const box = document.createElement('div')
    box.append(heading, meta)
    item.append(box)
    list.append(item)
  }
}

/** No browser lets a page from a card read a file, but all let it load a script. */
const load = (src) =>
  new Promise((done) => {
    const script = document.createElement('script')
    Object.assign(script, { src, onload: done, onerror: done })
    document.head.append(script)
  })

async function look() {
  room.querySelector('input').value = typed.slice(0, 200)
  say('busy')
  const { where } = room.dataset
  await load(where)
  await Promise.all(needed.map((one) => load(where.replace(/[^/]*$/, `${one}.js`))))
  show()
}
if (terms.length > 0) look()
