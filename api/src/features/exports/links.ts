/**
 * A link to the file of an export, for a browser, which sends no credential where it is led: signed, good
 * for a minute and for one download, which is done in the name of whoever has asked for it.
 */
import type { Environment, Scope as ScopeName } from '@sonaqor/contract/access'
import { linkSeconds } from '@sonaqor/contract/exports'
import { z } from 'zod'
import { systemPrincipal, type Principal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { insertLink, useLink } from './links.store.ts'

const audience = 'sonaqor:exports'
/** So long a link that is over is told from one that never was. */
const rememberedSeconds = 24 * 3600

const Claims = z.object({ tid: z.uuid(), job: z.uuid() })

/** Who downloads, as the audit log names them and the database knows them. */
export interface LinkMaker {
  readonly kind: 'member' | 'key' | 'embed'
  readonly id: string
  readonly name: string
  readonly scopes: readonly ScopeName[]
  readonly environments: readonly Environment[]
  readonly appIds: 'all' | readonly string[]
  /** Of a partner's page: before whom it was, and by whose key. */
  readonly embed?: {
    readonly user: { readonly ref: string; readonly name: string } | null
    readonly keyId: string
    readonly keyLabel: string
  }
}

export async function makeLink(scope: Scope, jobId: string) {
  const id = scope.newId()
  const expiresAt = new Date(scope.now().getTime() + linkSeconds * 1000)
  await insertLink(scope, { id, job_id: jobId, made_by: makerOf(scope), expires_at: expiresAt })
  const claims = { tid: scope.tenantId, job: jobId }
  const token = await scope.secrets.sign({ subject: id, audience, claims }, linkSeconds)
  return { path: `/v1/downloads/${token}`, expiresAt: expiresAt.toISOString() }
}

/** From here on the request is that of whoever has made the link, which is used up; answers for which job. */
export async function followLink(scope: Scope, token: string): Promise<string> {
  const verified = await scope.secrets.verify(token, audience, rememberedSeconds)
  const claims = Claims.safeParse(verified?.claims)
  if (!verified || !claims.success) {
    throw new Problem('not-found', { detail: 'There is no such link.' })
  }
  const { tid, job } = claims.data
  if (verified.expiresAt <= scope.now()) throw over()
  await scope.enter(systemPrincipal('exports', tid))
  const link = await useLink(scope, { id: verified.subject, job_id: job })
  if (!link) throw over()
  await scope.enter(principalOf(link.made_by, tid))
  return job
}

const over = () =>
  new Problem('gone', {
    detail: `The link works once, and for ${linkSeconds} seconds. Make a new one where this one came from.`,
  })

function makerOf({ principal, environments }: Scope): LinkMaker {
  const { kind, id, name, scopes, appIds } = principal
  if (kind !== 'member' && kind !== 'key' && kind !== 'embed') {
    throw new Problem('forbidden', { detail: 'No link is made for who downloads nothing.' })
  }
  const maker = { kind, id, name, scopes: [...scopes], environments, appIds }
  if (principal.kind !== 'embed') return maker
  const { user, keyId, keyLabel } = principal
  return { ...maker, embed: { user, keyId, keyLabel } }
}

/** As the maker was, for one download: without a session, and without a bound of its own. */
function principalOf({ kind, embed, ...maker }: LinkMaker, tenantId: string): Principal {
  const known = { ...maker, tenantId, scopes: new Set(maker.scopes) }
  const unbound = { requestsPerMinute: null, appRequestsPerMinute: null }
  if (kind === 'member') return { ...known, ...noSession, kind }
  if (kind === 'key') return { ...known, ...unbound, ...noSecret, kind }
  if (!embed) throw new Error('a page that made a link has a key')
  return { ...known, ...unbound, ...embed, kind, origins: [], views: [], lock: null }
}

const noSession = {
  personId: '',
  sessionId: '',
  role: 'viewer',
  compliance: false,
  secondFactorAt: null,
  secondFactorMissing: false,
} as const

const noSecret = {
  prefix: '',
  secretNumber: 0,
  rotation: null,
  endsAt: null,
  apiVersion: '',
} as const
