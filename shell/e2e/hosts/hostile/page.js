/* And the page itself, which goes on wrapping once we are there. */
import { fetchSession, offer } from '../page.js'

function start() {
  const session = window.Sonaqor.start({
    fetchSession: () => fetchSession(),
    appearance: { theme: 'light' },
    locale: 'en',
  })
  const { fetch } = window
  window.fetch = (...args) => fetch(...args)
  Array.prototype.first = function first() {
    return this[0]
  }
  offer({
    dark: () => session.update({ appearance: { theme: 'dark' } }),
    german: () => session.update({ locale: 'de' }),
  })
}

if (window.Sonaqor) start()
else window.addEventListener('sonaqor-loaded', start, { once: true })
