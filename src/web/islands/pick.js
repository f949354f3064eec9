/** A report to choose words from in: what is selected stands in the form as its first and last words. It sends nothing by itself. */
const form = document.querySelector('#pick')
const text = document.querySelector('.picked')
const FEW = 120

if (form && text)
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    if (
      !selection.rangeCount ||
      selection.isCollapsed ||
      !text.contains(selection.anchorNode) ||
      !text.contains(selection.focusNode)
    )
      return
    const part = selection.getRangeAt(0).cloneContents()
    for (const number of part.querySelectorAll('sup')) number.remove()
    const words = part.textContent.replace(/\s+/g, ' ').trim()
    if (words === '') return
    form.elements.from.value = words.slice(0, FEW)
    form.elements.to.value = words.slice(-FEW)
  })
