/** TM-5: an access review, from the snapshot to the signed PDF. */
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import type { ReviewItem } from '@sonaqor/contract/reviews'
import type { WorldTenant } from '../../testing/builders.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { FakeTeam, type FakeMember, type SignedIn } from '../../testing/fake-team.ts'
import { runTool } from '../../testing/run-verifier.ts'
import { outcomeOf } from '../../testing/outcome.ts'

let world: World
let fake: FakeTeam
let tenant: WorldTenant
let owner: SignedIn
let api: Client
let stale: FakeMember
let keyId: string
let count = 0

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeTeam.of(world)
})
beforeEach(async () => {
  tenant = await world.tenant(`Acme ${(count += 1)}`, { roles: ['owner'] })
  owner = await fake.join(tenant.id, { role: 'owner', name: 'Ada' })
  api = world.as(owner)
  stale = await fake.add(tenant.id, { name: 'Łucja Öz', role: 'analyst', seenDaysAgo: 31 })
  await fake.add(tenant.id, { name: 'Fresh', seenDaysAgo: 29 })
  const old = await tenant.key({ label: 'Forgotten' })
  keyId = old.id
  await tenant.key({ label: 'New' })
  await world.db.query(`update api_keys set issued_at = now() - interval '31 days' where id = $1`, [
    keyId,
  ])
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const itemsOf = async (id: string) => (await api.reviews.items({ params: { id } })).data

async function started() {
  const review = await api.reviews.start({ body: {} })
  return { review, items: await itemsOf(review.id) }
}

const decide = (id: string, item: ReviewItem, decision: 'keep' | 'remove') =>
  api.reviews.decide({ params: { id, itemId: item.id }, body: { decision } })

async function signed() {
  const { review, items } = await started()
  for (const item of items) {
    await decide(review.id, item, item.kind === 'member' ? 'remove' : 'keep')
  }
  return api.reviews.sign({ params: { id: review.id } })
}

const download = (id: string, as = owner) => world.ask(`/v1/reviews/${id}/file`, { as, server: 1 })

/** The words of a PDF, as its streams place them. */
function wordsIn(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  const shown = streams.join('\n').matchAll(/\[([^\]]*)\] TJ/g)
  return [...shown]
    .map(([, parts = '']) =>
      [...parts.matchAll(/<([\da-f]*)>/g)]
        .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
        .join(''),
    )
    .join('\n')
}

describe('what is refused', () => {
  test('signing with a line undecided, deciding and discarding after the signature', async () => {
    const { review, items } = await started()
    const params = { id: review.id }
    await decide(review.id, items[0]!, 'keep')
    expect(await outcomeOf(api.reviews.sign({ params }))).toBe(409)
    expect((await download(review.id)).status).toBe(409)
    await decide(review.id, items[1]!, 'keep')
    await api.reviews.sign({ params })
    expect(await outcomeOf(api.reviews.sign({ params }))).toBe(409)
    expect(await outcomeOf(decide(review.id, items[0]!, 'remove'))).toBe(409)
    expect(await outcomeOf(api.reviews.discard({ params }))).toBe(409)
  })

  test('another tenant, and a line of another review', async () => {
    const { review } = await started()
    const other = await started()
    expect(await outcomeOf(decide(review.id, other.items[0]!, 'keep'))).toBe(404)
    const elsewhere = await world.tenant('Elsewhere', { roles: [] })
    const stranger = await fake.join(elsewhere.id, { role: 'owner' })
    expect((await download((await signed()).id, stranger)).status).toBe(404)
  })
})

test('TM-5 what is signed is what stands there, whoever decides at that moment', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { review, items } = await started()
    const params = { id: review.id }
    for (const item of items) await decide(review.id, item, 'keep')
    const [outcome] = await Promise.all([
      outcomeOf(api.reviews.sign({ params })),
      outcomeOf(decide(review.id, items[0]!, 'remove')),
    ])
    const { state, items: counted } = await api.reviews.show({ params })
    expect(state).toBe(outcome === 'ok' ? 'signed' : 'open')
    if (outcome !== 'ok') continue
    const { rows } = await world.db.query<{ marked: number }>(
      `select (after -> 'toRemove')::integer as marked from audit_entries
       where tenant_id = $1 and action = 'reviews.signed' and target = $2`,
      [tenant.id, review.id],
    )
    expect(rows).toEqual([{ marked: counted.toRemove }])
  }
})

