import { html } from '../../html.ts'
import { code, type DocsPage } from '../layout.ts'
import { exportedKey, keyPlaceholder } from '../samples/call.ts'
import { p, packageAt, pathOf, type GuidePage } from './page.ts'

const server = (url: string) => `import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { env } from 'node:process'

const sonaqor = '${url}'
const origin = 'http://127.0.0.1:3000'

async function openSession() {
  const answer = await fetch(\`\${sonaqor}/v1/embed-sessions\`, {
    method: 'POST',
    headers: {
      authorization: \`Bearer \${env.SONAQOR_API_KEY}\`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      views: ['keys.list', 'keys.issue', 'logs.tail'],
      scopes: ['keys:read', 'keys:write', 'logs:read', 'apps:read'],
      origins: [origin],
      // Whoever is signed in to your portal. Acts are audited as theirs.
      user: { ref: 'user-1', name: 'Ada Marsh' },
    }),
  })
  return { status: answer.status, body: await answer.text() }
}

createServer(async (request, response) => {
  if (request.url === '/sonaqor-session' && request.method === 'POST') {
    // Another site must not open sessions with the cookies of your people.
    if (request.headers.origin !== origin) return response.writeHead(403).end()
    const { status, body } = await openSession()
    return response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  }
  const isScript = request.url === '/app.js'
  const type = isScript ? 'text/javascript' : 'text/html'
  const file = await readFile(isScript ? 'app.js' : 'page.html')
  response.writeHead(200, { 'content-type': type }).end(file)
}).listen(3000, '127.0.0.1')`

const curl = (url: string) => `curl -X POST "${url}/v1/embed-sessions" \\
  -H "Authorization: Bearer $SONAQOR_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{
    "views": ["keys.list", "keys.issue", "logs.tail"],
    "scopes": ["keys:read", "keys:write", "logs:read", "apps:read"],
    "origins": ["http://127.0.0.1:3000"],
    "user": { "ref": "user-1", "name": "Ada Marsh" }
  }'`

