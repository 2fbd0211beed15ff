/**
 * The token of a module team: `sqm_` and 256 random bits, of which a hash alone is kept. A random
 * value of this size needs no pepper, so that the owner's login is enough to make one.
 */
import { createHash } from 'node:crypto'
import { moduleName } from '@sonaqor/contract/manifest'
import type { Authenticator } from '../../core/access/index.ts'
import { isToken, newToken, uuidv7 } from '../../core/crypto/index.ts'
import { Problem } from '../../core/problems/index.ts'
import * as store from './module-tokens.store.ts'

const prefix = 'sqm_'

/** Makes a token that publishes one module, and returns it this once. `ownerUrl` is the owner's login. */
export async function makeModuleToken(ownerUrl: string, module: string): Promise<string> {
  const token = `${prefix}${newToken()}`
  await store.insertToken(ownerUrl, {
    hash: hashOf(token),
    id: uuidv7(),
    module: moduleName.parse(module),
    madeAt: new Date(),
  })
  return token
}

export const moduleTeamAuthenticator: Authenticator = {
  name: 'module-team',
  matches: (token) => token.startsWith(prefix) && isToken(token.slice(prefix.length)),
  authenticate: async (scope, token) => {
    const team = await store.findTeam(scope, hashOf(token))
    if (!team) throw new Problem('unauthenticated', { detail: 'The module token is not valid.' })
    return {
      kind: 'module-team',
      id: team.id,
      name: `Team ${team.module}`,
      tenantId: null,
      module: team.module,
      scopes: new Set(),
      environments: [],
      appIds: [],
    }
  },
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
