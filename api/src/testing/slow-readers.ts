/** Readers of files that take what fits in between, and then nothing more until they are let go. */
import { request, type ClientRequest } from 'node:http'

/** A file longer than what a socket holds on its way: the audit log of a tenant, with much in it. */
export const longAuditLog = `
  insert into audit_entries (tenant_id, id, sequence, at, actor, action, previous_hash, hash, after)
  select tenant_id, gen_random_uuid(), 100000 + n, at, actor, 'keys.made-up', previous_hash, hash,
    jsonb_build_object('long', repeat('x', 4000))
  from audit_entries, generate_series(1, 12000) n where tenant_id = $1 and sequence = 1`

interface Reading {
  readonly token: string
  readonly count: number
}

/** Begins to read, and answers with how to let go. */
export async function readSlowly(url: string, { token, count }: Reading): Promise<() => void> {
  const headers = { authorization: `Bearer ${token}` }
  const one = () =>
    new Promise<ClientRequest>((done, fail) => {
      const asked = request(url, { headers, agent: false }, ({ statusCode }) => {
        if (statusCode === 200) done(asked)
        else fail(new Error(`${statusCode} instead of a file`))
      })
      asked.on('error', () => undefined)
      asked.end()
    })
  const readers = await Promise.all(Array.from({ length: count }, one))
  return () => {
    for (const reader of readers) reader.destroy()
  }
}
