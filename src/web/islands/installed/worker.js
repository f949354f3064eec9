/** Of a page that installs on a phone: keeps its own files there and gives them out without a network. PAGE, VERSION and FILES stand before it. It sees nothing that is written. */
const CACHE = `${PAGE}-${VERSION}`

self.addEventListener('install', (event) => {
  const asked = FILES.map((path) => new Request(path, { cache: 'reload' }))
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(asked)))
})

/** Other pages of the site keep caches of their own. */
const isOld = (name) => name.startsWith(`${PAGE}-`) && name !== CACHE

self.addEventListener('activate', (event) => {
  const old = caches
    .keys()
    .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
  event.waitUntil(old.then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin || !FILES.includes(pathname)) return
  event.respondWith(caches.match(pathname, { cacheName: CACHE }).then((kept) => kept ?? fetch(event.request)))
})
