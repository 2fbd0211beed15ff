/** Furnishes a tenant with one of each thing, and with everybody who may ask for them. */
import { embedScopes, type Environment } from '@sonaqor/contract/access'
import type { App } from '@sonaqor/contract/apps'
import type { EmbedToken } from '@sonaqor/contract/embeds'
import type { WorldTenant } from './builders.ts'
import { moduleToken } from './founding/found.ts'
import {
  build,
  pathOf,
  type Asker,
  type Belongings,
  type EndpointEntry,
  type FilledRequest,
} from './every-endpoint.ts'
import type { Holder } from './transport.ts'
import { furnishWebhooks } from './webhooks/furnish.ts'
import type { World } from './world.ts'

/** Somebody who asks, with all that comes along with a request of theirs. */
export interface Caller {
  readonly name: string
  readonly as: Holder | null
  readonly headers: Readonly<Record<string, string>>
  readonly asker: Asker
  /** A member sees both environments, and can ask to see one. */
  readonly environment?: Environment
}

/** One environment of a tenant: an app, what came in through it, and who speaks for it. */
export interface Corner {
  readonly belongings: Belongings
  readonly app: App
  readonly key: Caller
  readonly page: Caller
}

let count = 0

/** Sessions can only be opened for views that some release has. */
export async function publishKeys(world: World): Promise<Holder> {
  const team = { token: await moduleToken({ ownerUrl: world.ownerUrl, module: 'keys' }) }
  await world.as(team).releases.publish({ body: build('1.0.0') })
  return team
}

export async function furnish(
  world: World,
  tenant: WorldTenant,
  environment: Environment,
): Promise<Corner> {
  const owner = await tenant.member()
  const word = tenant.name.toLowerCase()
  const origin = `https://${environment}-${(count += 1)}.${word}.test`
  const api = world.as(owner)
  const project = await api.projects.create({ body: { name: `${environment} ${Math.random()}` } })
  const app = await api.apps.create({
    body: { projectId: project.id, name: 'Front door', environment, origins: [origin] },
  })
  const others = await furnishOthers(world, owner, app)
  const key = await tenant.key({ app })
  const spare = await tenant.key({ app, label: 'Spare' })
  const asker = { email: owner.email, password: owner.password, origin }

  const customer = `customer of ${word} ${environment}`
  const transaction = `transaction of ${word} ${environment}`
  await world.as(key).customers.ingest({ body: { externalId: customer, name: 'Ada Example' } })
  await world.as(key).transactions.ingest({
    body: {
      externalId: transaction,
      customer,
      occurredAt: '2026-11-01T09:00:00Z',
      amount: '99.90',
      currency: 'EUR',
    },
  })
  const { data: entries } = await api.logs.search({ query: { appId: app.id } })
  const session = await openSession(world, key, origin)
  await outlasting(world, session.id)
  return {
    app,
    key: { name: `the key of ${environment}`, as: key, headers: {}, asker },
    page: await openPage(world, key, asker),
    belongings: {
      tenantId: tenant.id,
      environment,
      projectId: project.id,
      appId: app.id,
      ...(await furnishTeam(world, tenant, owner)),
      ...others,
      keyId: spare.id,
      logEntryId: entries[0]!.id,
      loggedKeyId: key.id,
      logViewId: await saveView(world, owner, app.id),
      ...(await furnishWebhooks(world, owner, app)),
      embedSessionId: session.id,
      clientSecret: session.clientSecret,
      customer,
      transaction,
      ...(await furnishLooks(world, tenant.id, owner)),
      notificationId: await tell(world, tenant.id, owner.id),
      ssoDomainId: await claim(world, tenant.id),
      jobId: await startJob(world, app),
    },
  }
}

/** A secret is good for a minute, and a busy machine may need longer to come to the one who asks with it. */
const outlasting = (world: World, sessionId: string) =>
  world.db.query(
    `update directory.embed_secrets set expires_at = expires_at + interval '1 hour' where session_id = $1`,
    [sessionId],
  )

/** A view of the logs that the team shares. */
async function saveView(world: World, owner: Holder, appId: string): Promise<string> {
  const { logViews } = world.as(owner)
  const body = { name: `View ${Math.random()}`, filter: { appId }, isShared: true }
  return (await logViews.save({ body })).id
}

/** Somebody in the team, somebody who is invited, and two reviews of who has access. */
async function furnishTeam(world: World, tenant: WorldTenant, owner: Holder) {
  const { team, reviews } = world.as(owner)
  const role = 'viewer' as const
  const { data } = await team.invite({ body: { emails: [`${Math.random()}@world.test`], role } })
  const review = await reviews.start({ body: { which: 'all' } })
  const { data: items } = await reviews.items({ params: { id: review.id }, query: { limit: 1 } })
  // With nobody who is stale there is nothing to decide before it is signed.
  const signed = await reviews.start({ body: { which: 'stale' } })
  await reviews.sign({ params: { id: signed.id } })
  return {
    memberId: await join(world, tenant.id),
    inviteId: data[0]!.inviteId!,
    tenantName: tenant.name,
    reviewId: review.id,
    reviewItemId: items[0]!.id,
    signedReviewId: signed.id,
  }
}

/** A member whom nobody signs in as, and who therefore may have any password. */
async function join(world: World, tenantId: string): Promise<string> {
  const { rows } = await world.db.query<{ id: string }>(
    `with person as (
       insert into directory.people (id, email, name, password_hash, created_at)
       values (uuidv7(), $2, 'Somebody of the team', 'none', now()) returning id
     )
     insert into members (tenant_id, id, person_id, role, joined_at, last_seen_at)
     select $1, uuidv7(), id, 'viewer', now(), now() from person returning id`,
    [tenantId, `${Math.random()}@world.test`],
  )
  return rows[0]!.id
}

