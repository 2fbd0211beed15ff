/** Whoever is asked outside is asked between two transactions, and never within one. */
import { ssoEvents } from '@sonaqor/contract/sso'
import { z } from 'zod'
import { doing, type JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import type { OutboundFetch } from '../../core/outbound/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { lockTenant } from '../access/index.ts'
import { recordName } from './domains.service.ts'
import * as domains from './domains.store.ts'
import { lookAtDomain, lookAtProvider } from './looks.ts'
import { discover, ProviderFault, showClient, type CheckFault, type OurClient } from './provider.ts'
import { endBeside, redirectUriOf, type Place } from './settings.service.ts'
import * as settings from './settings.store.ts'
import { forgetSso } from './sign-on.store.ts'
import type { TxtLookup } from './txt-lookup.ts'

export interface Outside {
  readonly place: Place
  readonly outbound: OutboundFetch
  readonly lookUpTxt: TxtLookup
}

export const ssoJobs = ({ place, outbound, lookUpTxt }: Outside): readonly JobRunner[] => [
  doing({
    type: lookAtProvider,
    async run(scope) {
      const asked = await scope.keep(async (_, kept) => {
        const row = await settings.findConnection(kept)
        return row && { row, client: await settings.clientOf(kept, row) }
      })
      if (!asked) return
      const fault = await faultOf(outbound, asked.client, redirectUriOf(place, scope.tenantId))
      await settings.noteCheck(scope, asked.row, {
        check_state: fault ? 'bad' : 'good',
        check_fault: fault,
        checked_at: scope.now(),
      })
      await tell(scope)
    },
  }),
  doing({
    type: lookAtDomain,
    async run(scope, { id }) {
      const row = await scope.keep((_, kept) => domains.findDomain(kept, id))
      if (!row || row.state === 'verified') return
      const isThere = (await lookUpTxt(recordName(row.domain))).includes(row.proof)
      await lockTenant(scope)
      // It may have been given up while it was looked for.
      if (!(await domains.findDomain(scope, id))) return
      const isOurs = isThere && (await domains.claimDomain(scope, row.domain))
      const at = scope.now()
      await domains.noteDomain(scope, id, {
        checked_at: at,
        ...(isOurs
          ? { state: 'verified', verified_at: at }
          : { state: isThere ? 'taken' : 'not-found' }),
      })
      if (isOurs) {
        const { domain } = row
        scope.audit({ action: 'sso.domain-verified', target: id, after: { domain } })
        if ((await settings.findConnection(scope))?.required) await endBeside(scope)
      }
      await tell(scope)
    },
  }),
  {
    // Sign-ins that were begun and are over, and words of sign-out that came twice.
    type: job('sso.forget', z.object({})),
    every: '37 3 * * *',
    run: (scope) => forgetSso(scope, scope.now()),
  },
]

async function faultOf(
  outbound: OutboundFetch,
  client: OurClient,
  redirectUri: string,
): Promise<CheckFault | null> {
  try {
    await showClient(await discover(outbound, client), redirectUri)
    return null
  } catch (error) {
    if (error instanceof ProviderFault) return error.fault
    throw error
  }
}

/** The screens look again. */
async function tell(scope: Scope): Promise<void> {
  const { enabled = false, required = false } = (await settings.findConnection(scope)) ?? {}
  await scope.emit(ssoEvents.changed, {
    environment: null,
    ref: { tenantId: scope.tenantId },
    data: { enabled, required },
  })
}
