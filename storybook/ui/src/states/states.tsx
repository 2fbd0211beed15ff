import { use, type ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { CopyButton } from '../copy/copy-button.tsx'
import { Icon } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import { ScopesFrom } from '../surface/scopes-from.ts'
import * as texts from '../texts/en.ts'
import { Said } from '../texts/said.tsx'
import { useText } from '../texts/use-text.ts'
import type { Failure } from './problem.ts'
import sheet from './states.css'

adopt(sheet)

export interface EmptyProps {
  readonly title: string
  /** What would be here, and how it comes about. */
  readonly children?: ReactNode
  /** The one next act. */
  readonly action?: ReactNode
}

/** Nothing is here yet, and that is no fault. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="sq-state">
      <p className="sq-state-title">{title}</p>
      {children && <div className="sq-state-words">{children}</div>}
      {action && <div className="sq-state-acts">{action}</div>}
    </div>
  )
}

export interface FailedProps {
  readonly failure: Failure
  readonly onRetry?: () => void
}

/** What finds a request in our logs, for whoever writes to support. */
export function RequestIdToCopy({ of: id }: { readonly of: string }) {
  const say = useText()
  return (
    <span className="sq-state-id">
      <Said of={texts.request} with={{ id: <code>{id}</code> }} />
      <CopyButton text={id} what={say(texts.requestId)} />
    </span>
  )
}

/** What happened, why, what to do, and the request id that finds it in our logs. */
export function Failed({ failure, onRetry }: FailedProps) {
  const say = useText()
  return (
    <div className="sq-state" data-tone="danger" role="alert">
      <p className="sq-state-title">
        <Icon name="alert" />
        {failure.title}
      </p>
      <p className="sq-state-words">
        {failure.reason} {failure.advice}
      </p>
      <div className="sq-state-acts">
        {onRetry && !failure.isMissing && <Button onClick={onRetry}>{say(texts.retry)}</Button>}
        {failure.requestId && <RequestIdToCopy of={failure.requestId} />}
      </div>
    </div>
  )
}

export interface NoPermissionProps {
  /** The scope that is missing. */
  readonly scope: string
  /** What it would allow, as it follows "to": "see API keys". */
  readonly purpose?: string
}

/** Names the missing scope and who can give it; nothing is wrong and nothing is to be retried. */
export function NoPermission({ scope, purpose }: NoPermissionProps) {
  const say = useText()
  const from = use(ScopesFrom)
  return (
    <div className="sq-state">
      <p className="sq-state-title">
        <Icon name="lock" />
        {say(texts.needPermission, { purpose: purpose ?? say(texts.seeThis) })}
      </p>
      <p className="sq-state-words">
        <Said of={texts.missingScope} with={{ from, scope: <code>{scope}</code> }} />
      </p>
    </div>
  )
}
