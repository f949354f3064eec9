/** The form that takes reports in, made quicker: files are dropped, several one after another; lines of reports on their way are looked at again. It sends the form and nothing else. */
const form = document.querySelector('#take-in')
let isLooking = false
if (form) {
  letDrop()
  letOffer()
}
look()

function letDrop() {
  const place = form.querySelector('.drop')
  place.hidden = false
  for (const kind of ['dragover', 'dragenter'])
    document.addEventListener(kind, (event) => {
      if (![...event.dataTransfer.types].includes('Files')) return
      event.preventDefault()
      place.classList.add('on')
    })
  document.addEventListener('dragleave', () => place.classList.remove('on'))
  document.addEventListener('drop', async (event) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    place.classList.remove('on')
    const files = [...event.dataTransfer.files]
    for (const file of files) await send(file, files.length > 1)
    await fresh('#jobs')
    look()
  })
}

/** One after the other, each with the details of the source as they stand; of several the title is each file's own. */
async function send(file, isOfMany) {
  const fields = new FormData(form)
  fields.set('file', file)
  fields.delete('text')
  if (isOfMany) fields.delete('title')
  const sent = form.querySelector('.sent')
  const line = document.createElement('li')
  sent.hidden = false
  sent.append(line)
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json' },
    })
    const told = await response.json()
    if (!response.ok) throw new Error((told.messages ?? []).join(' '))
    const link = document.createElement('a')
    link.href = told.imported
      ? `${form.action}/${told.imported.document}`
      : form.action.replace(/documents$/, `inbox/${told.id}`)
    link.textContent = `${file.name}: ${told.imported ? form.dataset.done : form.dataset.waits}`
    line.append(link)
  } catch (error) {
    line.textContent = `${file.name}: ${error.message || form.dataset.failed}`
  }
}

/** What was last said of a publisher fills what is empty, and is there to be changed. */
function letOffer() {
  const publisher = form.elements.publisher
  publisher.addEventListener('change', () => {
    const known = [...document.querySelectorAll('#publishers option')].find(
      (one) => one.value === publisher.value,
    )
    if (!known) return
    for (const name of ['collector', 'licence', 'reliability'])
      if (form.elements[name].value === '') form.elements[name].value = known.dataset[name] ?? ''
  })
}

async function look() {
  if (isLooking) return
  isLooking = true
  while (document.querySelector('#job[data-over=""], [data-job^="/"]')) {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    if (!(await fresh(document.querySelector('#job') ? '#job' : '#jobs'))) break
  }
  isLooking = false
}

/** The same part of the page as it is now; a report that is done leads to itself. */
async function fresh(part) {
  const response = await fetch(location.href).catch(() => null)
  if (response === null) return false
  if (response.redirected) {
    location.replace(response.url)
    return false
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const [now, before] = [page.querySelector(part), document.querySelector(part)]
  if (!now) {
    location.reload()
    return false
  }
  if (before && !before.contains(document.activeElement)) before.replaceWith(now)
  return true
}
