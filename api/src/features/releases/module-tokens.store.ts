/** Tokens of module teams. The app may look one up by its hash; the owner alone makes one. */
import { Client } from 'pg'
import type { Scope } from '../../core/scope/index.ts'

export interface Team {
  readonly id: string
  readonly module: string
}

export async function findTeam(scope: Scope, hash: Buffer): Promise<Team | undefined> {
  const [team] = await scope.through<Team>('directory.open_module_token', hash)
  return team
}

interface NewToken extends Team {
  readonly hash: Buffer
  readonly madeAt: Date
}

export async function insertToken(ownerUrl: string, token: NewToken): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      'insert into directory.module_tokens (hash, id, module, made_at) values ($1, $2, $3, $4)',
      [token.hash, token.id, token.module, token.madeAt],
    )
  } finally {
    await client.end()
  }
}
