/* Tidewater's own app, in Tidewater's own React 18. Sonaqor is two elements and one call. */
;(() => {
  const { createElement: h, useEffect, useState } = window.React

  const routes = {
    '/': { title: 'Home', head: 'Settlements', draw: Home },
    '/keys': { title: 'API keys', head: 'Your integration', draw: Keys },
    '/logs': { title: 'Logs', head: 'Your integration', draw: Logs },
  }

  function startSonaqor() {
    window.Sonaqor.start({
      fetchSession: async () => {
        const answer = await fetch('/sonaqor-session', { method: 'POST' })
        const body = await answer.json()
        if (!answer.ok) throw new Error(body.message)
        return body
      },
      appearance: { theme: 'light', tokens: { accent: '#0b6e4f' } },
      locale: 'en',
    })
  }

  if (window.Sonaqor) startSonaqor()
  else window.addEventListener('sonaqor-ready', startSonaqor, { once: true })

  function Portal() {
    const [path, setPath] = useState(window.location.pathname)
    useEffect(() => {
      const follow = () => setPath(window.location.pathname)
      window.addEventListener('popstate', follow)
      return () => window.removeEventListener('popstate', follow)
    }, [])
    const go = (to) => (event) => {
      event.preventDefault()
      window.history.pushState(null, '', to)
      setPath(to)
    }
    const route = routes[path] ?? routes['/']
    return h(
      'div',
      { className: 'portal' },
      h(
        'header',
        null,
        h('a', { className: 'logo', href: '/', onClick: go('/') }, '≈ Tidewater'),
        h(
          'nav',
          { 'aria-label': 'Portal' },
          Object.entries(routes).map(([to, { title }]) =>
            h(
              'a',
              {
                key: to,
                href: to,
                onClick: go(to),
                'aria-current': route.title === title ? 'page' : undefined,
              },
              title,
            ),
          ),
        ),
        h('span', { className: 'who' }, 'Ada Marsh'),
      ),
      h('main', null, h('h1', null, route.head), h(route.draw)),
      h('footer', null, `Tidewater Merchant Center, drawn by React ${window.React.version}`),
    )
  }

  const settlements = [
    ['20 Nov', 'Harbour Books', '1,204', '€ 38,112.40', 'Paid'],
    ['20 Nov', 'Lighthouse Coffee', '3,870', '€ 21,459.95', 'Paid'],
    ['20 Nov', 'Pier Nine Outfitters', '412', '€ 64,030.00', 'On its way'],
    ['19 Nov', 'Saltmarsh Cycles', '98', '€ 17,808.50', 'Paid'],
  ]

  function Home() {
    return h(
      'section',
      null,
      h('p', null, 'What was paid out to our merchants in the last two days.'),
      h(
        'div',
        { className: 'wide', tabIndex: 0, role: 'group', 'aria-label': 'Settlements' },
        h(
          'table',
          null,
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              ['Day', 'Merchant', 'Sales', 'Amount', 'State'].map((head) =>
                h('th', { key: head, scope: 'col' }, head),
              ),
            ),
          ),
          h(
            'tbody',
            null,
            settlements.map((row) =>
              h(
                'tr',
                { key: row[1] },
                row.map((cell) => h('td', { key: cell }, cell)),
              ),
            ),
          ),
        ),
      ),
      h('button', { type: 'button' }, 'Download statement'),
    )
  }

  function Keys() {
    return h(
      'section',
      null,
      h('p', null, 'The keys by which your shop asks for behavioural insights.'),
      h('div', { className: 'desk' }, h('sonaqor-keys')),
    )
  }

  function Logs() {
    return h(
      'section',
      null,
      h('p', null, 'What your shop has sent us, as it happens.'),
      h('div', { className: 'desk' }, h('sonaqor-logs')),
    )
  }

  window.ReactDOM.createRoot(document.getElementById('portal')).render(h(Portal))
})()
