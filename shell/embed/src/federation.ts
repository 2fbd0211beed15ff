import { createInstance } from '@module-federation/runtime'
import * as React from 'react'
import * as jsxRuntime from 'react/jsx-runtime'
import * as ReactDom from 'react-dom'
import * as ReactDomClient from 'react-dom/client'
import { releaseWiring } from './release-wiring.ts'
import type { Container } from './runtime.ts'
import './runtime.ts'

Object.assign(SonaqorRuntime, releaseWiring)

const shareScope = 'sonaqor'
const ours = (lib: () => unknown) => ({
  version: React.version,
  scope: [shareScope],
  lib,
  shareConfig: { singleton: true, requiredVersion: `^${React.version}` },
})

/** React is handed in here, before any release is known, so that none can bring its own. */
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
})

/** Gives a container the React of this page. */
export async function joinFederation(container: Container, version: string): Promise<void> {
  const { shareScopeMap } = federation
  const options = { version, shareScopeKeys: shareScope }
  // The runtime copies these options where it should not copy the map with them.
  Object.defineProperty(options, 'shareScopeMap', { value: shareScopeMap })
  await container.init(shareScopeMap[shareScope] ?? {}, [], options)
}
