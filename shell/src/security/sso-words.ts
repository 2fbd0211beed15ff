import type { SsoConnection, SsoDomain, SsoRole } from '@sonaqor/contract/sso'
import type { Tone } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import { roleNames } from '../roles/role-names.ts'
import * as texts from './texts/en.ts'

interface State {
  readonly words: Text
  readonly tone: Tone
}

/** How single sign-on stands as a whole. */
export function stateOf(connection: SsoConnection | null): State {
  if (!connection) return { words: texts.isOff, tone: 'neutral' }
  if (connection.required) return { words: texts.isRequired, tone: 'success' }
  if (connection.enabled) return { words: texts.isOn, tone: 'success' }
  return { words: texts.stillOff, tone: 'warning' }
}

export const domainStates: Readonly<Record<SsoDomain['state'], State>> = {
  unverified: { words: texts.unverified, tone: 'warning' },
  checking: { words: texts.checking, tone: 'info' },
  verified: { words: texts.verified, tone: 'success' },
  'not-found': { words: texts.notFound, tone: 'danger' },
  taken: { words: texts.taken, tone: 'danger' },
}

type Fault = NonNullable<SsoConnection['check']['fault']>

/** What was wrong with a provider, and what to do. */
export const faultWords: Readonly<Record<Fault, Text>> = {
  'address-refused': texts.addressRefused,
  unreachable: texts.unreachable,
  'too-slow': texts.tooSlow,
  'no-description': texts.noDescription,
  'other-issuer': texts.otherIssuer,
  'not-supported': texts.notSupported,
  'client-refused': texts.clientRefused,
}

export const ssoRoleWords: Readonly<Record<SsoRole, Text>> = {
  admin: roleNames.admin,
  developer: roleNames.developer,
  analyst: roleNames.analyst,
  viewer: roleNames.viewer,
}
