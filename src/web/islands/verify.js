/** The files of a chosen folder in; whether they are those that were signed, told in the words of the page. Nothing leaves the machine: the page's own policy lets it ask nobody. */
const folder = document.querySelector('#folder')
const { manifest: MANIFEST, signature: SIGNATURE } = folder.dataset
const MOST_TOLD = 50

const hex = (buffer) => [...new Uint8Array(buffer)].map((one) => one.toString(16).padStart(2, '0')).join('')
const bytesOf = (base64) => Uint8Array.from(atob(base64.trim()), (one) => one.charCodeAt(0))
const digest = async (bytes) => hex(await crypto.subtle.digest('SHA-256', bytes))

/** Each saying is a key and what it is about; said in every language of the page. */
function say(sayings) {
  for (const section of document.querySelectorAll('section[lang]')) {
    const lines = sayings.map(([key, about]) => {
      const line = document.createElement('p')
      const words = section.querySelector(`[data-says="${key}"]`).textContent
      line.textContent = about === undefined ? words : `${words} ${about}`
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
  const signed = await isSigned(manifest.key, text, await signature.text())
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
  const verdict =
    wrong.length > 0 ? wrong.slice(0, MOST_TOLD) : [[signed ? 'whole' : 'unsigned', manifest.made]]
  return [...verdict, ['key', fingerprint]]
}

folder.addEventListener('change', async () => {
  say([['busy']])
  try {
    say(await check(folder.files))
  } catch {
    say([['broken']])
  }
})
