/** What the reader typed in, the public cases that resemble it out: compared on this device, kept nowhere, and gone with the page. The page says which words come before this script. */
const room = document.querySelector('#eyes')
const area = room.querySelector('textarea')
const list = document.querySelector('#eyes-laws')
const index = JSON.parse(document.querySelector('#eyes-index').textContent)
const laws = [...list.children]
const [MOST_LAWS, MOST_CASES] = [3, 3]
const says = (key) => room.querySelector(`[data-says="${key}"]`).textContent
const say = (text) => {
  room.querySelector('[role="status"]').textContent = text
}
const casesOf = (law) => [...law.querySelectorAll('[data-case]')]

/** As the page came: every law with its cases, none in answer to anything. */
function showAll() {
  for (const law of laws) {
    law.hidden = false
    const cases = casesOf(law).sort((a, b) => a.dataset.nth - b.dataset.nth)
    for (const one of cases) {
      one.hidden = false
      one.querySelector('[data-words]').textContent = ''
      one.parentElement.append(one)
    }
  }
  list.append(...laws)
}

function clear() {
  area.value = ''
  say('')
  showAll()
}

function show({ law, cases }) {
  const own = laws[law]
  own.hidden = false
  list.append(own)
  const near = new Map(cases.slice(0, MOST_CASES).map((one) => [String(one.at), one.words]))
  for (const one of casesOf(own)) one.hidden = !near.has(one.dataset.case)
  for (const [at, words] of near) {
    const one = own.querySelector(`[data-case="${at}"]`)
    // None: the law is near by what it is called, and its cases were told in other words.
    const alike = words.length === 0 ? '' : ` · ${says('alike').replace('{words}', words.join(', '))}`
    one.querySelector('[data-words]').textContent = alike
    one.parentElement.append(one)
  }
}

function look() {
  if (area.value.trim() === '') return say(says('empty'))
  const found = resembling(index, area.value).slice(0, MOST_LAWS)
  showAll()
  say(says(found.length === 0 ? 'none' : 'found'))
  for (const law of laws) law.hidden = true
  for (const one of found) show(one)
}

room.querySelector('[data-does="look"]').addEventListener('click', look)
room.querySelector('[data-does="clear"]').addEventListener('click', () => {
  clear()
  area.focus()
})
// A browser may keep a page that was left, and show it again as it was.
for (const event of ['pagehide', 'pageshow']) addEventListener(event, clear)
room.hidden = false
