/** KY-3 LG-6: a link gives the file to whoever may still have it, and is used up by nothing else. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ExportLink } from '@sonaqor/contract/exports'
import type { Scope } from '@sonaqor/contract/access'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { longAuditLog, readSlowly } from '../../testing/slow-readers.ts'
import { until } from '../../testing/until.ts'
import { ExportWorld } from '../../testing/export-world.ts'

let of: ExportWorld

beforeAll(async () => {
  of = await ExportWorld.start()
})
beforeEach(() => of.begin())
afterAll(() => of?.stop())

const follow = ({ path }: Pick<ExportLink, 'path'>, method = 'GET') =>
  of.world.ask(path, { method })

async function refusal(link: ExportLink) {
  const answer = await follow(link)
  const { code, scope } = (await answer.json()) as ProblemDocument & { scope?: Scope }
  return [answer.status, code, ...(scope ? [scope] : [])]
}

const linkOfOwner = async () => {
  const { id } = await of.made({ of: 'audit' })
  return of.api.exports.link({ params: { id } })
}

async function linkOfKey() {
  const key = await of.tenant.key()
  const api = of.world.as(key)
  const { id } = await of.ended((await api.exports.start({ body: { of: 'logs' } })).id)
  return { key, jobId: id, link: await api.exports.link({ params: { id } }) }
}

const query = (sql: string, ...values: unknown[]) => of.world.db.query(sql, values)

async function downloads(): Promise<number> {
  const { data } = await of.api.audit.search({ query: { action: 'exports.downloaded' } })
  return data.length
}

describe('it gives nothing to whoever', () => {
  test('KY-3 has made it with a key that was revoked since', async () => {
    const { key, link } = await linkOfKey()
    await of.api.keys.revoke({ params: { id: key.id } })
    expect(await refusal(link)).toEqual([401, 'unauthenticated'])
    expect(await downloads()).toBe(0)
  })

  test('PA-2 follows it from an address that is on no list of the key', async () => {
    const { key, link } = await linkOfKey()
    await query(`update api_keys set ip_allowlist = '{203.0.113.0/24}' where id = $1`, key.id)
    expect(await refusal(link)).toEqual([403, 'forbidden'])
    await query(`update api_keys set ip_allowlist = '{}' where id = $1`, key.id)
    const { status } = await follow(link)
    expect(status).toBe(200)
  })

  test('TM-2 is suspended, has signed out, or may do less than when they made it', async () => {
    const link = await linkOfOwner()
    const member = [of.tenant.id, of.owner.id]
    const set = async (what: string) =>
      query(`update members set ${what} where tenant_id = $1 and id = $2`, ...member)
    await set(`state = 'suspended'`)
    expect(await refusal(link)).toEqual([401, 'unauthenticated'])
    await set(`state = 'active', role = 'developer'`)
    expect(await refusal(link)).toEqual([403, 'forbidden', 'audit:read'])
    await set(`role = 'owner'`)
    const ended = (at: string, because: string) =>
      query(
        `update sessions set ended_at = ${at}, ended_because = ${because}
         where tenant_id = $1 and member_id = $2`,
        ...member,
      )
    await ended('now()', `'signed-out'`)
    expect(await refusal(link)).toEqual([401, 'unauthenticated'])
    await ended('null', 'null')
    // What was refused has not used it up.
    expect((await follow(link)).status).toBe(200)
    expect(await refusal(link)).toEqual([410, 'gone'])
  })

  test('XC-2 belongs to a tenant that was suspended', async () => {
    const link = await linkOfOwner()
    await query(
      `update tenants set suspended_at = now(), suspended_because = 'Unpaid.' where id = $1`,
      of.tenant.id,
    )
    expect(await refusal(link)).toEqual([403, 'tenant-suspended'])
  })
})

describe('it is not used up', () => {
  test('LG-6 by who asks for its head, which nothing says was a download', async () => {
    const link = await linkOfOwner()
    for (const _ of [1, 2]) {
      const head = await follow(link, 'HEAD')
      expect([head.status, head.headers.get('content-length')]).toEqual([200, String(link.bytes)])
    }
    expect(await downloads()).toBe(0)
    expect((await follow(link)).status).toBe(200)
    expect((await follow(link, 'HEAD')).status).toBe(410)
    expect(await downloads()).toBe(1)
  })

  test('LG-6 by who finds no place to be sent a file from', async () => {
    const link = await linkOfOwner()
    await query(longAuditLog, of.tenant.id)
    const { url } = of.world
    const letGo = await readSlowly(`${url}/v1/audit/export`, { token: of.owner.token, count: 4 })
    expect(await refusal(link)).toEqual([429, 'quota-exceeded'])
    expect(await downloads()).toBe(0)
    letGo()
    await until(async () => (await follow(link)).status === 200)
    expect(await downloads()).toBe(1)
  })
})

test('LG-8 a link is in no answer that is made for somebody else', async () => {
  const { key, jobId } = await linkOfKey()
  const asked = { keyId: key.id, limit: 1, q: `path:/v1/exports/${jobId}/link` }
  let line: string | undefined
  await until(async () => {
    const { data } = await of.api.logs.search({ query: asked })
    line = data[0]?.id
    return line !== undefined
  })
  const again = of.api.logs.sendAgain({
    params: { id: line! },
    body: { keyId: key.id, copyToSandbox: true },
  })
  await expect(again).rejects.toMatchObject({
    problem: { status: 409, detail: expect.stringContaining('shows a secret') },
  })
})
