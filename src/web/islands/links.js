/** The link desk by single keys: s same, d different, u unsure, n next, p back, z takes the last one back. In a field they are letters. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)
  if (!found) return
  event.preventDefault()
  found.click()
})
