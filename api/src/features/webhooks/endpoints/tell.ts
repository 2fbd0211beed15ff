/** What became of an endpoint, for screens and webhooks and for the audit log, and whom it concerns. */
import { webhookEvents } from '@sonaqor/contract/webhooks'
import type { Scope } from '../../../core/scope/index.ts'
import { notify } from '../../notifications/index.ts'
import type { EndpointRow } from './endpoints.store.ts'
import type { EndpointFacts } from './endpoints.view.ts'
import { appOf } from './whose.ts'

type ForScreens = 'attempted' | 'received' | 'inboxChanged'
type EndpointEvent = (typeof webhookEvents)[Exclude<keyof typeof webhookEvents, ForScreens>]

export async function tell(
  scope: Scope,
  type: EndpointEvent,
  endpoint: EndpointFacts,
  before?: EndpointFacts,
): Promise<void> {
  const { id: endpointId, appId, environment } = endpoint
  // Of one that is widened just now its app hears that it has to look again, and no more.
  const heardBy = appOf({ reach: (before ?? endpoint).reach, app_id: appId })
  await scope.emit(type, {
    environment,
    ...(heardBy && { appId: heardBy }),
    ref: { endpointId, appId },
    data: endpoint,
  })
  scope.audit({
    action: type.name,
    target: endpointId,
    environment,
    appId: appOf({ reach: endpoint.reach, app_id: appId }),
    before,
    after: endpoint,
  })
}

/** Whoever runs the receivers hears that nothing is brought to one of them any more. */
export function tellDisabled(
  scope: Scope,
  endpoint: Pick<EndpointRow, 'id' | 'label' | 'url' | 'environment'>,
  because: 'failing' | 'gone',
): Promise<readonly string[]> {
  return notify(scope, {
    kind: 'webhooks.disabled',
    params: { ...named(endpoint), because },
    link: linkTo(endpoint.id),
  })
}

const dayMinutes = 1440

/** And that it will come to that, once a day as long as it fails. */
export function tellFailing(
  scope: Scope,
  endpoint: Pick<EndpointRow, 'id' | 'label' | 'url' | 'environment'>,
  failingSince: Date,
): Promise<readonly string[]> {
  return notify(scope, {
    kind: 'webhooks.failing',
    params: { ...named(endpoint), since: failingSince.toISOString() },
    link: linkTo(endpoint.id),
    dedupe: { key: `webhook endpoint ${endpoint.id}`, minutes: dayMinutes },
  })
}

/** An address may hold what is nobody's affair who reads over a shoulder; its host says which it is. */
export const named = ({ id, label, url, environment }: Parameters<typeof tellDisabled>[1]) => ({
  endpointId: id,
  name: label ?? new URL(url).host,
  environment,
})

export const linkTo = (id: string) => `/webhooks?endpoint=${id}`
