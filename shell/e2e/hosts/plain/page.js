/* Elements in the page, a view in a div, and two sessions side by side. */
import { fetchSession, offer } from '../page.js'

const keys = document.getElementById('keys')

function start() {
  const session = window.Sonaqor.start({
    fetchSession: () => fetchSession(),
    appearance: { theme: 'light' },
    locale: 'en',
  })
  const place = document.getElementById('mounted')
  const others = document.getElementById('others')
  let mounted
  let second
  offer({
    dark: () => session.update({ appearance: { theme: 'dark' } }),
    german: () => session.update({ locale: 'de' }),
    away: () => keys.remove(),
    back: () => document.getElementById('page').prepend(keys),
    choose: (state) => void (keys.state = state),
    chosen: () => keys.state,
    mount: (request) => void (mounted = session.mount(place, request)),
    unmount: () => mounted.remove(),
    logout: () => session.logout(),
    destroy: () => session.destroy(),
    second() {
      second = window.Sonaqor.start({ name: 'second', fetchSession: () => fetchSession(1) })
      const element = document.createElement('sonaqor-keys')
      element.id = 'second'
      element.setAttribute('session', 'second')
      others.append(element)
    },
    endSecond: () => second.destroy(),
  })
}

if (window.Sonaqor) start()
else window.addEventListener('sonaqor-loaded', start, { once: true })
