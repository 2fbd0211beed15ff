/** Screens hear that an inbox got something: at once, and then once a second while more comes. */
import type { Environment } from '@sonaqor/contract/access'
import { webhookEvents } from '@sonaqor/contract/webhooks'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'

export interface ReceivedBy {
  readonly tenantId: string
  readonly environment: Environment
  readonly appId: string
  readonly id: string
}

export type TellReceived = (inbox: ReceivedBy) => void

const everyMs = 1000

export function tellingReceived({ scopes, log, ending }: Foundation): TellReceived {
  /** Those that were told of within the last second, and whether more has come since. */
  const told = new Map<string, { hasMore: boolean }>()

  const tell = (inbox: ReceivedBy): void => {
    const now = { hasMore: false }
    told.set(inbox.id, now)
    emit(inbox).catch((error: unknown) => log.debug({ err: error }, 'screens heard of no message'))
    setTimeout(() => {
      told.delete(inbox.id)
      if (now.hasMore && !ending.aborted) tell(inbox)
    }, everyMs).unref()
  }
  const emit = ({ tenantId, environment, appId, id }: ReceivedBy): Promise<void> =>
    scopes.run(systemPrincipal('webhooks', tenantId), (scope) =>
      scope.emit(webhookEvents.received, {
        environment,
        appId,
        ref: { endpointId: id, appId },
        data: {},
      }),
    )
  return (inbox) => {
    const known = told.get(inbox.id)
    if (known) known.hasMore = true
    else tell(inbox)
  }
}
