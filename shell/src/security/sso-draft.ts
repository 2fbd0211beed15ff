import type { SsoConnection } from '@sonaqor/contract/sso'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

/** What is being answered; nothing of it is sent before the end. */
export interface Draft extends Pick<
  SsoConnection,
  'issuer' | 'clientId' | 'createsMembers' | 'defaultRole' | 'roleMap' | 'factorCounts'
> {
  readonly clientSecret: string
  readonly roleClaim: string
}

export type Faults = Partial<Record<'issuer' | 'clientId' | 'clientSecret', string>>

export interface StepProps {
  readonly draft: Draft
  readonly faults: Faults
  readonly onChange: (changed: Partial<Draft>) => void
}

/** What is missing or wrong, in words. A secret is kept for the same issuer and client alone. */
export function faultsIn(draft: Draft, connection: SsoConnection | null, say: Say): Faults {
  const isSame = connection?.issuer === draft.issuer && connection.clientId === draft.clientId
  return {
    ...(isAddress(draft.issuer) ? {} : { issuer: say(texts.issuerInvalid) }),
    ...(draft.clientId.trim() ? {} : { clientId: say(texts.needed) }),
    ...(draft.clientSecret || isSame ? {} : { clientSecret: say(texts.needed) }),
  }
}

/** Whether plain http will do, on one machine, is the server's to say. */
const isAddress = (text: string) => /^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text)
