/** A form marked data-passkey in, the browser asked for a passkey, its answer sent to the form's own address. No other script is served. */
/* global SimpleWebAuthnBrowser */
for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!SimpleWebAuthnBrowser.browserSupportsWebAuthn()) continue
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const button = form.querySelector('button')
    button.disabled = true
    tell(form, [])
    try {
      await pass(form)
    } catch (error) {
      // Aborted, timed out, no such key: browsers word these for programs, so the page has its own words.
      tell(form, Array.isArray(error.lines) ? error.lines : [form.dataset.failed])
    } finally {
      button.disabled = false
    }
  })
}

async function pass(form) {
  const fields = Object.fromEntries(new FormData(form))
  const { to, ...asked } = fields
  const optionsJSON = await send(form, `${form.action}/options`, asked)
  const answer =
    form.dataset.passkey === 'create'
      ? await SimpleWebAuthnBrowser.startRegistration({ optionsJSON })
      : await SimpleWebAuthnBrowser.startAuthentication({ optionsJSON })
  const done = await send(form, form.action, { ...fields, answer })
  location.assign(done.to)
}

async function send(form, address, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Form-Token': form.dataset.token },
    body: JSON.stringify(body),
  })
  const told = await response.json()
  if (told.to !== undefined && !response.ok) location.assign(told.to)
  if (!response.ok) throw Object.assign(new Error(told.code), { lines: told.messages })
  return told
}

function tell(form, lines) {
  const place = form.querySelector('.wrong')
  place.hidden = lines.length === 0
  place.replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      return paragraph
    }),
  )
}
