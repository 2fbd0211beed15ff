/** All that this portal's pages have to do with Sonaqor: its sessions, their look, and what they tell. */
import { go, note } from './address.js'
import { choices, onChoice } from './choices.js'

/** The page of ours on which each view of theirs stands. */
const pageOf = {
  'keys.list': '/keys',
  'logs.list': '/logs',
  'webhooks.endpoints': '/webhooks',
  'webhooks.health': '/webhooks',
  'keys.usage': '/live',
  'logs.tail': '/live',
  'home.activity': '/live',
  'home.jobTracker': '/live',
  'home.app': '/app',
}

/** Deliveries stand in a tab of the logs, and what is chosen there behind its name. */
const deliveries = (state) => ({
  tab: 'webhooks',
  ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`webhooks.${name}`, value])),
})

const addressOf = (view, state = {}) => {
  if (view === 'webhooks.deliveries') return addressOf('logs.list', deliveries(state))
  const search = new URLSearchParams(state).toString()
  return (pageOf[view] ?? '/') + (search && `?${search}`)
}

// #region fetch
/** Asks our own server, which holds the key. It is called again whenever a session has to be renewed. */
const sessionFrom = (path) => async () => {
  const answer = await fetch(path, { method: 'POST' })
  const body = await answer.json()
  if (!answer.ok) throw new Error(body.message)
  return body
}
// #endregion

// #region appearance
/** Our colours in both themes, on the tokens that Sonaqor has for them. */
const lookOf = ({ theme, density }) => ({
  theme,
  density,
  tokens: { accent: '#0b6e4f', background: '#fffdf6' },
  dark: { accent: '#2f9c76', onAccent: '#04150e', background: '#0f201a' },
})
// #endregion

// #region locale
/** The language that they chose as their browser names it: with its region, which says how dates are written. */
const localeOf = ({ language }) =>
  navigator.languages.find((tag) => new Intl.Locale(tag).language === language) ?? language
// #endregion

// #region start
const sessions = []

/** Begins a session of this page, once the loader is there. */
async function begin(options) {
  const Sonaqor = await loaded()
  const look = { appearance: lookOf(choices()), locale: localeOf(choices()) }
  sessions.push(Sonaqor.start({ ...options, ...look }))
}

void begin({
  fetchSession: sessionFrom('/sonaqor-session'),
  permalink: (view, state) => window.location.origin + addressOf(view, state),
})

/** The loader is asynchronous: it may have run before this file, or run after it. */
function loaded() {
  if (window.Sonaqor) return window.Sonaqor
  return new Promise((done) => {
    addEventListener('sonaqor-loaded', () => done(window.Sonaqor), { once: true })
  })
}
// #endregion

// #region second
let accountant

/** A second session has a name, by which elements say that they belong to it. */
export function beginForAccountant() {
  const fetchSession = sessionFrom('/sonaqor-session/accountant')
  accountant ??= begin({ name: 'accountant', fetchSession })
}
// #endregion

// #region update
/** A choice shows at once, in what is embedded as in what is ours; nothing is loaded anew. */
onChoice(() => {
  const change = { appearance: lookOf(choices()), locale: localeOf(choices()) }
  for (const session of sessions) session.update(change)
})
// #endregion

// #region events
/** What somebody chose in the view of this page stands in its address, for a link or a reload. */
document.addEventListener('sonaqor-state', ({ target, detail }) => {
  const isOfThisPage = target.hasAttribute('state') && pageOf[detail.view] === location.pathname
  if (isOfThisPage) note(detail.state, detail.manner)
})

/** They asked for another view, which here is another page. */
document.addEventListener('sonaqor-navigate', ({ detail }) => {
  go(addressOf(detail.view, detail.params))
})
// #endregion

// #region sign-out
/** Ends the sessions at Sonaqor before our own: nobody stays signed in to half of a portal. */
export const endSessions = () => Promise.all(sessions.map((session) => session.logout()))
// #endregion