/** Projects and apps beside the one that is asked for: its other side, and what can be deleted and restored. */
async function furnishOthers(world: World, owner: Holder, { projectId, environment }: App) {
  const { projects, apps } = world.as(owner)
  const project = async () =>
    (await projects.create({ body: { name: `Beside ${Math.random()}` } })).id
  const door = async (name: string, where: Environment = environment) =>
    (await apps.create({ body: { projectId, environment: where, name } })).id
  const deletedProjectId = await project()
  const deletedAppId = await door('Old door')
  await projects.delete({ params: { id: deletedProjectId } })
  await apps.delete({ params: { id: deletedAppId } })
  return {
    spareProjectId: await project(),
    deletedProjectId,
    siblingAppId: await door('Other side', environment === 'sandbox' ? 'production' : 'sandbox'),
    spareAppId: await door('Spare door'),
    deletedAppId,
  }
}

/** A look that was asked for, which takes staff to do, and one that the tenant opened by itself. */
async function furnishLooks(world: World, tenantId: string, owner: Holder) {
  const { rows } = await world.db.query<{ id: string }>(
    `insert into support_accesses (tenant_id, id, staff_id, staff_name, reason, minutes, scopes,
       environments, state, asked_at, asked_by)
     values ($1, uuidv7(), uuidv7(), 'Sam Support', 'A customer is missing', 60, '{apps:read}',
       '{sandbox}', 'requested', now(), 'Sam Support')
     returning id`,
    [tenantId],
  )
  const { id } = await world.as(owner).supportAccess.open({ body: { reason: 'Have a look' } })
  return { askedLookId: rows[0]!.id, runningLookId: id }
}

/** A notification in the inbox of a member, which no endpoint puts there by itself. */
async function tell(world: World, tenantId: string, memberId: string): Promise<string> {
  const { rows } = await world.db.query<{ id: string }>(
    `insert into notifications (tenant_id, id, member_id, kind, params, in_inbox, at)
     values ($1, uuidv7(), $2, 'account.password-changed', '{"at": "2026-11-01T09:00:00Z"}', true, now())
     returning id`,
    [tenantId, memberId],
  )
  return rows[0]!.id
}

/** Work that was cancelled, which takes no room from what is started later. */
async function startJob(world: World, { id: appId, environment }: App): Promise<string> {
  const { rows } = await world.db.query<{ id: string }>(
    `insert into jobs (tenant_id, environment, id, app_id, kind, scope, about, made_by_kind, made_by,
       made_by_name, request_id, params, unit, state, turn, at, moved_at, finished_at)
     select tenant_id, environment, uuidv7(), id, 'exports', 'audit:read', '{"of": "audit"}', 'key',
       id::text, 'A key', 'none', '{"of": "audit", "format": "csv", "filter": {}, "columns": []}',
       'rows', 'cancelled', uuidv7(), now(), now(), now()
     from apps where id = $1 and environment = $2
     returning id`,
    [appId, environment],
  )
  return rows[0]!.id
}

/** A domain that is claimed and not proved, beside the provider that would speak for it. */
async function claim(world: World, tenantId: string): Promise<string> {
  await world.db.query(
    `insert into sso_connections (tenant_id, id, issuer, client_id, client_secret, creates_members,
       default_role, role_map, factor_counts)
     values ($1, uuidv7(), 'https://nobody.world.test', 'sonaqor', '', false, 'viewer', '[]', false)
     on conflict do nothing`,
    [tenantId],
  )
  const { rows } = await world.db.query<{ id: string }>(
    `insert into sso_domains (tenant_id, id, domain, proof) values ($1, uuidv7(), $2, 'proof')
     returning id`,
    [tenantId, `c${Math.random().toString(36).slice(2)}.world.test`],
  )
  return rows[0]!.id
}

/** A member as a caller. */
export async function memberCaller(
  world: World,
  tenant: WorldTenant,
  role: Parameters<WorldTenant['member']>[0],
  environment?: Environment,
): Promise<Caller> {
  const { token, email, password } = await tenant.member(role)
  return {
    name: environment ? `the ${role}, looking at ${environment}` : `the ${role}`,
    as: { token },
    headers: {},
    asker: { email, password, origin: world.url },
    ...(environment ? { environment } : {}),
  }
}

/** A partner's page with a session of its own. */
export async function openPage(world: World, key: Holder, asker: Asker): Promise<Caller> {
  const { clientSecret } = await openSession(world, key, asker.origin)
  const headers = { origin: asker.origin }
  const reply = await world.ask('/v1/embed-sessions/exchange', { json: { clientSecret }, headers })
  const { token, app } = (await reply.json()) as EmbedToken
  return { name: `the page of ${app.environment}`, as: { token }, headers, asker }
}

function openSession(world: World, key: Holder, origin: string) {
  return world.as(key).embeds.createSession({
    body: {
      views: ['keys.list'],
      scopes: [...embedScopes],
      origins: [origin],
      user: { ref: 'user-1', name: 'Ada Marsh' },
    },
  })
}

export interface Answer {
  readonly status: number
  readonly text: string
}

/** Sends a filled request exactly as it is, past the typed client. */
export async function call(
  world: World,
  { endpoint }: EndpointEntry,
  request: FilledRequest,
  { as, headers }: Pick<Caller, 'as' | 'headers'>,
): Promise<Answer> {
  const response = await world.ask(pathOf(endpoint, request), {
    method: endpoint.method,
    as,
    headers,
    ...(request.body === undefined ? {} : { json: request.body }),
  })
  return { status: response.status, text: await response.text() }
}
