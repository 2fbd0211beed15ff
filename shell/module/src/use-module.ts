import { createClient, type Client } from '@sonaqor/contract/client'
import type { Scope } from '@sonaqor/contract/access'
import { createContext, use } from 'react'
import type { ModuleHost, Params } from './host.ts'

/** What a view may know and do: its host, and the contract that the module was built with. */
export interface ModuleContext extends ModuleHost {
  readonly api: Client
  /** Whether the principal holds a scope. The server decides; this hides what it would refuse. */
  can(scope: Scope): boolean
  /** The values that the view was opened with: ids, mostly. */
  readonly params: Params
}

const Context = createContext<ModuleContext | undefined>(undefined)

export const ModuleProvider = Context.Provider

/** Binds a host to a view's parameters and to the client of the contract that it was built with. */
export function bindModule(host: ModuleHost, params: Params): ModuleContext {
  return {
    ...host,
    params,
    api: createClient(host.request),
    can: (scope) => host.principal.scopes.includes(scope),
  }
}

/** The one door between a view and the page around it, the same in the shell and in an embed. */
export function useModule(): ModuleContext {
  const context = use(Context)
  if (!context) throw new Error('useModule() was called outside of a mounted view.')
  return context
}
