/** The form of a record in, keys, the selection of words and the parts of what is added joined to it. It sends nothing by itself: the form is the one without script. */
const form = document.querySelector('#review, #hand')
const told = document.querySelector('.told .passage')
const keys = document.querySelector('#keys')

if (told) for (const row of rows()) tie(row)
if (form && told) letSelect()
if (form) letGrow()
if (keys) letKeys()

function rows() {
  return [...document.querySelectorAll('[data-row]')]
}

/** A row lights its words, and its words light the row. */
function tie(row) {
  const marks = document.querySelectorAll(`mark[data-rows~="${row.dataset.row}"]`)
  const light = (on) => {
    for (const mark of marks) mark.classList.toggle('on', on)
  }
  row.addEventListener('focusin', () => light(true))
  row.addEventListener('focusout', () => light(false))
  row.addEventListener('mouseenter', () => light(true))
  row.addEventListener('mouseleave', () => light(row.contains(document.activeElement)))
  for (const mark of marks) {
    mark.addEventListener('mouseenter', () => row.classList.add('on'))
    mark.addEventListener('mouseleave', () => row.classList.remove('on'))
  }
}

/** Words are selected, a field is chosen, and a row appears with the words as its value and as what says it. */
function letSelect() {
  const bar = document.querySelector('.pick-words')
  const choice = form.querySelector('#add select').cloneNode(true)
  choice.removeAttribute('name')
  const quote = document.createElement('q')
  bar.append(quote, choice)
  let words = ''
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    if (
      !selection.rangeCount ||
      selection.isCollapsed ||
      !told.contains(selection.anchorNode) ||
      !told.contains(selection.focusNode)
    )
      return
    const part = selection.getRangeAt(0).cloneContents()
    for (const number of part.querySelectorAll('sup')) number.remove()
    words = part.textContent.replace(/\s+/g, ' ').trim()
    quote.textContent = words
    bar.hidden = words === ''
  })
  choice.addEventListener('change', () => {
    if (choice.value !== '' && words !== '') addRow(choice.value, words)
    choice.value = ''
    bar.hidden = true
  })
}

function addRow(field, words) {
  const list = form.querySelector('#add .rows')
  const next = nextNumber()
  const row = document.querySelector(`.blank > [data-field="${field}"]`).cloneNode(true)
  for (const one of row.querySelectorAll('[name]')) one.name = one.name.replace('__', next)
  const set = (part, value) => {
    const input = row.querySelector(`[name="r${next}.${part}"]`)
    if (input && input.tagName === 'INPUT') input.value = value
    return input
  }
  const number = /^\D*(\d+(?:[\s,]\d{3}(?!\d))*)/.exec(words)?.[1] ?? ''
  const counted = field === 'group' || field === 'penalty'
  set('words', words)
  if (counted) set('number', number)
  const value = set(
    'value',
    field === 'group' ? words.replace(number, '').trim() : field === 'penalty' ? '' : words,
  )
  list.prepend(row)
  ;(value ?? row.querySelector('input')).focus()
}

function nextNumber() {
  const taken = [...form.elements].map((one) => Number(/^r(\d+)\./.exec(one.name)?.[1] ?? -1))
  return Math.max(-1, ...taken) + 1
}

/** What is added gets the parts that its field has (a number its count, a person their role), as soon as the field is chosen, and another row waits below; the focus stays where it is. */
function letGrow() {
  const empty = form.querySelector('#add .rows > li:last-child').cloneNode(true)
  form.querySelector('#add').addEventListener('change', ({ target }) => {
    const index = /^(r\d+)\.field$/.exec(target.name)?.[1]
    if (!index) return
    const value = target.parentElement.querySelector('.value')
    for (const one of target.parentElement.querySelectorAll('.grown')) one.remove()
    const blank = document.querySelector(`.blank > [data-field="${target.value}"]`)
    const model = blank?.querySelector('input.value')
    value.setAttribute('list', model?.getAttribute('list') ?? '')
    const parts = blank?.querySelectorAll('.parts > :is(input, select):not(.value, [type=hidden])') ?? []
    for (const one of [...parts].reverse()) {
      const part = one.cloneNode(true)
      part.name = part.name.replace(/^r__/, index)
      part.classList.add('grown')
      value.after(part)
    }
    const choices = [...form.querySelectorAll('#add select[name$=".field"]')]
    if (choices.every((one) => one.value !== '')) {
      const row = empty.cloneNode(true)
      const next = nextNumber()
      for (const one of row.querySelectorAll('[name]')) one.name = one.name.replace(/^r\d+/, `r${next}`)
      form.querySelector('#add .rows').append(row)
    }
  })
}

/** Single keys: only when switched on, never while somebody types, and switched off again with the tab. */
function letKeys() {
  const button = keys.querySelector('button')
  button.parentElement.hidden = false
  const isOn = () => sessionStorage.getItem('aigaq.keys') === 'on'
  const show = () => button.setAttribute('aria-pressed', String(isOn()))
  button.addEventListener('click', () => {
    sessionStorage.setItem('aigaq.keys', isOn() ? 'off' : 'on')
    show()
  })
  show()
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && form?.contains(event.target)) {
      const box = event.target.closest('.rows > li')?.querySelector('[type=checkbox]')
      if (box) box.focus()
      else event.target.blur()
    }
    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const act = ACTIONS[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
}

const isTyping = (element) =>
  element.matches('select, textarea, input:not([type=checkbox])') || element.isContentEditable

const current = () => document.activeElement?.closest('[data-row]')
function go(step) {
  const all = rows()
  const at = all.indexOf(current())
  const row = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]
  row?.querySelector('[type=checkbox]')?.focus()
}

const ACTIONS = {
  j: () => go(1),
  k: () => go(-1),
  x: () => current()?.querySelector('[type=checkbox]')?.click(),
  e: () => {
    const part = current()?.querySelector('.parts .value, .parts .number')
    part?.focus()
    // As after Tab: what is typed stands instead.
    if (part?.tagName === 'INPUT') part.select()
  },
  a: () => document.querySelector('#add select')?.focus(),
  s: () => form?.requestSubmit(form.querySelector('button[value=save]')),
  n: () => document.querySelector('a[data-key=n]')?.click(),
  r: () => document.querySelector('button[data-said=rejected]')?.form.querySelector('[name=why]').focus(),
  '?': () => keys.focus(),
}
