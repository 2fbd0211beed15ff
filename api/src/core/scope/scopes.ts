import type { Principal } from '../access/index.ts'
import type { Ground } from '../foundation/index.ts'
import { OpenScope } from './open-scope.ts'
import type { RequestInfo, Scope } from './scope.ts'

/** Opens scopes for work that is no request: jobs, readers, sockets, long-lived writers. */
export interface Scopes {
  run<T>(
    principal: Principal,
    work: (scope: Scope) => Promise<T>,
    options?: ScopeOptions,
  ): Promise<T>
}

export interface ScopeOptions {
  readonly readOnly?: boolean
  /** The address of whoever it is opened for, where that is no request. */
  readonly ip?: string
}

export function createScopes(ground: Ground): Scopes {
  return {
    run: async (principal, work, { readOnly = false, ip = '' } = {}) => {
      const scope = new OpenScope({
        ground,
        principal,
        request: { ...noRequest, ip },
        transaction: ground.database.begin({ readOnly }),
        now: () => ground.clock.now(),
      })
      await scope.enter(principal)
      return scope.run(() => work(scope))
    },
  }
}

/** What stands in the place of a request where there is none. */
const noRequest: RequestInfo = {
  id: 'none',
  operation: 'none',
  ip: '',
  userAgent: null,
  origin: null,
  ownOrigin: '',
  header: () => null,
  setHeader: () => undefined,
  cookie: () => null,
  setCookie: () => undefined,
}
