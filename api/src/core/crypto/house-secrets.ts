/** Makes the secrets of the house at its first start, and unwraps them at every other. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Database } from '../database/index.ts'
import { seal, unseal } from './seal.ts'
import type { RawSecrets } from './secrets.ts'

interface SecretRow {
  readonly name: string
  readonly wrapped: Buffer
}

const makers: Readonly<Record<'pepper' | 'signing-key', () => Buffer>> = {
  pepper: () => randomBytes(32),
  'signing-key': () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  },
}

const contextOf = (name: string) => `house_secrets ${name}`

/**
 * Every process may find the house without secrets and make them; the first row stays, and all of
 * them read that one. A key-encryption key that does not fit fails here, before anything is served.
 */
export async function readHouseSecrets(
  database: Pick<Database, 'query'>,
  kek: Buffer,
): Promise<RawSecrets> {
  const pepper = await secret(database, kek, 'pepper')
  const signingKey = (await secret(database, kek, 'signing-key')).toString()
  return { pepper, signingKey, signingKeyId: 'one' }
}

async function secret(
  database: Pick<Database, 'query'>,
  kek: Buffer,
  name: keyof typeof makers,
): Promise<Buffer> {
  const find = () =>
    database.query<SecretRow>('select name, wrapped from house_secrets where name = $1', [name])
  let [row] = await find()
  if (!row) {
    await database.query(
      'insert into house_secrets (name, wrapped) values ($1, $2) on conflict do nothing',
      [name, seal(kek, makers[name](), contextOf(name))],
    )
    ;[row] = await find()
  }
  if (!row) throw new Error(`the secret ${name} is neither there nor can it be made`)
  return unseal(kek, row.wrapped, contextOf(name))
}
