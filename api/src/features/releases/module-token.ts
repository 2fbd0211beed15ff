/**
 * The token of a module team: `sqm_` and 256 random bits, of which a hash alone is kept. A random
 * value of this size needs no pepper, so that the owner's login is enough to make one.
 */
import { createHash, randomBytes } from 'node:crypto'
import { moduleName } from '@sonaqor/contract/manifest'
import { Client } from 'pg'
import type { Authenticator } from '../../core/access/index.ts'
import { uuidv7 } from '../../core/crypto/index.ts'
import { Problem } from '../../core/problems/index.ts'

const shape = /^sqm_[\w-]{43}$/

/** Makes a token that publishes one module, and returns it this once. `ownerUrl` is the owner's login. */
export async function makeModuleToken(ownerUrl: string, module: string): Promise<string> {
  const token = `sqm_${randomBytes(32).toString('base64url')}`
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      'insert into directory.module_tokens (hash, id, module, made_at) values ($1, $2, $3, $4)',
      [hashOf(token), uuidv7(), moduleName.parse(module), new Date()],
    )
    return token
  } finally {
    await client.end()
  }
}

export const moduleTeamAuthenticator: Authenticator = {
  name: 'module-team',
  matches: (token) => shape.test(token),
  authenticate: async (scope, token) => {
    const [team] = await scope.through<{ id: string; module: string }>(
      'directory.open_module_token',
      hashOf(token),
    )
    if (!team) throw new Problem('unauthenticated', { detail: 'The module token is not valid.' })
    return {
      kind: 'staff',
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
