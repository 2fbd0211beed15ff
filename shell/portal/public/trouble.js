/** What we say ourselves when something of Sonaqor does not come; the view has its own retry. */

const { createElement: h, useEffect, useState } = window.React

const offline = 'You are offline. What you see is as it was a moment ago.'
const away = 'The developer tools are away for the moment. Your shop goes on selling.'
const over = 'Your sign-in to the developer tools is over. Load this page again to go on.'
const ours = 'This is our mistake, not yours: the developer tools are set up wrongly here.'

const words = {
  offline,
  'loader-unreachable': away,
  'module-unavailable': away,
  'module-broken': away,
  'session-unfetched': away,
  'frame-silent': away,
  'session-refused': over,
  'session-ended': over,
  'origin-refused': ours,
  'other-app': ours,
  'view-not-in-session': ours,
}

/** Where the script of Sonaqor itself did not come, nobody but us can say so. */
function onMissing(missing) {
  const look = () => window.Sonaqor || missing()
  if (document.readyState === 'complete') look()
  else window.addEventListener('load', look, { once: true })
}

export function Trouble() {
  const [codes, setCodes] = useState(new Map())
  useEffect(() => {
    // Several elements stand on a page: that one is there again says nothing of another.
    const told = (place, code) =>
      setCodes((before) => {
        const standing = [...before].filter(([one]) => one !== place && one.isConnected)
        return new Map(code ? [...standing, [place, code]] : standing)
      })
    const failed = ({ target, detail }) => told(target, detail.code ?? 'module-unavailable')
    const recovered = ({ target }) => told(target)
    const came = () => told(document)
    onMissing(() => told(document, 'loader-unreachable'))
    document.addEventListener('sonaqor-error', failed)
    document.addEventListener('sonaqor-loading', recovered)
    document.addEventListener('sonaqor-ready', recovered)
    window.addEventListener('sonaqor-loaded', came)
    return () => {
      document.removeEventListener('sonaqor-error', failed)
      document.removeEventListener('sonaqor-loading', recovered)
      document.removeEventListener('sonaqor-ready', recovered)
      window.removeEventListener('sonaqor-loaded', came)
    }
  }, [])
  const [code] = codes.values()
  return code && h('p', { className: 'trouble', role: 'status' }, words[code] ?? away)
}
