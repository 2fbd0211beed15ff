/** LG-6: a browser gets a file by a link that works once and soon is over, in the name of who asked for it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ExportLink } from '@sonaqor/contract/exports'
import { refusalOf } from '../../testing/partner.ts'
import { ExportWorld, sha256 } from '../../testing/export-world.ts'

let of: ExportWorld

beforeAll(async () => {
  of = await ExportWorld.start()
})
beforeEach(() => of.begin())
afterAll(() => of?.stop())

const link = (id: string) => of.api.exports.link({ params: { id } })
const follow = ({ path }: Pick<ExportLink, 'path'>) => of.world.ask(path)

async function refused(answer: Response) {
  const { code, detail } = (await answer.json()) as { code: string; detail: string }
  return { status: answer.status, code, detail }
}

test('LG-6 it is handed out without a credential, with its length, as the manifest has it', async () => {
  const { id } = await of.made({ of: 'audit' })
  const made = await link(id)
  expect(new Date(made.expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(60_000)
  const answer = await follow(made)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-length')).toBe(String(made.bytes))
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${made.fileName}"`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(made.sha256)
})

describe('what is refused', () => {
  test('LG-6 a second use, of two at once as well, and a link that has waited for a minute: 410', async () => {
    const { id } = await of.made({ of: 'audit' })
    const used = await link(id)
    const both = await Promise.all([follow(used), follow(used)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
    await Promise.all(both.map((answer) => answer.arrayBuffer()))
    const late = await link(id)
    await of.world.setClock(new Date(Date.now() + 61_000))
    const answers = [await refused(await follow(used)), await refused(await follow(late))]
    await of.world.setClock(null)
    const said = { status: 410, code: 'gone', detail: expect.stringContaining('works once') }
    expect(answers).toEqual([said, said])
  })

  test('XC-3 another tenant asks for a link in vain, and so does who lacks the scope', async () => {
    const { id } = await of.made({ of: 'audit' })
    const stranger = await (await of.world.tenant('Others', { roles: ['owner'] })).member()
    const asked = of.world.as(stranger).exports.link({ params: { id } })
    expect(await refusalOf(asked)).toMatchObject({ status: 404 })
    await of.world.db.query(
      `update members set role = 'analyst' where tenant_id = $1 and id = $2`,
      [of.tenant.id, of.owner.id],
    )
    expect(await refusalOf(link(id))).toMatchObject({ status: 403, scope: 'audit:read' })
  })

  test('LG-6 a link that was changed leads nowhere, nor does any other token of ours', async () => {
    const { id } = await of.made({ of: 'audit' })
    const { path } = await link(id)
    const [head = '', claims = '', signature = ''] = path.split('.')
    const other = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object
    const forged = Buffer.from(JSON.stringify({ ...other, job: of.tenant.id })).toString(
      'base64url',
    )
    const tokens = [
      `${head}.${forged}.${signature}`,
      `/v1/downloads/${of.owner.token}`,
      '/v1/downloads/none',
    ]
    for (const token of tokens) expect((await follow({ path: token })).status).toBe(404)
    await (await follow({ path })).arrayBuffer()
  })

  test('LG-6 before there is a file there is no link to it, nor once it was deleted', async () => {
    const { id } = await of.made({ of: 'audit' })
    const early = await link(id)
    await of.world.db.query(
      `update jobs set file = file || '{"expiresAt": "2026-01-01T00:00:00.000Z"}' where id = $1`,
      [id],
    )
    expect(await refusalOf(link(id))).toMatchObject({ status: 404 })
    expect((await follow(early)).status).toBe(404)
    await of.world.db.query(`update jobs set file = null where id = $1`, [id])
    expect(await refusalOf(link(id))).toMatchObject({ status: 409 })
  })
})

test('XC-4 LG-8 who followed it is in the audit log as who asked for it, a key by its app', async () => {
  const { id, file } = await of.made({ of: 'audit' })
  await (await follow(await link(id))).arrayBuffer()
  const key = await of.tenant.key()
  const api = of.world.as(key)
  const { id: theirs } = await of.ended((await api.exports.start({ body: { of: 'logs' } })).id)
  await (await follow(await api.exports.link({ params: { id: theirs } }))).arrayBuffer()
  const { data } = await of.api.audit.search({ query: { action: 'exports.downloaded' } })
  expect(data).toMatchObject([
    { target: theirs, actor: { kind: 'key', id: key.id }, appId: key.appId },
    { target: id, actor: { kind: 'member', id: of.owner.id }, after: { sha256: file!.sha256 } },
  ])
})
