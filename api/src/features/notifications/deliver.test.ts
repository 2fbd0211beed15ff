/** XC-13: what is to be sent is sent, whatever dies or is away in between, and is forgotten afterwards. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Delivery } from '@sonaqor/contract/notifications'
import { systemPrincipal } from '../../core/access/index.ts'
import { resealSome, uuidv7 } from '../../core/crypto/index.ts'
import type { OpenFoundation } from '../../core/house/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { startMailServer, type MailServer } from '../../testing/mail-server.ts'
import { makeDue, missWorkers } from '../../testing/queue.ts'
import { tracesOf } from '../../testing/traces.ts'
import { until } from '../../testing/until.ts'
import { startProcessWorld, type ProcessWorld } from '../../testing/world.ts'
import { sealedMails } from './deliveries.store.ts'
import { mailTo, notify } from './index.ts'
import { triesMax } from './retries.ts'

let world: ProcessWorld
let foundation: OpenFoundation
let mail: MailServer
let slack: Server
const slackHeard: string[] = []
let tenant: WorldTenant

beforeAll(async () => {
  mail = await startMailServer()
  slack = createServer(async (request, response) => {
    slackHeard.push(await text(request))
    response.end('{"ok": true}')
  })
  slack.listen(0, '127.0.0.1')
  await once(slack, 'listening')
  const { port } = slack.address() as AddressInfo
  world = await startProcessWorld({
    worker: true,
    env: {
      SMTP_URL: mail.url,
      PUBLIC_URL: 'http://sonaqor.test',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_API_URL: `http://127.0.0.1:${port}`,
      SONAQOR_LIMIT_FACTOR: '100',
    },
  })
  foundation = await openFoundationOf(world)
  tenant = await world.tenant('Acme', { roles: ['owner', 'admin'] })
})
afterEach(() => mail.before(async () => undefined))
afterAll(async () => {
  await foundation.close()
  await world.stop()
  await mail.stop()
  slack.close()
})

const as = <T>(tenantId: string | null, work: (scope: Scope) => Promise<T>) =>
  foundation.scopes.run(systemPrincipal('test', tenantId), work)
const invitation = (to: string) => ({
  to,
  template: 'team.invited' as const,
  params: {
    tenant: 'Acme',
    inviter: 'Ada <b>',
    role: 'developer' as const,
    hours: 72,
    link: '/join#a-secret-token',
  },
})
const reset = (to: string) => ({
  to,
  template: 'account.reset' as const,
  params: { minutes: 30, link: '/reset#a-secret-token' },
  locale: 'de' as const,
})
const address = () => `someone-${uuidv7()}@elsewhere.test`
const rowOf = async (id: string, table = 'notification_deliveries') => {
  const { rows } = await world.db.query(`select * from ${table} where id = $1`, [id])
  return rows[0] as Record<string, unknown> | undefined
}
const stateOf = async (id: string, table?: string) => (await rowOf(id, table))?.['state']
const inTenantLog = async (filter: object): Promise<Delivery[]> => {
  const api = world.as(await tenant.member())
  return (await api.notifications.deliveries({ query: filter })).data
}

/** Waits as `until` does, but not for the pauses between attempts. */
const untilTried = (isSo: () => Promise<boolean>, withinMs = 60_000) =>
  until(async () => {
    await makeDue(world, 'notifications.mail')
    return isSo()
  }, withinMs)

const refusing = (responseCode: number) => async () => {
  throw Object.assign(new Error('no'), { responseCode })
}

