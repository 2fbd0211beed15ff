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

/** What is kept of it while nobody has finished: all but the secret, as the words that a draft is made of. */
export interface KeptAnswers extends Readonly<Record<string, string>> {
  readonly issuer: string
  readonly clientId: string
  readonly roleClaim: string
  /** All that is chosen and not typed, as JSON. */
  readonly choices: string
}

type Choices = Pick<Draft, 'createsMembers' | 'defaultRole' | 'roleMap' | 'factorCounts'>

export function keptOf(connection: SsoConnection | null): KeptAnswers {
  const choices: Choices = {
    createsMembers: connection?.createsMembers ?? true,
    defaultRole: connection?.defaultRole ?? 'viewer',
    roleMap: connection?.roleMap ?? [],
    factorCounts: connection?.factorCounts ?? false,
  }
  return {
    issuer: connection?.issuer ?? '',
    clientId: connection?.clientId ?? '',
    roleClaim: connection?.roleClaim ?? '',
    choices: JSON.stringify(choices),
  }
}

export const draftOf = ({ choices, ...typed }: KeptAnswers, clientSecret: string): Draft => ({
  ...(JSON.parse(choices) as Choices),
  issuer: typed.issuer,
  clientId: typed.clientId,
  roleClaim: typed.roleClaim,
  clientSecret,
})

/** What of the answers is another by a change; the secret is held elsewhere. */
export function keptBy(draft: Draft, changed: Partial<Draft>): KeptAnswers {
  const { issuer, clientId, roleClaim, ...rest } = { ...draft, ...changed }
  const { createsMembers, defaultRole, roleMap, factorCounts } = rest
  const choices: Choices = { createsMembers, defaultRole, roleMap, factorCounts }
  return { issuer, clientId, roleClaim, choices: JSON.stringify(choices) }
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
