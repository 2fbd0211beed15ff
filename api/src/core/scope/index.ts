export { createScopes, type Caller, type Scopes } from './scopes.ts'
export { OpenScope, type ScopeStart } from './open-scope.ts'
export type {
  AuditAct,
  EventFacts,
  InnerAnswer,
  InnerCall,
  RequestInfo,
  Scope,
  StartOptions,
} from './scope.ts'