describe('what happens', () => {
  test('XC-13 an invitation arrives, and leaves neither its link nor its address behind', async () => {
    const to = address()
    const id = await as(tenant.id, (scope) => mailTo(scope, invitation(to)))
    await until(async () => (await stateOf(id)) === 'sent')
    const [received] = mail.to(to)
    expect(received!.header('subject')).toBe('Ada <b> invites you to Acme on Sonaqor')
    expect(received!.header('from')).toBe('Sonaqor <no-reply@sonaqor.test>')
    expect(received!.header('message-id')).toBe(`<${id}@sonaqor.test>`)
    expect(received!.text).toContain('http://sonaqor.test/join#a-secret-token')
    expect(received!.html).toContain('Ada &#60;b&#62; invites you')
    expect(await rowOf(id)).toMatchObject({ sealed: null, recipient: 's…@elsewhere.test' })
    expect(await tracesOf(world.db, 'secret-token')).toEqual([])
    expect(await tracesOf(world.db, to)).toEqual([])
    expect((await inTenantLog({ kind: 'team.invited' }))[0]).toMatchObject({
      id,
      memberId: null,
      recipient: 's…@elsewhere.test',
      state: 'sent',
      attempts: 1,
    })
  })

  test('XC-13 a letter to somebody of no tenant stands in no tenant’s log', async () => {
    const to = address()
    const id = await as(null, (scope) => mailTo(scope, reset(to)))
    await until(async () => (await stateOf(id, 'house_mails')) === 'sent')
    expect(mail.to(to)[0]!.header('subject')).toBe('Legen Sie ein neues Passwort fest')
    expect(await rowOf(id)).toBeUndefined()
    expect(await rowOf(id, 'house_mails')).toMatchObject({ sealed: null })
    expect((await inTenantLog({})).map((one) => one.id)).not.toContain(id)
  })

  test('XC-13 members get it in their language by each of their channels', async () => {
    const owner = await tenant.member()
    await world.db.query(`update directory.people set locale = 'de' where id = $1`, [
      owner.personId,
    ])
    await world.db.query(
      `insert into notification_addresses values ($1, $2, 'slack', 'U0123ABCD', now())`,
      [tenant.id, owner.id],
    )
    const changes = (['slack', 'sms'] as const).map((channel) => {
      return { kind: 'keys.expired', channel, on: true } as const
    })
    await world.as(owner).notifications.setPreferences({ body: { changes } })
    const params = { keyId: uuidv7(), label: 'Kasse', environment: 'production' } as const
    await as(tenant.id, (scope) =>
      notify(scope, { kind: 'keys.expired', params, link: '/keys', to: [owner.id] }),
    )
    await until(async () =>
      (await inTenantLog({ kind: 'keys.expired' })).every(({ state }) => state !== 'waiting'),
    )
    const told = (await inTenantLog({ kind: 'keys.expired' })).map(({ channel, state, reason }) => [
      channel,
      state,
      reason,
    ])
    expect(told.toSorted()).toEqual([
      ['inbox', 'sent', null],
      ['mail', 'sent', null],
      ['slack', 'sent', null],
      ['sms', 'suppressed', 'no-address'],
    ])
    expect(mail.to(owner.email).at(-1)!.header('subject')).toBe('API-Schlüssel abgelaufen: Kasse')
    expect(JSON.parse(slackHeard.at(-1)!)).toMatchObject({
      channel: 'U0123ABCD',
      text: expect.stringContaining('http://sonaqor.test/keys'),
    })
  })

  test('XC-13 whoever has left meanwhile is not written to', async () => {
    const gone = await world.tenant('Gone', { roles: ['owner'] })
    const { id, email } = await gone.member()
    const params = { at: '2026-11-21T10:00:00.000Z' }
    await as(gone.id, async (scope) => {
      await notify(scope, { kind: 'account.password-changed', params, to: [id] })
      await world.db.query(`update members set state = 'removed' where id = $1`, [id])
    })
    const query = `select state, reason from notification_deliveries where member_id = $1 and channel = 'mail'`
    const row = async () => (await world.db.query(query, [id])).rows[0]
    await until(async () => (await row())?.state !== 'waiting')
    expect(await row()).toEqual({ state: 'suppressed', reason: 'no-member' })
    expect(mail.to(email)).toEqual([])
  })
})

