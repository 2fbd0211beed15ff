/** Which secret of a rotating key is sent, and who still sends the old one: read from each request. */
import type { Environment } from '@sonaqor/contract/access'
import type { KeyPrincipal } from '../../../core/access/index.ts'
import type { Exchange } from '../../../core/feature/index.ts'
import { redactAgent } from '../../../core/redaction/index.ts'
import { counting } from '../../../core/traffic/index.ts'
import { addOldSecretUsers, addSecretUses } from './secret-uses.store.ts'

/** Where a key stands, which every count of it holds. */
export interface KeyPlace {
  readonly environment: Environment
  readonly appId: string
  readonly keyId: string
}

export interface SecretUse extends KeyPlace {
  readonly secretNumber: number
}

export interface OldSecretUser extends SecretUse {
  readonly ip: string
  readonly method: string
  readonly route: string
  readonly userAgent: string
}

const userAgentMost = 200

export const secretUses = counting<SecretUse>({
  read: (exchange) => {
    const key = rotatingKey(exchange)
    return key ? [useOf(key)] : []
  },
  write: addSecretUses,
})

export const oldSecretUsers = counting<OldSecretUser>({
  read: (exchange) => {
    const key = rotatingKey(exchange)
    if (key?.rotation !== 'old') return []
    const { ip, endpoint, request } = exchange
    return [
      {
        ...useOf(key),
        ip,
        method: endpoint?.method ?? request.method,
        route: endpoint ? `/v1${endpoint.path}` : '',
        userAgent: plain(request.headers['user-agent']),
      },
    ]
  },
  write: addOldSecretUsers,
})

function rotatingKey({ principal }: Exchange): KeyPrincipal | null {
  return principal.kind === 'key' && principal.rotation !== null ? principal : null
}

function useOf(key: KeyPrincipal): SecretUse {
  return { ...placeOf(key), secretNumber: key.secretNumber }
}

/** A key stands in one app of one environment. */
export function placeOf({ id, environments, appIds }: KeyPrincipal): KeyPlace {
  const [environment = 'sandbox'] = environments
  return { environment, appId: appIds === 'all' ? '' : (appIds[0] ?? ''), keyId: id }
}

/** What any program may write into a header, as far as it can be kept. */
const plain = (userAgent = '') =>
  redactAgent(userAgent.toWellFormed()).replaceAll('\0', '').slice(0, userAgentMost)
