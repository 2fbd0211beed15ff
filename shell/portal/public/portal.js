/** Tidewater's own app, in Tidewater's own React 18: its pages, the way about, and who is here. */
import { leadsTo, useAddress } from './address.js'
import { Accountant, App, Keys, Live, Logs, Webhooks } from './developers.js'
import { Home } from './home.js'
import { Settings } from './settings.js'
import { endSessions } from './sonaqor.js'
import { Trouble } from './trouble.js'

const { createElement: h, version } = window.React

const place = document.getElementById('portal')
const { name, shop } = place.dataset

const pages = {
  '/': { title: 'Home', head: 'Settlements', draw: Home },
  '/keys': { title: 'API keys', head: 'Your integration', draw: Keys },
  '/logs': { title: 'Logs', head: 'Your integration', draw: Logs },
  '/webhooks': { title: 'Webhooks', head: 'Your integration', draw: Webhooks },
  '/live': { title: 'Dashboard', head: 'Your integration, live', draw: Live },
  '/app': { title: 'App', head: 'Your app', draw: App },
  '/accountant': { title: 'Accountant', head: 'Shared with your accountant', draw: Accountant },
  '/settings': { title: 'Settings', head: 'Settings', draw: Settings },
}

function Portal() {
  const { path } = useAddress()
  const { head, draw } = pages[path] ?? pages['/']
  return h(
    'div',
    { className: 'portal' },
    h(
      'header',
      null,
      h('a', { className: 'logo', ...leadsTo('/') }, '≈ Tidewater'),
      h(Way),
      h(Who),
    ),
    h('main', null, h('h1', null, head), h(Trouble), h(draw, { key: path })),
    h('footer', null, `Tidewater Merchant Center, drawn by React ${version}`),
  )
}

function Way() {
  const { path } = useAddress()
  const links = Object.entries(pages).map(([to, { title }]) =>
    h('a', { key: to, ...leadsTo(to), 'aria-current': to === path ? 'page' : undefined }, title),
  )
  return h('nav', { 'aria-label': 'Portal' }, links)
}

/** A plain form, so that signing out works where nothing else does. */
function Who() {
  return h(
    'form',
    { className: 'who', method: 'post', action: '/sign-out', onSubmit: leave },
    h('span', null, name, h('small', null, shop)),
    h('button', null, 'Sign out'),
  )
}

async function leave(event) {
  const form = event.currentTarget
  event.preventDefault()
  await endSessions()
  form.submit()
}

window.ReactDOM.createRoot(place).render(h(Portal))
