/**
 * A link to the file of an export, for a browser, which sends no credential where it is led: signed, good
 * for a minute and for one download, which is done in the name of whoever has asked for it. They are known
 * anew when it is followed: who may not have the file any more gets nothing by the link either.
 */
import type { Environment, Scope as ScopeName } from '@sonaqor/contract/access'
import { linkSeconds } from '@sonaqor/contract/exports'
import { z } from 'zod'
import {
  requireOpenTenant,
  requireScope,
  systemPrincipal,
  type Principal,
} from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { memberInSession } from '../access/index.ts'
import { pageInSession } from '../embeds/index.ts'
import { lentKey } from '../keys/index.ts'
import { findLink, insertLink, useLink } from './links.store.ts'

const audience = 'sonaqor:exports'
/** So long a link that is over is told from one that never was. */
const rememberedSeconds = 24 * 3600

const Claims = z.object({ tid: z.uuid(), job: z.uuid() })

/** By what whoever made a link is known again. */
export type LinkMaker =
  | { readonly kind: 'member'; readonly sessionId: string }
  | {
      readonly kind: 'key'
      readonly id: string
      readonly environment: Environment
      readonly scopes: readonly ScopeName[]
    }
  | {
      readonly kind: 'embed'
      readonly id: string
      readonly environment: Environment
      readonly origin: string
    }

/** What a link leads to, once it is known who follows it. */
export interface Followed {
  readonly jobId: string
  /** Uses the link up; of two who follow it at once it refuses one. */
  use(scope: Scope): Promise<void>
}

export async function makeLink(scope: Scope, jobId: string) {
  const id = scope.newId()
  const expiresAt = new Date(scope.now().getTime() + linkSeconds * 1000)
  await insertLink(scope, { id, job_id: jobId, made_by: makerOf(scope), expires_at: expiresAt })
  const claims = { tid: scope.tenantId, job: jobId }
  const token = await scope.secrets.sign({ subject: id, audience, claims }, linkSeconds)
  return { path: `/v1/downloads/${token}`, expiresAt: expiresAt.toISOString() }
}

/** From here on the request is that of whoever has made the link, which is not used up yet. */
export async function followLink(scope: Scope, token: string): Promise<Followed> {
  const verified = await scope.secrets.verify(token, audience, rememberedSeconds)
  const claims = Claims.safeParse(verified?.claims)
  if (!verified || !claims.success) {
    throw new Problem('not-found', { detail: 'There is no such link.' })
  }
  const { tid, job } = claims.data
  if (verified.expiresAt <= scope.now()) throw over()
  await scope.enter(systemPrincipal('exports', tid))
  const named = { id: verified.subject, job_id: job }
  const link = await findLink(scope, named)
  if (!link) throw over()
  await scope.enter(await maker(scope, link.made_by))
  await requireOpenTenant(scope)
  requireScope(scope, 'jobs:read')
  return {
    jobId: job,
    use: async (using) => {
      if (!(await useLink(using, named))) throw over()
    },
  }
}

const over = () =>
  new Problem('gone', {
    detail: `The link works once, and for ${linkSeconds} seconds. Make a new one where this one came from.`,
  })

function makerOf({ principal }: Scope): LinkMaker {
  if (principal.kind === 'member') return { kind: 'member', sessionId: principal.sessionId }
  const [environment] = principal.environments
  if (principal.kind === 'key' && environment) {
    const { kind, id, scopes } = principal
    return { kind, id, environment, scopes: [...scopes] }
  }
  const [origin] = principal.kind === 'embed' ? principal.origins : []
  if (principal.kind === 'embed' && environment && origin !== undefined) {
    return { kind: 'embed', id: principal.id, environment, origin }
  }
  throw new Problem('forbidden', { detail: 'No link is made for who downloads nothing.' })
}

/** As they are now, by the doors that requests of their own would come through. */
async function maker(scope: Scope, made: LinkMaker): Promise<Principal> {
  const { tenantId } = scope
  if (made.kind === 'member') return memberInSession(scope, made.sessionId)
  const { id, environment } = made
  if (made.kind === 'key') {
    const scopes = new Set(made.scopes)
    return lentKey(scope, { tenantId, environment, keyId: id, scopes })
  }
  return pageInSession(scope, { tenantId, environment, sessionId: id }, made.origin)
}
