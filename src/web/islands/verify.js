/** The files of a chosen folder in; whether they are those that were signed, told in the words of the page. Nothing leaves the machine: the page's own policy lets it ask nobody. */
const folder = document.querySelector('#folder')
const number = document.querySelector('#number')
const { manifest: MANIFEST, signature: SIGNATURE, old: OLD_AFTER } = folder.dataset
const ONE_DAY = 86_400_000
// 64 bytes have one form in base64, and the file ends as it was written.
const SIGNED = /^[A-Za-z0-9+/]{85}[AQgw]==\n$/
const MOST_TOLD = 50

const hex = (buffer) => [...new Uint8Array(buffer)].map((one) => one.toString(16).padStart(2, '0')).join('')
const bytesOf = (base64) => Uint8Array.from(atob(base64.trim()), (one) => one.charCodeAt(0))
const digest = async (bytes) => hex(await crypto.subtle.digest('SHA-256', bytes))

/** A day in words; as it is written where this browser does not know the months of the language. */
function dayIn(day, language) {
  const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  const parts = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, form).formatToParts(
    new Date(day),
  )
  const isKnown = !/\d/.test(parts.find((one) => one.type === 'month').value)
  // Thin spaces differ between versions of browsers.
  return isKnown ? parts.map((one) => one.value.replace(/\s/g, ' ')).join('') : day
}

/** What a key says in one language. About a text, it stands behind; about a day and a count, within. */
function said(section, key, about) {
  const words = (name) => section.querySelector(`[data-says="${name}"]`)?.textContent
  if (typeof about !== 'object') return about === undefined ? words(key) : `${words(key)} ${about}`
  const { n, day } = about
  const form = n === undefined ? '' : `-${new Intl.PluralRules(section.lang).select(n)}`
  return (words(`${key}${form}`) ?? words(`${key}-other`))
    .replace('{n}', n)
    .replace('{day}', dayIn(day, section.lang))
}

/** Each saying is a key and what it is about; said in every language of the page. */
function say(sayings) {
  for (const section of document.querySelectorAll('section[lang]')) {
    const lines = sayings.map(([key, about]) => {
      const line = document.createElement('p')
      line.textContent = said(section, key, about)
      return line
    })
    section.querySelector('.said').replaceChildren(...lines)
  }
}

/** True, false, or null where this browser knows no Ed25519. */
async function isSigned(key, text, signature) {
  let made
  try {
    made = await crypto.subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify'])
  } catch {
    return null
  }
  return crypto.subtle.verify('Ed25519', made, bytesOf(signature), text)
}

/** How old a copy is by the clock of this machine. */
function age(made) {
  const days = Math.round((Date.parse(new Date().toISOString().slice(0, 10)) - Date.parse(made)) / ONE_DAY)
  if (days < 0) return [['ahead', { day: made }]]
  if (days === 0) return [['today', { day: made }]]
  return [['age', { n: days, day: made }], ...(days > OLD_AFTER ? [['old']] : [])]
}

/** What whoever typed the number of another copy must know first, and what can wait. */
function beside(own) {
  const typed = number.value.replace(/\s/g, '')
  if (typed === '') return { first: [], last: [] }
  if (!/^[1-9]\d*$/.test(typed)) return { first: [['no-number']], last: [] }
  return own < Number(typed) ? { first: [['older']], last: [] } : { first: [], last: [['not-older']] }
}

async function check(files) {
  const found = new Map()
  // The first step is the name of the folder itself.
  for (const file of files) found.set(file.webkitRelativePath.split('/').slice(1).join('/'), file)
  const [signedText, signature] = [found.get(MANIFEST), found.get(SIGNATURE)]
  if (!signedText || !signature) return [['none']]
  found.delete(MANIFEST)
  found.delete(SIGNATURE)
  const text = new Uint8Array(await signedText.arrayBuffer())
  const manifest = JSON.parse(new TextDecoder().decode(text))
  const signedAs = await signature.text()
  const signed = SIGNED.test(signedAs) && (await isSigned(manifest.key, text, signedAs))
  if (signed === false) return [['broken']]
  const wrong = []
  const taken = async (path, sha256) => {
    const file = found.get(path)
    found.delete(path)
    const bytes = file && (await file.arrayBuffer())
    if (!file) wrong.push(['missing', path])
    else if ((await digest(bytes)) !== sha256) wrong.push(['altered', path])
    else return bytes
  }
  const [listed, lost] = [[...manifest.files], []]
  const lists = [...(manifest.lists ?? [])]
  for (const { begins, sha256 } of lists) {
    const bytes = await taken(`lists/${begins}~.json`, sha256)
    if (!bytes) lost.push(begins)
    else {
      const list = JSON.parse(new TextDecoder().decode(bytes))
      listed.push(...list.files)
      lists.push(...list.lists.filter((one) => one.begins.length > begins.length))
    }
  }
  for (const { path, sha256 } of listed) await taken(path, sha256)
  // What a lost list named may well belong there.
  const unknown = (path) =>
    lost.some((begins) => path.startsWith(begins) || path.startsWith(`lists/${begins}`))
  for (const path of found.keys()) if (!unknown(path)) wrong.push(['extra', path])
  const fingerprint = (await digest(bytesOf(manifest.key))).match(/.{4}/g).join(' ')
  const verdict = wrong.length > 0 ? wrong.slice(0, MOST_TOLD) : [[signed ? 'whole' : 'unsigned']]
  // A copy of an older format has no number of its own: that of its day stands before all that have.
  const own = manifest.number ?? Number(manifest.made.replaceAll('-', '')) * 100
  const { first, last } = beside(own)
  return [...first, ...verdict, ...age(manifest.made), ['number', own], ...last, ['key', fingerprint]]
}

let asked = 0
async function tell() {
  asked += 1
  const now = asked
  if (folder.files.length === 0) return
  say([['busy']])
  const told = await check(folder.files).catch(() => [['broken']])
  // Whatever was chosen or typed meanwhile has an answer of its own.
  if (now === asked) say(told)
}
folder.addEventListener('change', tell)
number.addEventListener('change', tell)
