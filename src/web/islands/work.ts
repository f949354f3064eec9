/** A form that takes something from anybody: its work is done while it is filled in, and goes along with it. Without this script the form works and waits its turn. */
import { workFor } from './solve-work.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-work]')) {
  const work = workFor(form.dataset.work ?? '')
  const field = form.querySelector<HTMLInputElement>('input[name=work]')
  const status = form.querySelector('[role=status]')
  let isDone = false
  form.addEventListener('focusin', work.begin)
  form.addEventListener('submit', async (event) => {
    if (isDone || !field) return
    event.preventDefault()
    if (status) status.textContent = form.dataset.working ?? ''
    field.value = await work.take()
    isDone = true
    // A form that is being sent hears no second request until this event is over. The button that was pressed may have a value of its own.
    const button = event.submitter instanceof HTMLElement ? event.submitter : null
    setTimeout(() => form.requestSubmit(button))
  })
  // Whoever comes back to this page has used the work up.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    isDone = false
    if (status) status.textContent = ''
  })
}
