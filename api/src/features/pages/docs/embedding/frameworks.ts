import { html } from '../../html.ts'
import { code } from '../layout.ts'
import { p, packageAt, pathOf, type GuidePage } from './page.ts'

/** What is installed, and imported by this name. */
const npmName = '@sonaqor/embed'

const install = (packageUrl: string) => `npm install ${packageUrl}`

const react = (
  url: string,
) => `import { SonaqorKeys, SonaqorProvider, useLogout } from '${npmName}/react'

export function Integration({ state, onState }) {
  return (
    <SonaqorProvider url="${url}" fetchSession={fetchSession} locale="de">
      <SonaqorKeys state={state} onState={({ state }) => onState(state)} onError={report}>
        One moment …
      </SonaqorKeys>
      <SignOut />
    </SonaqorProvider>
  )
}

function SignOut() {
  const logout = useLogout()
  return <button onClick={() => logout().then(leave)}>Sign out</button>
}`

const next = (url: string) => `// app/integration/page.jsx: drawn on the server
import { headers } from 'next/headers'
import { Integration } from './integration'

export default async function Page() {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return <Integration nonce={nonce} />
}

// app/integration/integration.jsx
'use client'
import { SonaqorKeys, SonaqorProvider } from '${npmName}/react'

const fetchSession = () =>
  fetch('/api/sonaqor-session', { method: 'POST' }).then((answer) => answer.json())

export const Integration = ({ nonce }) => (
  <SonaqorProvider url="${url}" fetchSession={fetchSession} nonce={nonce}>
    <SonaqorKeys />
  </SonaqorProvider>
)

// app/api/sonaqor-session/route.js
import { env } from 'node:process'

export async function POST(request) {
  if (request.headers.get('origin') !== env.ORIGIN) return new Response(null, { status: 403 })
  const user = await signedIn(request)
  return fetch('${url}/v1/embed-sessions', {
    method: 'POST',
    headers: {
      authorization: \`Bearer \${env.SONAQOR_API_KEY}\`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      views: ['keys.list', 'keys.issue'],
      scopes: ['keys:read', 'keys:write', 'apps:read'],
      origins: [env.ORIGIN],
      user: { ref: user.id, name: user.name },
    }),
  })
}`

const vue = (url: string) => `// vite.config.js
vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('sonaqor-') } } })

// Integration.vue
<script setup>
import { loadSonaqor } from '${npmName}/loader'
import { onMounted, onUnmounted } from 'vue'

let session
onMounted(async () => {
  session = (await loadSonaqor('${url}')).start({ fetchSession })
})
onUnmounted(() => session?.destroy())
</script>

<template>
  <sonaqor-keys @sonaqor-error="report($event.detail)"></sonaqor-keys>
</template>`

const angular = (url: string) => `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core'
import { loadSonaqor, type EmbedHandle } from '${npmName}/loader'

@Component({
  selector: 'app-integration',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: '<sonaqor-keys (sonaqor-error)="report($event)"></sonaqor-keys>',
})
export class Integration {
  #session?: EmbedHandle

  async ngOnInit() {
    this.#session = (await loadSonaqor('${url}')).start({ fetchSession })
  }

  ngOnDestroy() {
    this.#session?.destroy()
  }

  report(event: Event) {}
}`

const plain = (url: string) => `import { openHost } from '${npmName}/host'

const session = await openHost('${url}', { fetchSession })
const view = session.mount(document.querySelector('#keys'), { view: 'keys.list' })
view.remove()`

export const frameworks: GuidePage = (url, built) => ({
  path: pathOf('frameworks'),
  title: 'Frameworks',
  lead: 'A custom element works everywhere. The package adds types, React components, and one call that loads us once.',
  content: html`${code(install(packageAt(url, built)), 'Install')}
    ${p('The package holds no view: it brings the loader and knows its types. Releases of ours need no update of yours. Your page may have any React, or several; ours is not shared with it.')}
    <h2 id="react">React 18 and 19</h2>
    ${code(react(url), 'Components')}
    ${p('A provider is one session. A new `appearance` or `locale` is handed on; callbacks may be new functions at every drawing. Strict mode starts nothing twice. What stands within a component is seen until its view is there.')}
    <h2 id="next">Next.js, and other servers</h2>
    ${code(next(url), 'Next.js')}
    ${p('Every part of the package may be imported on a server. Servers draw the empty elements; the browser fills them.')}
    <h2 id="vue">Vue</h2>
    ${code(vue(url), 'Vue')}
    ${p('`import "@sonaqor/embed/vue"` gives the elements their types in templates.')}
    <h2 id="angular">Angular</h2>
    ${code(angular(url), 'Angular')}
    <h2 id="plain">None</h2>
    ${code(plain(url), 'By one function, without elements')}
    <p>
      Or without a build at all: <a href="/docs/embedding">the script and an element</a>. React 18
      from a script element, as in our demonstration of a partner’s portal, hears events on the
      document.
    </p>`,
})
