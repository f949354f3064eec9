/** Escape pressed three times, while typing too: the page is gone at once, its address forgotten by Back, the session ended by the form that is there without script. */
let times = []
document.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape') {
      times = []
      return
    }
    if (event.repeat) return
    times = [...times.filter((one) => event.timeStamp - one < 1500), event.timeStamp]
    if (times.length < 3) return
    const form = document.querySelector('#leave')
    if (!form) return
    document.documentElement.hidden = true
    document.title = '·'
    history.replaceState(null, '', '/blank')
    form.submit()
  },
  true,
)