describe('what happens', () => {
  test('a review finds who was not here and what was not used for 30 days, and nothing else', async () => {
    const { review, items } = await started()
    expect(review).toMatchObject({
      state: 'open',
      startedBy: 'Ada',
      items: { total: 2, undecided: 2, kept: 0, toRemove: 0 },
      file: null,
    })
    expect(items).toMatchObject([
      { kind: 'member', targetId: stale.id, detail: stale.email, role: 'analyst', stale: true },
      {
        kind: 'key',
        targetId: keyId,
        name: 'Forgotten',
        environment: 'sandbox',
        madeBy: expect.stringMatching(/^owner of/),
        lastUsedAt: null,
      },
    ])
  })

  test('or everybody and every key', async () => {
    const review = await api.reviews.start({ body: { which: 'all' } })
    expect(review.items.total).toBe(6)
    const params = { id: review.id }
    const { data } = await api.reviews.items({ params, query: { kind: 'key' } })
    expect(data.map(({ name, stale: isStale }) => [name, isStale]).toSorted()).toEqual([
      ['Forgotten', true],
      ['New', false],
    ])
  })

  test('each line is decided with a click, and a mark removes nothing by itself', async () => {
    const { review, items } = await started()
    expect(await decide(review.id, items[0]!, 'remove')).toMatchObject({
      decision: 'remove',
      decidedBy: 'Ada',
      gone: false,
    })
    expect((await api.team.show({ params: { id: stale.id } })).state).toBe('active')
    await fake.proving(owner).team.remove({ params: { id: stale.id } })
    await api.keys.revoke({ params: { id: keyId } })
    expect((await itemsOf(review.id)).map(({ gone }) => gone)).toEqual([true, true])
    const undecided = await api.reviews.items({
      params: { id: review.id },
      query: { decision: 'none' },
    })
    expect(undecided.data).toHaveLength(1)
  })

  test('it is signed as a PDF that says all of it, and is what its SHA-256 says', async () => {
    const review = await signed()
    expect(review).toMatchObject({
      state: 'signed',
      signedBy: 'Ada',
      items: { undecided: 0, kept: 1, toRemove: 1 },
    })
    const answer = await download(review.id)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toContain(review.file!.fileName)
    const pdf = Buffer.from(await answer.arrayBuffer())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBe(review.file!.bytes)
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(review.file!.sha256)
    const words = wordsIn(pdf)
    for (const word of [
      tenant.name,
      'Lucja Öz',
      stale.email,
      'Forgotten',
      'To be removed by Ada',
      'Confirmed by Ada',
      `Signed by Ada (${owner.email})`,
    ]) {
      expect(words.replaceAll('\n', ' ')).toContain(word)
    }
  })

  test('TM-5 a member who is suspended is marked as such, in the list and in the PDF', async () => {
    const { revision } = await api.team.show({ params: { id: stale.id } })
    await api.team.suspend({ params: { id: stale.id }, ifMatch: revision })
    const review = await signed()
    expect((await itemsOf(review.id)).map(({ suspended }) => suspended)).toEqual([true, false])
    const pdf = Buffer.from(await (await download(review.id)).arrayBuffer())
    expect(wordsIn(pdf).match(/Suspended/g)).toHaveLength(1)
  })

  test('TM-5 its signature is verified by whoever has the PDF, the keys and Node, and nothing of us', async () => {
    const review = await signed()
    const { signature } = review.file!
    const pdf = Buffer.from(await (await download(review.id)).arrayBuffer())
    const keys = JSON.stringify(await world.as(null).audit.keys())
    const script = await (await world.ask('/docs/audit/verify-file.mjs')).text()
    const verdictOn = (changed: Record<string, string | Buffer>) => {
      const files = { 'a.pdf': pdf, 'a.pdf.jws': signature!, 'jwks.json': keys, ...changed }
      return runTool(script, files, ['a.pdf', 'a.pdf.jws', '--keys', 'jwks.json'])
    }
    expect(await verdictOn({})).toEqual({
      code: 0,
      text: expect.stringContaining(`what was signed by Ada at ${review.signedAt}`),
    })
    const other = Buffer.from(pdf)
    other[200]! ^= 1
    expect(await verdictOn({ 'a.pdf': other })).toMatchObject({ code: 1 })
    const [head, , mark] = signature!.split('.')
    const said = {
      review: review.id,
      sha256: review.file!.sha256,
      bytes: pdf.length,
      signedBy: 'Eve',
    }
    const forged = `${head}.${Buffer.from(JSON.stringify(said)).toString('base64url')}.${mark}`
    expect(await verdictOn({ 'a.pdf.jws': forged })).toMatchObject({ code: 1 })
    expect(await verdictOn({ 'jwks.json': '{"keys":[]}' })).toMatchObject({ code: 1 })
    expect(await verdictOn({ 'a.pdf.jws': 'no' })).toMatchObject({ code: 2 })
  })

  test('what was signed says the same when the member has left and is called otherwise', async () => {
    const review = await signed()
    const before = await itemsOf(review.id)
    await fake.proving(owner).team.remove({ params: { id: stale.id } })
    await world.db.query(`update directory.people set name = 'Other' where id = $1`, [
      stale.personId,
    ])
    expect(await itemsOf(review.id)).toEqual(
      before.map((item) => Object.assign(item, { gone: item.targetId === stale.id })),
    )
  })
})

describe('what it leaves behind', () => {
  test('an entry for each step, with the hash of the file', async () => {
    const review = await signed()
    await download(review.id)
    const { rows } = await world.db.query<{ action: string; after: { sha256?: string } }>(
      `select action, after from audit_entries
       where tenant_id = $1 and action like 'reviews.%' order by sequence`,
      [tenant.id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'reviews.started',
      'reviews.decided',
      'reviews.decided',
      'reviews.signed',
      'reviews.downloaded',
    ])
    expect(rows[3]!.after.sha256).toBe(review.file!.sha256)
  })

  test('one that is discarded is gone, and the log knows of it', async () => {
    const { review } = await started()
    await api.reviews.discard({ params: { id: review.id } })
    expect((await api.reviews.list()).data).toEqual([])
    const { rows } = await world.db.query(
      `select 1 from audit_entries where tenant_id = $1 and action = 'reviews.discarded'`,
      [tenant.id],
    )
    expect(rows).toHaveLength(1)
  })
})