describe('what goes wrong', () => {
  test('XC-13 a server that is busy, then away, keeps a mail waiting, and gets it once it is back', async () => {
    const to = address()
    mail.before(refusing(451))
    const id = await as(null, (scope) => mailTo(scope, reset(to)))
    const reason = async () => (await rowOf(id, 'house_mails'))?.['reason']
    await until(async () => (await reason()) === 'refused')
    expect(await rowOf(id, 'house_mails')).toMatchObject({ state: 'waiting', status: 451 })
    await mail.stop()
    await untilTried(async () => (await reason()) === 'unreachable')
    mail = await startMailServer(Number(new URL(mail.url).port))
    await untilTried(async () => (await stateOf(id, 'house_mails')) === 'sent')
    expect(mail.to(to)).toHaveLength(1)
    expect(await rowOf(id, 'house_mails')).toMatchObject({ attempts: 3, reason: null })
  })

  test('XC-13 what is refused for good is failed at once, and its link is forgotten', async () => {
    mail.before(refusing(550))
    const id = await as(tenant.id, (scope) => mailTo(scope, invitation(address())))
    await until(async () => (await stateOf(id)) === 'failed')
    expect(await rowOf(id)).toMatchObject({ reason: 'refused', status: 550, sealed: null })
  })

  test('XC-13 nobody tries for ever: the last attempt ends as failed', async () => {
    mail.before(refusing(451))
    const id = await as(tenant.id, async (scope) => {
      const letter = await mailTo(scope, invitation(address()))
      await scope
        .db('notification_deliveries')
        .where({ id: letter })
        .update({ attempts: triesMax - 1 })
      return letter
    })
    await until(async () => (await stateOf(id)) === 'failed')
    expect(await rowOf(id)).toMatchObject({ attempts: triesMax, reason: 'refused', next_at: null })
  })

  test('XC-13 one that hangs keeps no other channel waiting', async () => {
    const owner = await tenant.member()
    mail.before(() => sleep(4000))
    const params = { keyId: uuidv7(), label: 'Slow', environment: 'production' } as const
    await as(tenant.id, (scope) => notify(scope, { kind: 'keys.expired', params, to: [owner.id] }))
    await until(() => slackHeard.some((one) => one.includes('Slow')))
    expect(mail.to(owner.email).filter((one) => one.text.includes('Slow'))).toEqual([])
  })

  test('XC-13 what lost its job is found again', async () => {
    const owner = await tenant.member()
    const params = { keyId: uuidv7(), label: 'Lost', environment: 'production' } as const
    await as(tenant.id, (scope) =>
      notify(scope, { kind: 'keys.revoked', params: { ...params, by: 'Ada' }, to: [owner.id] }),
    )
    const arrived = () => mail.to(owner.email).filter((one) => one.text.includes('Lost')).length
    await until(() => arrived() === 1)
    const [letter] = await inTenantLog({ kind: 'keys.revoked', channel: 'mail' })
    await until(async () => (await stateOf(letter!.id)) === 'sent')
    await world.db.query(
      `update notification_deliveries set state = 'waiting', settled_at = null,
         next_at = now() - interval '1 hour' where id = $1`,
      [letter!.id],
    )
    await world.db.query(
      `insert into job_outbox (id, name, tenant_id, payload)
       values (gen_random_uuid(), 'notifications.resume', $1, '{}')`,
      [tenant.id],
    )
    await until(() => arrived() === 2)
    const ids = mail.to(owner.email).map((one) => one.header('message-id'))
    expect(ids.at(-1)).toBe(`<${letter!.id}@sonaqor.test>`)
  })

  test('XC-4 sealed letters are sealed anew where their key is replaced, and still arrive', async () => {
    mail.before(refusing(451))
    const letters = [
      { tenantId: tenant.id, table: 'notification_deliveries', store: sealedMails[0]! },
      { tenantId: null, table: 'house_mails', store: sealedMails[1]! },
    ]
    const sent: { id: string; table: string }[] = []
    for (const { tenantId, table, store } of letters) {
      const to = address()
      const id = await as(tenantId, (scope) => mailTo(scope, tenantId ? invitation(to) : reset(to)))
      await until(async () => (await rowOf(id, table))?.['reason'] === 'refused')
      expect(await tracesOf(world.db, to)).toEqual([])
      const before = (await rowOf(id, table))?.['sealed'] as Buffer
      await as(tenantId, (scope) => resealSome(scope, scope.vault, store, { now: true }))
      const after = (await rowOf(id, table))?.['sealed'] as Buffer
      expect(after.readUInt32BE(1)).toBe(before.readUInt32BE(1) + 1)
      sent.push({ id, table })
    }
    mail.before(async () => undefined)
    for (const { table, id } of sent) {
      await untilTried(async () => (await stateOf(id, table)) === 'sent')
    }
  })

  test('XC-13 kill -9 of the worker in the middle loses nothing; what comes twice has one Message-ID', async () => {
    const to = address()
    const held = Promise.withResolvers<void>()
    let begun = 0
    mail.before(async ({ to: recipients }) => {
      if (!recipients.includes(to)) return
      begun += 1
      await held.promise
    })
    const ids = await as(null, async (scope) => {
      const letters: string[] = []
      for (let i = 0; i < 3; i += 1) letters.push(await mailTo(scope, reset(to)))
      return letters
    })
    await until(() => begun > 0)
    await world.worker!.kill()
    held.resolve()
    // What it held is free again after a while: its jobs are missed, and its claims run out.
    await missWorkers(world)
    await world.db.query(`update house_mails set claimed_until = now() where id = any ($1)`, [ids])
    await world.grow({ roles: 'worker' })
    const left = `select 1 from house_mails where id = any ($1) and state <> 'sent'`
    await untilTried(async () => (await world.db.query(left, [ids])).rowCount === 0, 120_000)
    const received = new Set(mail.to(to).map((one) => one.header('message-id')))
    expect([...received].toSorted()).toEqual(ids.map((id) => `<${id}@sonaqor.test>`).toSorted())
  }, 150_000)
})
