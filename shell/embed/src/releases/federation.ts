import * as React from 'react'
import * as jsxRuntime from 'react/jsx-runtime'
import * as ReactDom from 'react-dom'
import * as ReactDomClient from 'react-dom/client'
import { groundName, groundSheets } from '@sonaqor/module/ground'
import './runtime.ts'

/** What every release has from this page: there is no copy that it could fall back on. */
const shared: Readonly<Record<string, unknown>> = {
  react: React,
  'react/jsx-runtime': jsxRuntime,
  'react-dom': ReactDom,
  'react-dom/client': ReactDomClient,
}

type ModuleId = string | number

/** What webpack's federation plugin writes into a release, as far as it is read here. */
interface Release {
  readonly m: Record<ModuleId, (module: { exports: unknown }) => void>
  readonly consumesLoadingData: {
    readonly moduleIdToConsumeDataMapping: Readonly<
      Record<ModuleId, { readonly shareKey: string; readonly requiredVersion: string }>
    >
  }
}

interface Consuming {
  readonly chunkId: ModuleId
  readonly chunkMapping: Readonly<Record<ModuleId, readonly ModuleId[]>>
  readonly webpackRequire: Release
}

/**
 * The side of Module Federation that a host has, in place of its runtime: a release opens its
 * container by these functions and takes React by them. They are called by what the plugin generates
 * (`shell/module/webpack.cjs`), so both change together.
 */
export const federation = {
  bundlerRuntime: {
    init: () => ({}),
    initContainerEntry: () => undefined,
    /** Before a chunk runs: what it imports and does not hold is defined as what this page holds. */
    consumes({ chunkId, chunkMapping, webpackRequire }: Consuming): void {
      const wanted = webpackRequire.consumesLoadingData.moduleIdToConsumeDataMapping
      for (const id of chunkMapping[chunkId] ?? []) {
        webpackRequire.m[id] ??= (module) => {
          module.exports = sharedFor(wanted[id])
        }
      }
    },
  },
}

function sharedFor(want: { shareKey: string; requiredVersion: string } | undefined): unknown {
  const { shareKey = '', requiredVersion = '' } = want ?? {}
  const library = shared[shareKey]
  if (!library || majorOf(requiredVersion) !== majorOf(React.version)) {
    throw new Error(
      `This page has no ${shareKey} ${requiredVersion}; its React is ${React.version}.`,
    )
  }
  return library
}

/** `19` of `^19.0.0`. */
const majorOf = (version: string): string | undefined => /\d+/.exec(version)?.[0]

/** By the name of what is in it: a release that was built with other sheets brings its own. */
const grounds = { [groundName]: groundSheets }

Object.assign(SonaqorRuntime, { federation, grounds })
