/** Makes the secrets of the house at its first start, and unwraps them at every other. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Database } from '../database/index.ts'
import type { Keyring } from './keyring.ts'
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

type Querying = Pick<Database, 'query'>

const contextOf = (name: string) => `house_secrets ${name}`

/**
 * Every process may find the house without secrets and make them; the first row stays, and all of
 * them read that one. A key-encryption key that does not fit fails here, before anything is served.
 */
export async function readHouseSecrets(database: Querying, keyring: Keyring): Promise<RawSecrets> {
  const pepper = await secret(database, keyring, 'pepper')
  const signingKey = (await secret(database, keyring, 'signing-key')).toString()
  return { pepper, signingKey, signingKeyId: 'one' }
}

async function secret(
  database: Querying,
  keyring: Keyring,
  name: keyof typeof makers,
): Promise<Buffer> {
  const find = () =>
    database.query<SecretRow>('select name, wrapped from house_secrets where name = $1', [name])
  let [row] = await find()
  if (!row) {
    await database.query(
      'insert into house_secrets (name, wrapped) values ($1, $2) on conflict do nothing',
      [name, keyring.wrap(makers[name](), contextOf(name))],
    )
    ;[row] = await find()
  }
  if (!row) throw new Error(`the secret ${name} is neither there nor can it be made`)
  return keyring.unwrap(row.wrapped, contextOf(name))
}

/** Wraps the secrets with the key that wraps from now on; they stay what they are. */
export async function rewrapHouseSecrets(database: Querying, keyring: Keyring): Promise<void> {
  const rows = await database.query<SecretRow>('select name, wrapped from house_secrets', [])
  for (const { name, wrapped } of rows) {
    const context = contextOf(name)
    await database.query('update house_secrets set wrapped = $2 where name = $1 and wrapped = $3', [
      name,
      keyring.wrap(keyring.unwrap(wrapped, context), context),
      wrapped,
    ])
  }
}
