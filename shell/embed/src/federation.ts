import type { RegisteredModule } from '@sonaqor/contract/releases'
import type { View } from '@sonaqor/module'
import { createInstance } from '@module-federation/runtime'
import {
  assert,
  CurrentGlobal,
  getGlobalFederationConstructor,
  getRemoteEntry,
  helpers,
  ModuleFederation,
  setGlobalFederationConstructor,
  setGlobalFederationInstance,
} from '@module-federation/runtime/core'
import * as React from 'react'
import * as jsxRuntime from 'react/jsx-runtime'
import * as ReactDom from 'react-dom'
import * as ReactDomClient from 'react-dom/client'
import { integrityFor, makeScript, vouchFor } from './scripts.ts'

/** What every remote finds in place of a runtime of its own: the parts that it uses, and no more. */
const runtime = {
  assert,
  CurrentGlobal,
  getGlobalFederationConstructor,
  getRemoteEntry,
  helpers,
  ModuleFederation,
  setGlobalFederationConstructor,
  setGlobalFederationInstance,
  script: makeScript,
}

declare global {
  var SonaqorRuntime: typeof runtime
}

globalThis.SonaqorRuntime = runtime

const ours = (lib: () => unknown) => ({
  version: React.version,
  scope: ['sonaqor'],
  lib,
  shareConfig: { singleton: true, requiredVersion: `^${React.version}` },
})

/**
 * The one federation of the page. React is handed in here, before any remote is known, so that no
 * remote can bring its own; and a remote that cannot be reached holds up nothing but itself.
 */
const federation = createInstance({
  name: 'sonaqor',
  remotes: [],
  shareStrategy: 'loaded-first',
  shared: {
    react: ours(() => React),
    'react/jsx-runtime': ours(() => jsxRuntime),
    'react-dom': ours(() => ReactDom),
    'react-dom/client': ours(() => ReactDomClient),
  },
  plugins: [
    {
      name: 'sonaqor-integrity',
      createScript: ({ url }) => ({ script: makeScript(url), timeout: timeoutMs }),
      createLink: ({ url, attrs }) => makeLink(url, attrs),
      fetch: (url) =>
        fetch(url, { integrity: integrityFor(url), signal: AbortSignal.timeout(timeoutMs) }),
    },
  ],
})

const timeoutMs = 15_000

/**
 * Loads a view of a release. Each release is a remote of its own name, so that two versions of a
 * module can stand in one page, and going back to an older one is nothing special.
 */
export async function loadView(module: RegisteredModule, name: string): Promise<View> {
  const { manifest, baseUrl } = module
  const remote = `${manifest.name}@${manifest.version}`
  vouchFor(module)
  federation.registerRemotes([
    { name: remote, entry: baseUrl + manifest.entry, shareScope: 'sonaqor' },
  ])
  const exported = await federation.loadRemote<Record<string, View>>(`${remote}/module`)
  const view = exported?.[exportOf(name)]
  if (!view) throw new Error(`${remote} has no view ${name}.`)
  return view
}

/** `keys.list` is what the module `keys` exports as `list`. */
function exportOf(name: string): string {
  return name.slice(name.indexOf('.') + 1)
}

function makeLink(url: string, attributes: Record<string, unknown> = {}): HTMLLinkElement {
  const link = document.createElement('link')
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, String(value))
  link.crossOrigin = 'anonymous'
  link.integrity = integrityFor(url)
  link.href = url
  return link
}
