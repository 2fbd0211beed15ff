/** Domains are claimed, proved by a record that only their owner can set, and given up. */
import { randomBytes } from 'node:crypto'
import type { SsoDomain } from '@sonaqor/contract/sso'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { lockTenant } from '../access/index.ts'
import { lookAtDomain } from './looks.ts'
import * as store from './domains.store.ts'
import { findConnection } from './settings.store.ts'

const most = 20

export const recordName = (domain: string) => `_sonaqor.${domain}`

export const shownDomain = (row: store.DomainRow): SsoDomain => ({
  id: row.id,
  domain: row.domain,
  record: { name: recordName(row.domain), value: row.proof },
  state: row.state,
  checkedAt: row.checked_at?.toISOString() ?? null,
  verifiedAt: row.verified_at?.toISOString() ?? null,
})

export async function claimDomain(scope: Scope, domain: string): Promise<SsoDomain> {
  await lockTenant(scope)
  const claimed = await store.listDomains(scope)
  if (claimed.length >= most) {
    throw new Problem('conflict', { detail: `A tenant claims at most ${most} domains.` })
  }
  const id = scope.newId()
  const proof = `sonaqor-verification=${randomBytes(24).toString('base64url')}`
  if (!(await store.insertDomain(scope, { id, domain, proof }))) {
    throw new Problem('conflict', { detail: `${domain} is claimed already.` })
  }
  scope.audit({ action: 'sso.domain-claimed', target: id, after: { domain } })
  return shownDomain(await need(scope, id))
}

/** A job looks, for no transaction waits for anybody outside. */
export async function checkDomain(scope: Scope, id: string): Promise<SsoDomain> {
  const { domain } = await need(scope, id)
  await store.noteDomain(scope, id, { state: 'checking', checked_at: scope.now() })
  await scope.start(lookAtDomain, { id }, { singleton: `${lookAtDomain.name} ${id}` })
  scope.audit({ action: 'sso.domain-checked', target: id, after: { domain } })
  return shownDomain(await need(scope, id))
}

/** Behind the lock that whoever verifies holds, or it would be claimed with nobody to give it up. */
export async function releaseDomain(scope: Scope, id: string): Promise<void> {
  await lockTenant(scope)
  const row = await need(scope, id)
  if (row.state === 'verified') await requireAnother(scope, id)
  await store.removeDomain(scope, row)
  scope.audit({ action: 'sso.domain-released', target: id, before: { domain: row.domain } })
}

async function requireAnother(scope: Scope, id: string): Promise<void> {
  if (!(await findConnection(scope))?.enabled) return
  const domains = await store.listDomains(scope)
  if (domains.some((one) => one.id !== id && one.state === 'verified')) return
  throw new Problem('conflict', {
    detail:
      'Single sign-on is on, and this is its last verified domain. Verify another one, or switch single sign-on off first.',
  })
}

async function need(scope: Scope, id: string): Promise<store.DomainRow> {
  const row = await store.findDomain(scope, id)
  if (row) return row
  throw new Problem('not-found', { detail: 'No such domain is claimed.' })
}
