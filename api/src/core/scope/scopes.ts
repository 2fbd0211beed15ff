import type { Principal } from '../access/index.ts'
import { noRequestId } from '../audit/index.ts'
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

/** From where somebody listens, and by what their listening is known in the log. */
export type Caller = Pick<RequestInfo, 'id' | 'ip' | 'userAgent'>

export interface ScopeOptions {
  readonly readOnly?: boolean
  /** Of whoever it is opened for, where that is no request. */
  readonly caller?: Caller
}

export function createScopes(ground: Ground): Scopes {
  return {
    run: async (principal, work, { readOnly = false, caller } = {}) => {
      const scope = new OpenScope({
        ground,
        principal,
        request: { ...noRequest, ...caller },
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
  id: noRequestId,
  ip: '',
  userAgent: null,
  origin: null,
  ownOrigin: '',
  header: () => null,
  setHeader: () => undefined,
  cookie: () => null,
  whenGone: () => new AbortController().signal,
  idle: (wait) => wait(),
  idleMs: () => 0,
  setCookie: () => undefined,
}
