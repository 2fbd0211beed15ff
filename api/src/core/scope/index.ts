export { createScopes, type Caller, type Scopes } from './scopes.ts'
export { OpenScope } from './open-scope.ts'
export type { ScopeStart } from './scope-start.ts'
export type {
  AuditAct,
  EventFacts,
  InnerAnswer,
  InnerCall,
  RequestInfo,
  Scope,
  StartOptions,
} from './scope.ts'
