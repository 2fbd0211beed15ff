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
import { makeScript } from './scripts.ts'

/** What a release hands over when its entry runs, as Module Federation has it. */
export interface Container {
  init(shareScope: object, initScope: object[], options: object): Promise<unknown>
  get(name: string): Promise<() => unknown>
}

/**
 * The one global of a page: what every release finds in place of a federation runtime of its own
 * (the parts that it uses, and no more), and where it leaves its container.
 */
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
  containers: {} as Readonly<Record<string, Container>>,
}

declare global {
  var SonaqorRuntime: typeof runtime
}

globalThis.SonaqorRuntime = runtime

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
