/** Endpoints as screens see them: with how they do, and with what may be known of their secrets. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import type { webhooks } from '@sonaqor/contract/webhooks'
import { page, type PageReply } from '../../../core/paging/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { appsInProject } from '../../apps/index.ts'
import { healthOf } from '../health/health.view.ts'
import { countedRangeOf } from '../health/range.ts'
import { whpk } from '../signing/secrets.ts'
import { certificatesOf } from '../certificates/certificates.store.ts'
import { findRow, visible, type EndpointRow } from './endpoints.store.ts'
import { jwksPathOf } from './jwks-path.ts'
import { noEndpoint } from './no-endpoint.ts'
import { secretFacts, type SecretFacts } from './secrets.store.ts'

type Query = InputOf<typeof webhooks.listEndpoints>['query']
type Range = InputOf<typeof webhooks.showEndpoint>['query']

export async function listEndpoints(
  scope: Scope,
  { limit, cursor, from, to, ...filter }: Query,
): Promise<PageReply<Endpoint>> {
  const { appId, environment, projectId, state, q } = filter
  const query = visible(scope).where({ kind: 'http' })
  if (appId) void query.where({ app_id: appId })
  if (environment) void query.where({ environment })
  if (projectId) void query.whereRaw('app_id = any(?)', [appsInProject(scope, projectId)])
  if (state) void query.where({ state })
  if (q) void query.whereRaw(named, { within: `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` })
  const listed = await page<EndpointRow, EndpointRow>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'id', order: 'desc' }],
    filter: ['endpoints', filter],
    item: (row) => row,
  })
  return { ...listed, data: await endpointsOf(scope, listed.data, { from, to }) }
}

/** By what screens call it: the database knows the case of ASCII alone, unless it is told to go by Unicode. */
const named = `(url collate "und-x-icu" ilike :within or label collate "und-x-icu" ilike :within)`

export async function showEndpoint(scope: Scope, id: string, range: Range): Promise<Endpoint> {
  return endpointOf(scope, (await findRow(scope, id)) ?? noEndpoint(), range)
}

export async function endpointOf(
  scope: Scope,
  row: EndpointRow,
  range: Range = {},
): Promise<Endpoint> {
  const [endpoint] = await endpointsOf(scope, [row], range)
  return endpoint ?? noEndpoint()
}

async function endpointsOf(
  scope: Scope,
  rows: readonly EndpointRow[],
  range: Range,
): Promise<Endpoint[]> {
  const ids = rows.map(({ id }) => id)
  const health = await healthOf(scope, ids, countedRangeOf(scope, range))
  const facts = await factsOf(scope, rows)
  return facts.flatMap((one) => {
    const known = health.get(one.id)
    return known ? [{ ...one, health: known }] : []
  })
}

export type EndpointFacts = Omit<Endpoint, 'health'>

/** What an endpoint is, apart from how it does. */
export async function factsOf(
  scope: Scope,
  rows: readonly EndpointRow[],
): Promise<EndpointFacts[]> {
  const ids = rows.map(({ id }) => id)
  const secrets = await secretFacts(scope, ids)
  const certificates = await certificatesOf(scope, ids)
  return rows.map((row) => ({
    ...toFacts(row, secrets.get(row.id) ?? []),
    certificate: certificates.get(row.id) ?? null,
  }))
}

function toFacts(
  row: EndpointRow,
  secrets: readonly SecretFacts[],
): Omit<EndpointFacts, 'certificate'> {
  const [newest, old] = secrets
  const isPublic = row.signing === 'ed25519'
  return {
    id: row.id,
    appId: row.app_id,
    environment: row.environment,
    kind: row.kind,
    url: row.url,
    label: row.label,
    eventTypes: [...row.event_types],
    reach: row.reach,
    filter: row.filter,
    maxPerSecond: row.max_per_second,
    isOrdered: row.is_ordered,
    transformation: row.transformation,
    headerNames: [...row.header_names],
    signing: row.signing,
    publicKey: newest?.publicKey ? whpk(newest.publicKey) : null,
    jwksPath: isPublic ? jwksPathOf(row.id) : null,
    oldSecretEndsAt: old?.endsAt?.toISOString() ?? null,
    secretSince: (newest?.since ?? row.created_at).toISOString(),
    needsConsent: row.needs_consent,
    consentedAt: row.consented_at?.toISOString() ?? null,
    state: row.state,
    because: row.because,
    since: row.since.toISOString(),
    failingSince: row.failing_since?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    revision: row.revision,
  }
}
