/**
 * What every page of these strangers has: its log of what it heard, the way to its own server, and
 * handles for the journeys. How each shows a view is its own matter.
 */

/** All that our elements told the page, the first one first. */
const heard = []
const events = ['loading', 'ready', 'error', 'navigate', 'state', 'event', 'resize', 'session']
for (const event of events) {
  document.addEventListener(`sonaqor-${event}`, ({ detail, target }) => {
    const { code, state, view, type } = detail
    heard.push({ event, by: target.id || target.localName, code, state, view, type })
  })
}

const asked = { sessions: 0 }

/** Asks the page's own server for a client secret, of the first app or of another one. */
export async function fetchSession(of = 0) {
  asked.sessions += 1
  const answer = await fetch(`/session?of=${of}`, { method: 'POST' })
  if (!answer.ok) throw new Error(`no session: ${answer.status}`)
  return answer.json()
}

/** Where Sonaqor is, as the page was told by its server. */
export const sonaqorUrl = document.querySelector('meta[name=sonaqor]').content

/** The journeys say what a person would do by the page's own means: `dark`, `german`, `away`, `back`. */
export function offer(acts) {
  window.stranger = { heard, asked, ...acts }
}