const page = (url: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Your integration</title>
    <script>
      // Where our script does not come, nobody but your page can say so.
      function missing() {
        document.getElementById('missing').hidden = false
      }
    </script>
    <script src="${url}/embed/v1.js" crossorigin async onerror="missing()"></script>
  </head>
  <body>
    <h1>Your integration</h1>
    <p id="missing" role="alert" hidden>This part of the page cannot be loaded at the moment.</p>
    <sonaqor-keys></sonaqor-keys>
    <sonaqor-log-tail></sonaqor-log-tail>
    <script>
      async function fetchSession() {
        const answer = await fetch('/sonaqor-session', { method: 'POST' })
        if (!answer.ok) throw new Error(await answer.text())
        return answer.json()
      }
      function start() {
        Sonaqor.start({
          fetchSession,
          appearance: {
            theme: 'light',
            tokens: {
              accent: '#0b6e4f',
              background: '#ffffff',
              radius: '10px',
              font: 'Georgia, serif',
            },
          },
        })
      }
      if (window.Sonaqor) start()
      else addEventListener('sonaqor-loaded', start, { once: true })
    </script>
  </body>
</html>`

const request = (url: string) => `${exportedKey}
curl "${url}/v1/apps" -H "Authorization: Bearer $SONAQOR_API_KEY"`

const react = (
  url: string,
) => `import { SonaqorKeys, SonaqorLogTail, SonaqorProvider } from '@sonaqor/embed/react'
import { createRoot } from 'react-dom/client'

async function fetchSession() {
  const answer = await fetch('/sonaqor-session', { method: 'POST' })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

const look = {
  theme: 'light',
  tokens: { accent: '#0b6e4f', background: '#ffffff', radius: '10px' },
}

createRoot(document.getElementById('app')).render(
  <SonaqorProvider
    url="${url}"
    fetchSession={fetchSession}
    appearance={look}
  >
    <h1>Your integration</h1>
    <SonaqorKeys />
    <SonaqorLogTail />
  </SonaqorProvider>,
)`

const install = (packageUrl: string) => `npm init -y
npm install react react-dom esbuild ${packageUrl}
npx esbuild app.jsx --bundle --jsx=automatic --outfile=app.js`

const reactPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Your integration</title>
  </head>
  <body>
    <div id="app"></div>
    <script src="/app.js"></script>
  </body>
</html>`

/** From nothing to a themed view in a page, with nothing but Node. */
export const quickStart: GuidePage = (url, built): DocsPage => ({
  path: '/docs/embedding',
  title: 'Embed a module',
  lead: 'Show API keys, logs and more inside your own portal, in your look. From nothing to a working page in 15 minutes; all you need is Node.js 20 or newer.',
  content: html`<h2>1. An app, its origin and a key</h2>
    <ol>
      <li>
        In the dashboard open <a href="/projects">Projects</a> and create an app in the sandbox. As
        its allowed origin enter <code>http://127.0.0.1:3000</code>: the page of this guide. Later
        it is your portal’s, such as <code>https://portal.example.com</code>.
      </li>
      <li>
        Open <a href="/keys">API keys</a> and issue a key of that app with the scopes
        <code>embeds:create</code>, <code>keys:read</code>, <code>keys:write</code>,
        <code>logs:read</code> and <code>apps:read</code>. Copy the secret: it is shown once. A
        session can never do more than the key that opened it.
      </li>
    </ol>
    <h2>2. A route on your server</h2>
    <p>
      The key stays on your server. For the person who is signed in, it opens a session and hands
      its client secret to the page, which works once, within a minute. In an empty folder, save
      this as <code>server.mjs</code>:
    </p>
    ${code(server(url), 'server.mjs')}
    ${p('Any other language does the same with one request. To see what comes back:')}
    ${code(curl(url), 'The same by hand')}
    <h2>3. A page with a script and an element</h2>
    <p>Beside it, save this as <code>page.html</code>:</p>
    ${code(page(url), 'page.html')}
    ${code(`SONAQOR_API_KEY=${keyPlaceholder} node server.mjs`, 'Start it')}
    ${p(`In PowerShell: \`$env:SONAQOR_API_KEY='${keyPlaceholder}'; node server.mjs\`.`)}
    <p>
      Open <a href="http://127.0.0.1:3000">http://127.0.0.1:3000</a>. Your keys stand in your page,
      in your green and your font. Press “Issue key”, give it <code>apps:read</code>, and issue it:
      its secret appears in a frame of ours, above your page, out of reach of its scripts. Send a
      request with it, and see it arrive below, without a reload.
    </p>
    ${code(request(url), 'Send a request')}
    <h2>4. Make it yours</h2>
    <ul>
      <li><a href="${pathOf('elements')}">Other views</a>, and where each of them stands.</li>
      <li>
        <a href="${pathOf('appearance')}">Your look</a>: colours, type, shape, tables, charts, dark.
      </li>
      <li>
        <a href="${pathOf('events')}">What elements tell your page</a>: links, errors, deep links.
      </li>
      <li>
        <a href="${pathOf('policy')}">A strict content security policy</a>, before you go live.
      </li>
      <li>
        Something does not show? <code>Sonaqor.doctor()</code> in the console of your page says what
        to change; so does <a href="${pathOf('troubleshooting')}">Troubleshooting</a>.
      </li>
    </ul>
    <h2 id="react">The same with React</h2>
    <p>
      Keep <code>server.mjs</code>. Save this as <code>app.jsx</code>, for React 18 or 19, and the
      page below it as <code>page.html</code>:
    </p>
    ${code(react(url), 'app.jsx')} ${code(reactPage, 'page.html, with React')}
    ${code(install(packageAt(url, built)), 'Install and bundle')}
    <p>
      Start the server as before. Vue, Angular, Next.js and pages without a framework stand under
      <a href="${pathOf('frameworks')}">Frameworks</a>.
    </p>`,
})
