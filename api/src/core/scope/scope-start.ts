import type { Principal } from '../access/index.ts'
import type { Transaction } from '../database/index.ts'
import type { Ground } from '../foundation/index.ts'
import type { AnswerInner, RequestInfo } from './scope.ts'

/** What the scope of one piece of work begins with. */
export interface ScopeStart {
  readonly ground: Ground
  readonly principal: Principal
  readonly request: RequestInfo
  readonly transaction: Transaction
  readonly now: () => Date
  /** How a request within this one is answered; left out where there may be none. */
  readonly answerInner?: AnswerInner | undefined
}
