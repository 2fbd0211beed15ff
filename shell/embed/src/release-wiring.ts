import { createInstance } from '@module-federation/runtime'
import {
  assert,
  CurrentGlobal,
  getGlobalFederationConstructor,
  ModuleFederation,
  setGlobalFederationConstructor,
  setGlobalFederationInstance,
} from '@module-federation/runtime/core'
import type { WebpackRequire } from '@module-federation/webpack-bundler-runtime/bundler'
import { attachShareScopeMap } from '@module-federation/webpack-bundler-runtime/dist/attachShareScopeMap.js'
import { consumes } from '@module-federation/webpack-bundler-runtime/dist/consumes.js'
import { initContainerEntry } from '@module-federation/webpack-bundler-runtime/dist/initContainerEntry.js'
import { initializeSharing } from '@module-federation/webpack-bundler-runtime/dist/initializeSharing.js'

/** What webpack calls in the code of a release: to open its container, and to take React from here. */
const federation = {
  attachShareScopeMap,
  bundlerRuntime: {
    init({ webpackRequire }: { readonly webpackRequire: WebpackRequire }) {
      const { initOptions } = webpackRequire.federation
      if (!initOptions) throw new Error('A release without options cannot be opened.')
      return createInstance(initOptions)
    },
    initContainerEntry,
    I: initializeSharing,
    consumes,
  },
}

/**
 * All that releases find here in place of a federation runtime of their own, and no more than they
 * use. Those built before `federation` stood here bring that part along, and look for the rest of it
 * beside; what they read of `helpers` is nothing that they use.
 */
export const releaseWiring = {
  federation,
  assert,
  CurrentGlobal,
  getGlobalFederationConstructor,
  helpers: {},
  ModuleFederation,
  setGlobalFederationConstructor,
  setGlobalFederationInstance,
}
